"""What a check found: findings, each with its place, its reason and the way out, and the report of them."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NoReturn

import attr

from trilateral._record.record import Record
from trilateral._values.derivations import Derivation
from trilateral._values.sources import Citation, Grounds, Source
from trilateral._values.states import MemberState
from trilateral._values.value import Value
from trilateral.errors import InvalidValueError, TrilateralError, WrongTypeError, shown
from trilateral.rosters._catalogue import RULES, Rule, Severity
from trilateral.rosters._plain import plain
from trilateral.rosters._remarks import Location, Remark, path_of, without_consequences
from trilateral.rules import Agreement

if TYPE_CHECKING:
    from trilateral._values.markup import Markup

__all__ = ["Finding", "InvalidRosterError", "Report", "Suggestion", "report_of"]

_MOST_ROWS: Final = 50
_MOST_CHARACTERS: Final = 300  # of a cell; the text of the report has them all


@attr.frozen(kw_only=True, repr=False, eq=False)
class Suggestion(Value):
    """What to write instead.

    Attributes:
        value: The text to put in the place of the value found.
        safe: Whether the meaning stays the same, so that `Report.fixed` may write it.
    """

    value: str
    safe: bool

    def __repr__(self) -> str:
        return f"<Suggestion {self.value!r}{', safe' if self.safe else ''}>"


@attr.frozen(kw_only=True, repr=False, eq=False)
class Finding(Value):
    """One remark of the roster check.

    Attributes:
        code: The code of the rule, as in `RULES`.
        severity: How grave it is here.
        location: The keys and indices, from the top of the document, of the value to change.
        path: The same as a text, such as ``$.boards[0].seats[1].state``.
        line: The line of the text at which the value stands, where the format has lines.
        message: What was expected, in one sentence.
        got: The repr of what was found, cut where it is long; None where nothing was.
        suggestion: What to write instead, if it is known.
        hint: The way out.
        citation: What the rule rests on.
        grounds: The facts and provisions that this finding rests on.
    """

    code: str
    severity: Severity
    location: Location
    path: str
    message: str
    hint: str
    citation: Citation
    grounds: Grounds
    got: str | None = None
    suggestion: Suggestion | None = None
    line: int | None = None

    @property
    def rule(self) -> Rule:
        """The rule that it breaks."""
        return RULES[self.code]

    @property
    def derivation(self) -> Derivation:
        """How it came about, by the rule and by what it was held against here."""
        grounds = Grounds(citations=(self.citation,)) + self.grounds
        return Derivation(name=self.code, value=self.message, grounds=grounds)

    def __str__(self) -> str:
        at = f"{self.path} (line {self.line})" if self.line else self.path
        found = "" if self.got is None else f", got {self.got}"
        lines = [f"{self.severity.value} {self.code} at {at}: {self.message}{found}"]
        if self.suggestion is not None:
            lines += [f"    - {self.got}", f"    + {self.suggestion.value!r}"]
        reasons = [f"{fact.value} ({', '.join(source.id for source in fact.sources)})" for fact in self.grounds.facts]
        citations = self.grounds.citations or (() if reasons else (self.citation,))
        reasons += [f"{each.statement} ({each.kind.value}, {each.confidence.value})" for each in citations]
        return "\n".join([*lines, *(f"    because: {reason}" for reason in reasons), f"    way out: {self.hint}"])

    def __repr__(self) -> str:
        return f"<Finding {self.code} {self.severity.value} {self.path}>"


@attr.frozen(kw_only=True, repr=False)
class Report:
    """What a check found in one document.

    It has no truth value, so that a report is never taken for an approval: ask ``report.ok``.

    Attributes:
        findings: The findings, in the order of the document; what follows from another finding is not reported again.
        agreement: The law by which it was checked.
        record: The facts that it was held against.
        scope: ``"record"``, or ``"law"`` where people and recorded dates were left alone.
        name: What the document is called, such as a path; None for data in memory.
    """

    findings: tuple[Finding, ...]
    agreement: Agreement[MemberState]
    record: Record
    scope: str
    name: str | None = None
    _remarks: tuple[Remark, ...] = attr.field(default=(), eq=False, alias="remarks")
    _document: Any = attr.field(default=None, eq=False, alias="document")

    @property
    def edition(self) -> date:
        """The edition of the record."""
        return self.record.edition

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings and notes may be there."""
        return not self.of(Severity.ERROR)

    def of(self, severity: Severity, /) -> tuple[Finding, ...]:
        """Return the findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def fixed(self) -> Any:  # noqa: ANN401 - whatever was checked
        """Return the document as plain data, with every safe suggestion of these findings written into it.

        The document that was checked stays as it is. A second check finds nothing new, and a second fix changes nothing.
        None where the document could not be read.

        Example:
            >>> from trilateral import check_roster
            >>> seats = [{"role": "secretary-general", "state": "Japan"}]
            >>> report = check_roster({"boards": [{"number": 8, "end": "2029-08-31", "seats": seats}]})
            >>> report.fixed()["boards"][0]["end"], report.fixed()["boards"][0]["seats"][0]["state"]
            ('2029-09-01', 'JPN')
        """
        document = plain(self._document)
        for finding in self.findings:
            if finding.suggestion is not None and finding.suggestion.safe:
                table = document
                for part in finding.location[:-1]:
                    table = table[part]
                table[finding.location[-1]] = finding.suggestion.value
        return document

    def filtered(
        self,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        severities: Mapping[str, Severity] | None = None,
        strict: bool = False,
    ) -> "Report":
        """Return the report without what one does not want to hear of, and with severities of one's own.

        What was not reported since it follows from a finding that is left out, is reported then.

        Args:
            select: Codes, or how they begin, such as ``"TRI3"``; the others are left out. By default all are kept.
            ignore: Codes, or how they begin, that are left out.
            severities: The severity that a finding of each code, or of a code so begun, gets instead; the longest one counts.
            strict: Whether what is a warning after that becomes an error.

        Raises:
            InvalidValueError: No code is so written or so begins.
            WrongTypeError: The codes are one string instead of several, or a severity is not a `Severity`.

        Example:
            >>> from trilateral import check_roster
            >>> report = check_roster({"boards": []})
            >>> report.ok, report.filtered(strict=True).ok, report.filtered(ignore=["TRI5"], strict=True).ok
            (True, False, True)
        """
        severities = severities or {}
        wanted, unwanted = _codes("select", select), _codes("ignore", ignore)
        by_length = sorted(_codes("severities", severities), key=len, reverse=True)
        for severity in severities.values():
            if not isinstance(severity, Severity):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise WrongTypeError("a severity", "a Severity, such as Severity.NOTE", shown(severity))

        def changed(remark: Remark) -> Remark:
            begun = next((code for code in by_length if remark.code.startswith(code)), None)
            severity = remark.severity or RULES[remark.code].severity if begun is None else severities[begun]
            return remark._replace(severity=Severity.ERROR if strict and severity is Severity.WARNING else severity)

        kept = (
            changed(remark)
            for remark in self._remarks
            if (not wanted or remark.code.startswith(wanted)) and not remark.code.startswith(unwanted)
        )
        about = {"agreement": self.agreement, "record": self.record, "scope": self.scope, "name": self.name}
        return report_of(tuple(kept), **about, document=self._document)

    def as_dict(self) -> dict[str, Any]:
        """Return the report as plain data, ready for JSON."""
        sources: dict[str, Source] = {}
        findings = [_table(finding, sources) for finding in self.findings]
        return {
            "name": self.name,
            "ok": self.ok,
            "agreement": self.agreement.title,
            "edition": str(self.edition),
            "facts_added": self.record.facts_added,
            "scope": self.scope,
            "findings": findings,
            "sources": {id_: {"title": source.title, "url": source.url} for id_, source in sources.items()},
        }

    def to_json(self) -> str:
        """Return the report as a line of JSON, as `as_dict` has it; `trilateral.export` writes JSON that is read back."""
        return json.dumps(self.as_dict(), ensure_ascii=False)

    def __bool__(self) -> NoReturn:
        raise WrongTypeError("a condition", "`report.ok`, as a report has no truth value", repr(self))

    def __str__(self) -> str:
        return "\n".join([self._head(), *map(str, self.findings)])

    def _repr_html_(self) -> str:
        """Return the report as a table of its first findings, as notebooks show it."""
        from trilateral._values.markup import table, text  # noqa: PLC0415 - only notebooks need it

        if not self.findings:
            return f"<p>{text(self._head())}</p>"
        more = len(self.findings) - _MOST_ROWS
        told = f"<p>and {more} more; print the report to see them all</p>" if more > 0 else ""
        headings = ("Code", "Severity", "Place", "Message", "Way out")
        return table(self._head(), headings, map(_row, self.findings[:_MOST_ROWS])) + told

    def _head(self) -> str:
        added = ", with facts added" if self.record.facts_added else ""
        by = f"by the {self.agreement.title}; record of {self.edition}{added}; scope {self.scope}"
        name = "roster" if self.name is None else self.name if self.name.isprintable() else repr(self.name)
        return f"{name}: {self._counts()}, {by}"

    def _counts(self) -> str:
        counts = [(len(self.of(severity)), severity.value) for severity in Severity]
        told = [f"{count} {word}{'s' * (count > 1)}" for count, word in counts if count]
        return ", ".join(told) or "no finding"

    def __repr__(self) -> str:
        return f"<Report {self.name or 'roster'}: {self._counts()}>"


class InvalidRosterError(TrilateralError, ValueError):
    """A roster has errors; the message is the text of the report.

    Attributes:
        report: What was found.
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return str(self.report)


def report_of(remarks: tuple[Remark, ...], **about: Any) -> Report:  # noqa: ANN401 - the other attributes
    """Return the report of remarks, without those that follow from another."""
    findings = tuple(_finding(remark) for remark in without_consequences(remarks))
    return Report(findings=findings, remarks=remarks, **about)


def _codes(what: str, given: Iterable[str]) -> tuple[str, ...]:
    """Return codes or their beginnings, if each of them means something."""
    if isinstance(given, str) or not isinstance(given, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError(what, "several codes, such as ['TRI201']", shown(given))
    codes = tuple(given)
    for code in codes:
        if not isinstance(code, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise WrongTypeError(what, "codes as strings, such as ['TRI201']", shown(given))
        if not code or not any(known.startswith(code) for known in RULES):
            raise InvalidValueError(
                what, "codes of the catalogue, such as TRI201, or how they begin, such as TRI2", shown(code)
            )
    return codes


def _finding(remark: Remark) -> Finding:
    """Return what is reported of a remark."""
    rule = RULES[remark.code]
    return Finding(
        code=remark.code,
        severity=remark.severity or rule.severity,
        location=remark.at,
        path=path_of(remark.at),
        line=remark.line,
        message=remark.message,
        got=remark.got,
        suggestion=None if remark.replacement is None else Suggestion(value=remark.replacement, safe=remark.safe),
        hint=remark.hint or rule.hint,
        citation=rule.citation,
        grounds=remark.grounds,
    )


def _row(finding: Finding) -> tuple["Markup", ...]:
    """Return the cells of a finding in a table of HTML, none of them long."""
    from trilateral._values.markup import code, lines, text  # noqa: PLC0415 - only notebooks need it

    line = [] if finding.line is None else [text(f"line {finding.line}")]
    found = "" if finding.got is None else f", got {finding.got}"
    instead = [] if finding.suggestion is None else [code(_cut(repr(finding.suggestion.value)))]
    return (
        text(finding.code),
        text(finding.severity.value),
        lines([code(_cut(finding.path)), *line]),
        text(_cut(f"{finding.message}{found}")),
        lines([*instead, text(_cut(finding.hint))]),
    )


def _cut(words: str) -> str:
    """Return a text, cut in its middle where it is long."""
    half = _MOST_CHARACTERS // 2
    return words if len(words) <= _MOST_CHARACTERS else f"{words[:half]} … {words[-half:]}"


def _table(finding: Finding, sources: dict[str, Source]) -> dict[str, Any]:
    citations = finding.grounds.citations or (finding.citation,)
    for each in (*finding.grounds.sources, *finding.citation.sources):
        sources[each.id] = each
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "message": finding.message,
        "got": finding.got,
        "suggestion": finding.suggestion and {"value": finding.suggestion.value, "safe": finding.suggestion.safe},
        "hint": finding.hint,
        "facts": [
            {"statement": fact.value, "sources": [source.id for source in fact.sources]} for fact in finding.grounds.facts
        ],
        "citations": [
            {
                "statement": citation.statement,
                "kind": citation.kind.value,
                "confidence": citation.confidence.value,
                "sources": [source.id for source in citation.sources],
            }
            for citation in citations
        ],
    }
