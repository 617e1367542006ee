"""Open every built page in headless Chromium, and print what is wrong with it: `make site`.

A page is opened in light and in dark, wide and as narrow as a telephone. It must load from its own folder alone, without a
word on the console, must not scroll sideways, and axe-core must find no violation. The search must find words of three
kinds. Every link from one page to another must lead somewhere.
"""

import shutil
import sys
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Final, Literal, NamedTuple, TypedDict, cast
from urllib.parse import quote, unquote, urljoin, urlsplit

from playwright.sync_api import ConsoleMessage, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

Scheme = Literal["light", "dark"]

SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
WIDTHS: Final = (1280, 375)
HEIGHT: Final = 900

# A code, a name of Python and a name in Hangul, each with a page that must be among the results.
WORDS: Final = {"TRI201": "reference/codes.html", "board_on": "reference/boards.html", "이희섭": "explanation/names.html"}

# What sticks out of a page, or of a part of it, that scrolls sideways: code and tables may scroll, and nothing else.
STICKING_OUT: Final = """() => {
  const mayScroll = "pre, .table-wrapper";
  const right = (element) => element.getBoundingClientRect().right;
  const scrolls = (box) =>
    box.scrollWidth > box.clientWidth &&
    (box === document.documentElement || getComputedStyle(box).overflowX !== "visible") &&
    !box.matches(mayScroll);
  const innermost = (box) => {
    const sticksOut = (element) => right(element) > right(box) && !element.parentElement.closest(mayScroll);
    return [...box.querySelectorAll("*")].filter(
      (element) => sticksOut(element) && ![...element.children].some(sticksOut),
    );
  };
  const name = (element) => `#${element.closest("[id]")?.id} ${element.localName}.${element.className}`;
  return [...document.querySelectorAll(":root, :root *")].filter(scrolls).flatMap(innermost).map(name);
}"""
# Resolves once the page is laid out anew, and has noticed.
LAID_OUT: Final = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
VIOLATIONS: Final = """async () => (await axe.run({ resultTypes: ["violations"] })).violations"""


class Finding(NamedTuple):
    """What is wrong: on which page, in which mode, what, and where on the page."""

    page: str
    mode: str
    what: str
    where: str


class Node(TypedDict):
    """An element that breaks a rule, as axe-core tells it: its selector, in parts if it stands in a frame."""

    target: list[str]


class Violation(TypedDict):
    """A rule that is broken, as axe-core tells it."""

    id: str
    help: str
    nodes: list[Node]


class Links(HTMLParser):
    """Where a page leads, and where on it others may lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors = {""}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.anchors.add(given.get("id") or "")
        if tag == "a" and given.get("href"):
            self.targets.append(given["href"] or "")


def broken_links(root: Path) -> Iterator[Finding]:
    """Yield the links between built pages that lead nowhere."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in root.rglob("*.html")}
    for path, links in pages.items():
        for target in links.targets:
            parts = urlsplit(urljoin(path.as_uri(), target))
            if parts.scheme != "file":
                continue
            there = Path(unquote(parts.path))
            anchors = pages[there].anchors if there in pages else {""}
            if not there.is_file() or unquote(parts.fragment) not in anchors:
                yield Finding(path.relative_to(root).as_posix(), "every mode", "a link leads nowhere", target)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, and does not tell of each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as its base has it
        pass


@contextmanager
def served(root: Path) -> Generator[str]:
    """Serve a folder to this machine, and give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Visit:
    """The visits of one browser to the pages, in one colour scheme.

    Attributes:
        page: The tab of the browser.
        address: Where the pages are served.
        scheme: The colour scheme.
        said: What the page said on its console since it was opened, and of what it failed.
    """

    def __init__(self, page: Page, address: str, scheme: Scheme) -> None:
        self.page = page
        self.address = address
        self.scheme = scheme
        self.said: list[tuple[str, str]] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.said.append((error.message, "script")))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.said.append((message.text, message.location["url"]))

    def findings(self, name: str) -> Iterator[Finding]:
        """Open a page, and yield what is wrong with it."""
        self._open(name)
        yield from self._wrong(name)

    def search(self, word: str, expected: str) -> Iterator[Finding]:
        """Search for a word, and yield what is wrong with the results."""
        name = f"search.html?q={word}"
        self._open(f"search.html?q={quote(word)}")
        try:
            self.page.wait_for_selector(f"#search-results a[href*='{expected}']")
        except BrowserError:
            yield Finding(name, self.scheme, f"the search does not find {expected}", "#search-results")
        self.page.wait_for_load_state("networkidle")
        yield from self._wrong(name)

    def _open(self, name: str) -> None:
        self.said.clear()
        self.page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        self.page.goto(self.address + name)

    def _wrong(self, name: str) -> Iterator[Finding]:
        for width in WIDTHS:
            mode = f"{self.scheme}, {width} px"
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self.page.evaluate(LAID_OUT)
            for where in cast("list[str]", self.page.evaluate(STICKING_OUT)):
                yield Finding(name, mode, "the page scrolls sideways", where)
            for violation in cast("list[Violation]", self.page.evaluate(VIOLATIONS)):
                for node in violation["nodes"]:
                    yield Finding(name, mode, f"{violation['help']} ({violation['id']})", " ".join(node["target"]))
        for text, where in self.said:
            yield Finding(name, self.scheme, f"the console says: {text}", where)


def visited(names: list[str], address: str, chromium: str, scheme: Scheme) -> list[Finding]:
    """Return what is wrong with the pages in one colour scheme."""
    with sync_playwright() as playwright:
        nothing_else = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
        browser = playwright.chromium.launch(executable_path=chromium, args=[nothing_else])
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
        context.add_init_script(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        visit = Visit(context.new_page(), address, scheme)
        found = [finding for name in names for finding in visit.findings(name)]
        found += [finding for word, expected in WORDS.items() for finding in visit.search(word, expected)]
        browser.close()
    return found


def main(root: Path) -> str | None:
    """Print what is wrong with the pages in a folder, and return how much that is."""
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.html"))
    if not names:
        return f"{root} has no pages: run `make docs`"
    chromium = shutil.which("chromium")
    if chromium is None:
        return "Chromium is not on the path: install the Debian package chromium"
    found = list(broken_links(root))
    with served(root) as address, ThreadPoolExecutor() as threads:
        for of_scheme in threads.map(partial(visited, names, address, chromium), SCHEMES):
            found += of_scheme
    for finding in found:
        print(f"{finding.page} ({finding.mode}): {finding.what}: {finding.where}")
    if found:
        return f"{len(found)} faults on {len({finding.page for finding in found})} pages"
    print(f"{len(names)} pages and {len(WORDS)} searches, light and dark, wide and narrow: nothing wrong")
    return None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
