"""How a public package offers names that are imported when they are first used (PEP 562)."""

import sys

TYPE_CHECKING = False  # typing costs a third of `import attrs`
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["lazily"]


def lazily(package: str, homes: dict[str, str]) -> "tuple[Callable[[str], object], Callable[[], list[str]]]":
    """Return the ``__getattr__`` and the ``__dir__`` of a package.

    Args:
        package: The name of the package.
        homes: The names in each of its modules, separated by spaces; under ``""``, its public modules.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def getattribute(name: str) -> object:
        from importlib import import_module  # noqa: PLC0415 - not before it is needed

        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home = home_of[name]
        value = getattr(import_module(f"{package}.{home}"), name) if home else import_module(f"{package}.{name}")
        setattr(sys.modules[package], name, value)
        return value

    return getattribute, lambda: sorted(home_of)
