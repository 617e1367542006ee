"""What CHANGELOG.md says of each version, for the tools that compare and release."""

import re
from pathlib import Path
from typing import Final, NamedTuple

CHANGELOG: Final = Path(__file__).parent.parent / "CHANGELOG.md"
_HEADING: Final = re.compile(r"^## (?P<version>\S+)(?: - (?P<date>\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)
_KIND: Final = re.compile(r"^### (.+)$", re.MULTILINE)
_BREAKING: Final = re.compile(r"^- Breaking: `([^`]+)`", re.MULTILINE)


class Section(NamedTuple):
    """What the changelog says of one version; of what comes next, the version is ``Unreleased``."""

    version: str
    date: str | None
    text: str

    @property
    def kinds(self) -> frozenset[str]:
        """The headings below it, such as ``Added`` and ``Facts``."""
        return frozenset(_KIND.findall(self.text))

    @property
    def breaking(self) -> frozenset[str]:
        """The names that it declares to be broken, each in a line that begins ``- Breaking: `name```."""
        return frozenset(_BREAKING.findall(self.text))


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections of a changelog, the newest first."""
    headings = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    return tuple(
        Section(heading["version"], heading["date"], text[heading.end() : end])
        for heading, end in zip(headings, ends, strict=True)
    )


def breaking_since(version: str, found: tuple[Section, ...]) -> frozenset[str] | None:
    """Return all that is declared to be broken above the section of a version; None if it has no section."""
    versions = [section.version for section in found]
    if version not in versions:
        return None
    return frozenset(name for section in found[: versions.index(version)] for name in section.breaking)
