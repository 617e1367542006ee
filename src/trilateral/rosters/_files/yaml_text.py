"""Rosters in YAML: plain data only, read event by event so that neither depth nor aliases can hurt."""

import re
from typing import Any, Final, NamedTuple

from trilateral.errors import shown
from trilateral.rosters._files.document import DEEPEST, Document, Limits, Problem, lines_by, unreadable
from trilateral.rosters._files.size import MOST_NESTED, too_large
from trilateral.rosters._remarks import Location

__all__ = ["parse_yaml"]

_TAG: Final = "tag:yaml.org,2002:"
_SCALARS: Final = frozenset(_TAG + kind for kind in ("str", "int", "float", "bool", "null"))
_COLLECTIONS: Final = frozenset({_TAG + "seq", _TAG + "map"})
_LONGEST_SCALAR: Final = 600
# The time that libyaml takes for such directives grows with their square.
_TAG_DIRECTIVE: Final = re.compile("(?:^|[\r\n\x85\u2028\u2029])%TAG")


class _RefusedError(Exception):
    """The text holds something that is not read; the code and what was got, if anything."""

    def __init__(self, message: str, code: str = "TRI901", got: str | None = None) -> None:
        super().__init__(message, code, got)
        self.message = message
        self.code = code
        self.got = got


def parse_yaml(text: str, limits: Limits) -> Document:
    """Return the document that ``text`` holds."""
    try:
        import yaml  # noqa: PLC0415 - only with the extra can it be imported
    except ModuleNotFoundError:
        return unreadable("YAML needs the extra \"yaml\": pip install 'trilateral[yaml]'")
    if directive := _TAG_DIRECTIVE.search(text):
        line = text.count("\n", 0, directive.end()) + 1
        return unreadable("a directive for tags is not read", line=line, got="'%TAG'")
    builder = _Builder(yaml, limits)
    line = 1
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            line = _line(event)
            builder.take(event, line)
    except yaml.YAMLError as error:
        return _invalid(error)
    except _RefusedError as refused:
        return unreadable(refused.message, code=refused.code, line=line, got=refused.got)
    return too_large(builder.root, limits) or Document(builder.root, tuple(builder.problems), lines_by(builder.lines))


def _line(event: Any) -> int:  # noqa: ANN401 - PyYAML has no types for events
    return int(event.start_mark.line) + 1


def _invalid(error: Any) -> Document:  # noqa: ANN401 - a YAMLError, which may know a place and a problem
    """Return the document that PyYAML could not read."""
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None)
    line = None if mark is None else mark.line + 1
    return unreadable(f"it is not valid YAML: {problem or str(error).partition(chr(10))[0]}", line=line)


class _Open:
    """A table or a list whose end has not come yet; a table may wait for the value of a key."""

    def __init__(self, value: Any, at: Location, anchor: str | None) -> None:  # noqa: ANN401 - a dict or a list
        self.value = value
        self.at = at
        self.anchor = anchor
        self.key: str | None = None
        self.size = 1


class _Done(NamedTuple):
    """A whole value, and how many values it has."""

    value: Any
    size: int


class _Builder:
    """Builds plain data from events, without recursion."""

    def __init__(self, yaml: Any, limits: Limits) -> None:  # noqa: ANN401 - a module
        self.root: Any = None
        self.problems: list[Problem] = []
        self.lines: dict[Location, int] = {(): 1}
        self._yaml = yaml
        self._most = limits.values
        self._scalars = yaml.SafeLoader("")
        self._open: list[_Open] = []
        self._anchors: dict[str, _Done | None] = {}
        self._documents = 0

    def take(self, event: Any, line: int) -> None:  # noqa: ANN401 - PyYAML has no types for events
        """Take one event."""
        yaml = self._yaml
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _RefusedError("it must be one document, and a second begins here")
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, line)

    def _node(self, event: Any, line: int) -> None:  # noqa: ANN401
        yaml = self._yaml
        inner = self._open[-1] if self._open else None
        if inner is not None and isinstance(inner.value, dict) and inner.key is None:
            self._name(inner, event, line)
            return
        at = self._place(inner)
        if len(at) <= DEEPEST:
            self.lines[at] = line
        if isinstance(event, yaml.AliasEvent):
            self._add(self._repeated(event.anchor))
        elif isinstance(event, yaml.ScalarEvent):
            done = _Done(self._scalar(event), 1)
            if event.anchor:
                self._anchors[event.anchor] = done
            self._add(done)
        else:
            self._begin(event, at)

    def _begin(self, event: Any, at: Location) -> None:  # noqa: ANN401
        if event.tag not in (None, "!", *_COLLECTIONS):
            raise _RefusedError("a tag must be that of plain data", got=shown(event.tag))
        if len(self._open) >= MOST_NESTED:
            raise _RefusedError(f"its lists and tables must be nested at most {MOST_NESTED} deep", "TRI910")
        if event.anchor:
            self._anchors[event.anchor] = None  # open: an alias of it within it would be without end
        self._open.append(_Open({} if isinstance(event, self._yaml.MappingStartEvent) else [], at, event.anchor))

    def _name(self, table: _Open, event: Any, line: int) -> None:  # noqa: ANN401
        """Take an event that names the key of a value."""
        if not isinstance(event, self._yaml.ScalarEvent):
            raise _RefusedError("a key must be a text")
        if event.tag not in (None, "!", _TAG + "str"):
            raise _RefusedError("a key must be a text without a tag", got=shown(event.tag))
        if event.value == "<<" and event.implicit[0]:
            raise _RefusedError("a merge key is not read; write the keys out", got="'<<'")
        key = str(event.value)
        table.key = key
        if key in table.value:
            self.problems.append(Problem("TRI909", "a key must stand once in a table", (*table.at, key), line, shown(key)))

    @staticmethod
    def _place(inner: _Open | None) -> Location:
        if inner is None:
            return ()
        return (*inner.at[: DEEPEST + 1], inner.key if inner.key is not None else len(inner.value))

    def _repeated(self, anchor: str) -> _Done:
        if anchor not in self._anchors:
            raise _RefusedError("an alias must stand for a value before it", got=shown(anchor))
        done = self._anchors[anchor]
        if done is None:
            raise _RefusedError("an alias must not stand for what it stands in", got=shown(anchor))
        return done

    def _scalar(self, event: Any) -> Any:  # noqa: ANN401
        """Return the value of a scalar; a date is its text."""
        yaml = self._yaml
        tag = event.tag
        if tag is None:
            tag = self._scalars.resolve(yaml.ScalarNode, event.value, (True, False)) if event.implicit[0] else _TAG + "str"
            tag = _TAG + "str" if tag not in _SCALARS else tag
        elif tag == "!":
            tag = _TAG + "str"
        if tag == _TAG + "str":
            return event.value
        if tag not in _SCALARS:
            raise _RefusedError("a tag must be that of plain data", got=shown(tag))
        if len(event.value) > _LONGEST_SCALAR:
            message = f"what is no text must have at most {_LONGEST_SCALAR} characters"
            raise _RefusedError(message, "TRI910", f"{len(event.value)} characters")
        try:
            return self._scalars.construct_object(yaml.ScalarNode(tag, event.value))
        except (ArithmeticError, LookupError, ValueError):  # a number too long, or a tag that the text does not bear out
            raise _RefusedError(f"it must be of the type that its tag says, {tag}", got=shown(event.value)) from None

    def _close(self) -> None:
        inner = self._open.pop()
        done = _Done(inner.value, inner.size)
        if inner.anchor:
            self._anchors[inner.anchor] = done
        self._add(done)

    def _add(self, done: _Done) -> None:
        """Put a whole value where it belongs."""
        if not self._open:
            self.root = done.value
            return
        outer = self._open[-1]
        outer.size += done.size
        if outer.size > self._most:
            raise _RefusedError(f"it must have at most {self._most} values, those that aliases repeat counted", "TRI910")
        if outer.key is None:
            outer.value.append(done.value)
        else:
            outer.value[outer.key] = done.value
            outer.key = None
