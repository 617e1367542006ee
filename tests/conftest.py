"""How Hypothesis runs: the same cases every time, however slow the machine, so that a gate says the same twice."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "stable",
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("stable")

# For trying thousands of mutants, and for coverage.
settings.register_profile(
    "brief",
    settings.get_profile("stable"),
    max_examples=10,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
