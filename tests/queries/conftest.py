"""How questions are tested: each test builds its own boards, so that what one has asked for hides nothing from the next."""

import pytest

from trilateral._queries import people, succession


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Forget the boards and the spellings that other tests have asked for."""
    succession.shipped.cache_clear()
    vars(succession)["_kept"].clear()
    vars(people)["_index"].cache_clear()
