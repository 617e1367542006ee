"""Compare what is public with what was kept of it at each release: `make api`. Keep that of this version: `make baseline`.

Public are the names that the front door and the public wings list, with the parameters of functions and constructors; the
codes of the roster check, with their severities; the commands, with their options. What is broken must be declared in the
changelog, above the section of that release, by a line such as ``- Breaking: `trilateral.board(on)`, ask `board_on`.``
"""

import inspect
import json
import logging
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import click
import griffe
from tools.changelog import CHANGELOG, Section, breaking_since, sections

from trilateral import __version__
from trilateral._cli.commands import commands
from trilateral.rosters import RULES

ROOT: Final = Path(__file__).parent.parent
SOURCES: Final = ROOT / "src"
KEPT: Final = ROOT / "tests" / "packaging"
SEVERITIES: Final = ("note", "warning", "error")  # the later, the more it stops
CONSTRUCTED: Final = ("attr.frozen", "attr.define")
UNSAID: Final = ("__slots__", "__attrs_post_init__")
KINDS: Final = {
    griffe.ParameterKind.positional_only: inspect.Parameter.POSITIONAL_ONLY,
    griffe.ParameterKind.positional_or_keyword: inspect.Parameter.POSITIONAL_OR_KEYWORD,
    griffe.ParameterKind.var_positional: inspect.Parameter.VAR_POSITIONAL,
    griffe.ParameterKind.keyword_only: inspect.Parameter.KEYWORD_ONLY,
    griffe.ParameterKind.var_keyword: inspect.Parameter.VAR_KEYWORD,
}
VARIADIC: Final = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
# An object of griffe or an alias of one, which has its attributes; what it has depends on its kind.
Thing = Any


class Promise(NamedTuple):
    """What a version promises: names as lines of a stub, codes with severities, commands with what they take."""

    names: list[str]
    codes: dict[str, str]
    commands: dict[str, list[str]]

    @property
    def text(self) -> str:
        """The promise as it is kept."""
        return f"{json.dumps(self._asdict(), indent=1, ensure_ascii=False)}\n"


class Broken(NamedTuple):
    """What somebody may rely on, and what is no longer so."""

    name: str
    what: str


class _Default(str):
    """The text of a default, as it stands in the source."""

    __slots__ = ()
    __repr__ = str.__str__


def present() -> Promise:
    """Return what the code promises as it is."""
    return Promise(stub(SOURCES), {code: rule.severity.value for code, rule in RULES.items()}, options(commands))


def path_of(version: str) -> Path:
    """Return where the promise of a version is kept."""
    return KEPT / f"api-{version}.json"


def kept() -> dict[str, Promise]:
    """Return what each version promised of which it was kept."""
    return {
        path.stem.removeprefix("api-"): Promise(**json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(KEPT.glob("api-*.json"))
    }


def stub(sources: Path, package: str = "trilateral") -> list[str]:
    """Return what a package lists as public, as lines of Python, from its sources alone."""
    loader = griffe.GriffeLoader(search_paths=[sources], allow_inspection=False)
    loader.load(package)
    loader.resolve_aliases(implicit=True, external=False)
    try:
        return list(_lines(loader.modules_collection[package], package, ""))
    except (griffe.AliasResolutionError, KeyError) as error:
        raise SystemExit(f"{package} lists a public name that is not there: {error}") from None


def _lines(thing: Thing, name: str, indent: str) -> Iterator[str]:
    """Yield a module or a class as a class, a function without its types, and anything else as an attribute."""
    if thing.is_function:
        yield f"{indent}def {name}{_signature(thing.parameters)}: ..."
    elif thing.is_attribute:
        yield f"{indent}{name}: object"
    else:
        bases = ", ".join(map(str, thing.bases)) if thing.is_class else ""
        yield f"{indent}class {name}({bases}):"
        deeper = f"{indent} "
        if thing.is_class and "__init__" not in thing.members and any(_is_constructed(each) for each in thing.decorators):
            yield f"{deeper}def __init__{_signature(_fields(thing))}: ..."
        members = thing.all_members if thing.is_class else {each: thing.members[each] for each in _listed(thing)}
        for each, member in sorted(members.items()):
            if member.is_public and each not in UNSAID:
                yield from _lines(member, each, deeper)
        yield f"{deeper}..."


def _listed(module: Thing) -> set[str]:
    """Return the names that a module lists; of the front door also those of the wings that need an extra."""
    wings = (name for name, member in module.members.items() if member.is_module and not name.startswith("_"))
    return {*(map(str, module.exports or ())), *(wings if module.parent is None else ())}


def _is_constructed(decorator: griffe.Decorator) -> bool:
    return decorator.callable_path in CONSTRUCTED


def _fields(thing: Thing) -> Iterator[griffe.Parameter]:
    """Yield the parameters of the constructor that attrs writes, by the fields of the class."""
    in_words = any("kw_only=True" in str(each.value) for each in thing.decorators)
    kind = griffe.ParameterKind.keyword_only if in_words else griffe.ParameterKind.positional_or_keyword
    yield griffe.Parameter("self", kind=griffe.ParameterKind.positional_only)
    for name, field in thing.members.items():
        if field.is_attribute and "instance-attribute" in field.labels:
            told = {each.name: str(each.value) for each in getattr(field.value, "arguments", ()) if hasattr(each, "name")}
            given = told.get("default", told.get("factory")) if str(field.value).startswith("attr.field(") else field.value
            yield griffe.Parameter(told.get("alias", name.lstrip("_")).strip("'\""), kind=kind, default=given)


def _signature(parameters: Iterable[griffe.Parameter]) -> inspect.Signature:
    """Return parameters without their types."""
    return inspect.Signature(
        [
            inspect.Parameter(each.name, (kind := KINDS[each.kind]), default=_default(each, kind))
            for each in parameters
            if each.kind is not None
        ]
    )


def _default(parameter: griffe.Parameter, kind: inspect._ParameterKind) -> object:
    return inspect.Parameter.empty if kind in VARIADIC or parameter.default is None else _Default(parameter.default)


def options(group: click.Group) -> dict[str, list[str]]:
    """Return each command of a group, with its options."""
    return {
        name: sorted(
            word for each in command.params if isinstance(each, click.Option) for word in each.opts + each.secondary_opts
        )
        for name, command in group.commands.items()
    }


def broken(before: Promise, now: Promise) -> Iterator[Broken]:
    """Yield each promise that is no longer kept."""
    for breakage in griffe.find_breaking_changes(_read(before.names), _read(now.names)):
        yield Broken(_name(breakage), breakage.kind.value.lower())
    yield from _broken_codes(before.codes, now.codes)
    yield from _broken_commands(before.commands, now.commands)


def _broken_codes(before: dict[str, str], now: dict[str, str]) -> Iterator[Broken]:
    for code, severity in before.items():
        if code not in now:
            yield Broken(code, "the code is gone")
        elif SEVERITIES.index(now[code]) > SEVERITIES.index(severity):
            yield Broken(code, f"the severity was {severity} and is {now[code]}")
    for code in now.keys() - before.keys():
        if now[code] != "note":
            yield Broken(code, f"a new code must enter as a note, and this one is of severity {now[code]}")


def _broken_commands(before: dict[str, list[str]], now: dict[str, list[str]]) -> Iterator[Broken]:
    for command, words in before.items():
        if command not in now:
            yield Broken(f"trilateral {command}", "the command is gone")
            continue
        yield from (Broken(f"trilateral {command} {word}", "the option is gone") for word in words if word not in now[command])


def _read(names: list[str]) -> Thing:
    """Return the package that lines of a stub describe."""
    stub_module = griffe.visit("stub", filepath=Path("stub.py"), code="\n".join(names))
    return next(iter(stub_module.members.values()))


def _name(breakage: griffe.Breakage) -> str:
    """Return what broke as users write it: `package.function(parameter)`, `package.Class.attribute`."""
    path = breakage.obj.path.removeprefix("stub.").removesuffix(".__init__")
    parameter = next((each for each in (breakage.old_value, breakage.new_value) if isinstance(each, griffe.Parameter)), None)
    return path if parameter is None else f"{path}({parameter.name})"


def undeclared(promises: dict[str, Promise], now: Promise, found: tuple[Section, ...]) -> Iterator[str]:
    """Yield a sentence on each break that the changelog does not declare, and on each promise that it knows nothing of."""
    for version, before in promises.items():
        declared = breaking_since(version, found)
        if declared is None:
            yield f"{path_of(version).name}: CHANGELOG.md has no section {version}; write it, or remove the file"
            continue
        for each in broken(before, now):
            if each.name not in declared:
                yield f"{each.name}: {each.what} since {version}; mend it, or declare it: - Breaking: `{each.name}`, and why"


def main() -> str | None:
    """Keep the promise of this version, or return all that is wrong."""
    logging.getLogger("griffe").setLevel(logging.ERROR)
    now = present()
    if sys.argv[1:] == ["--keep"]:
        path_of(__version__).write_text(now.text, encoding="utf-8")
        return None
    promises = kept()
    wrong = list(undeclared(promises, now, sections(CHANGELOG.read_text(encoding="utf-8"))))
    if not wrong:
        print(f"{len(now.names)} lines of public API break nothing of {', '.join(promises) or 'any release, as there is none'}")
    return "\n".join(wrong) or None


if __name__ == "__main__":
    sys.exit(main())
