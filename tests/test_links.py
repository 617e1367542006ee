"""Every relative link in Markdown leads to a file that is there, and to a heading of it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT: Final = Path(__file__).parent.parent
PAGES: Final = sorted(
    [
        *ROOT.glob("*.md"),
        *(path for folder in ("docs", "src", "tests", "tools") for path in (ROOT / folder).rglob("*.md")),
    ]
)
MARKDOWN: Final = MarkdownIt("commonmark").enable("table")


def tokens(page: Path) -> Iterator[Token]:
    """The blocks of a page, each followed by what stands in it."""
    for block in MARKDOWN.parse(page.read_text(encoding="utf-8")):
        yield block
        yield from block.children or ()


def targets(page: Path) -> Iterator[str]:
    """Where the links and pictures of a page lead, if not to the web."""
    for token in tokens(page):
        target = token.attrs.get("href" if token.type == "link_open" else "src")
        if isinstance(target, str) and not urlsplit(target).scheme:
            yield target


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them: in small letters, without punctuation, the second of a name numbered."""
    found: set[str] = set()
    seen: Counter[str] = Counter()
    blocks = MARKDOWN.parse(page.read_text(encoding="utf-8"))
    for opening, block in pairwise(blocks):
        if opening.type == "heading_open":
            words = "".join(token.content for token in block.children or ())
            name = re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")
            found.add(f"{name}-{seen[name]}" if seen[name] else name)
            seen[name] += 1
    return found


def broken(page: Path) -> list[str]:
    """The targets of a page that are not there."""
    return [target for target in targets(page) if not leads_somewhere(page, target)]


def leads_somewhere(page: Path, target: str) -> bool:
    parts = urlsplit(target)
    there = page.parent / unquote(parts.path) if parts.path else page
    if not parts.fragment:
        return there.exists()
    return there.suffix == ".md" and there.is_file() and unquote(parts.fragment) in anchors(there)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    assert broken(page) == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/index.md", "docs/reference/codes.md"])
def test_the_links_of_the_main_pages_are_seen(name: str) -> None:
    assert list(targets(ROOT / name))


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Two words, `code`\n\n## Again\n\n## Again\n\n[a](page.md) [b](#two-words-code) [c](page.md#again-1)\n"
        "[d](https://example.org/none) [e](none.md) [f](#none) [g](page.md#again-2)\n\n| h |\n|---|\n| ![h](none.png) |\n\n"
        "```text\n[i](none.md)\n```\n",
        encoding="utf-8",
    )
    assert broken(page) == ["none.md", "#none", "page.md#again-2", "none.png"]
