"""Write the reference of the codes from the catalogue of the roster check: `make codes`."""

import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from trilateral import AGREEMENT_2010, AGREEMENT_2025
from trilateral.rosters import RULES, Rule

TARGET: Final = Path(__file__).parent.parent / "docs" / "reference" / "codes.md"
HEAD: Final = """\
# Codes

Every rule of the roster check: why it is checked, what it rests on, the way out, and what it looks like to keep and to
break it. A code never changes its meaning. `trilateral codes CODE` prints the same in a terminal, and
`trilateral.rosters.RULES` holds it as values. `make codes` writes this page of them; do not edit it.

The citation of a rule has a kind and a confidence; those of a *convention* are this library's own words on its own
documents, and have no source. *Implies* names the codes that are not reported again for the same value.
Examples are checked in scope `law`, by the agreement as amended in 2025, unless they say otherwise.
"""
FAMILIES: Final = {
    "TRI1": "Composition",
    "TRI2": "Rotation and nomination",
    "TRI3": "Terms",
    "TRI4": "People and record",
    "TRI5": "Numbering",
    "TRI9": "Document",
}
LAWS: Final = {AGREEMENT_2010: "by the agreement of 2010", AGREEMENT_2025: ""}
LONGEST_LINE: Final = 90
LONGEST_EXAMPLE: Final = 2000


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *_table(), *_families()])


def _table() -> Iterator[str]:
    yield "| code | severity | what breaks it |"
    yield "|---|---|---|"
    for rule in RULES.values():
        yield f"| {_link(rule.code)} | {rule.severity.value} | {rule.title} |"
    yield ""


def _link(code: str) -> str:
    return f"[{code}](#{code.lower()})"


def _families() -> Iterator[str]:
    for family, rules in groupby(RULES.values(), key=lambda rule: rule.code[:4]):
        yield f"## {FAMILIES[family]}\n"
        for rule in rules:
            yield from _section(rule)


def _section(rule: Rule) -> Iterator[str]:
    """Yield all that there is to say of one rule."""
    cited = rule.citation
    yield f"### {rule.code}\n"
    yield f"{rule.title[0].upper()}{rule.title[1:]} ({rule.severity.value}).\n"
    yield f"- **Why**: {rule.reason}"
    yield f"- **Rests on**: {cited.statement} ({cited.kind.value}, {cited.confidence.value})"
    yield from (f"  - {source.title}; {source.publisher}, {_address(source.url)}" for source in cited.sources)
    yield f"- **Way out**: {rule.hint}."
    if rule.implies:
        yield f"- **Implies**: {', '.join(map(_link, rule.implies))}"
    if rule.shape:
        yield "- **Shape**: the schema refuses it too."
    yield f"\nRight{_asked(rule)}:\n"
    yield from _example(rule.good)
    yield "Wrong:\n"
    yield from _example(rule.bad)


def _address(url: str | None) -> str:
    return f"<{url}>" if url else "no address"


def _asked(rule: Rule) -> str:
    """Return how the examples are checked, where that is not the usual way."""
    told = [text for text in ("in scope `record`" if rule.scope == "record" else "", LAWS[rule.agreement]) if text]
    return f" ({', '.join(told)})" if told else ""


def _example(text: str) -> Iterator[str]:
    """Yield an example as a block: laid out if it is a document that says the same when it is written anew."""
    if len(text) > LONGEST_EXAMPLE:
        yield f"```text\n{text[:40]} ... {text[-40:]}\n```\n"
        yield f"Cut here: it has {len(text):,} characters, made of brackets within brackets.\n"
        return
    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        yield f"```text\n{text}\n```\n"
        return
    yield f"```json\n{_laid_out(data) if json.dumps(data, ensure_ascii=False) == text else text}\n```\n"


def _laid_out(value: object, indent: str = "") -> str:
    """Return plain data as JSON, on one line where it fits and holds nothing nested, with what is invisible escaped."""
    line = "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in json.dumps(value, ensure_ascii=False))
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    if len(indent) + len(line) <= LONGEST_LINE and not any(isinstance(each, dict | list) for each in inner):
        return line
    deeper = f"{indent}  "
    if isinstance(value, dict):
        items = [f"{json.dumps(key)}: {_laid_out(each, deeper)}" for key, each in value.items()]
    else:
        items = [_laid_out(each, deeper) for each in inner]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{deeper}" + f",\n{deeper}".join(items) + f"\n{indent}{closing}"


if __name__ == "__main__":
    TARGET.write_text(f"{page().rstrip()}\n", encoding="utf-8")
