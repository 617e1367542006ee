"""Compare what is public with what was kept of it at each release: `make api`. Keep that of this version: `make baseline`.

Public are the names that the front door and the public wings list, with the parameters of functions and constructors, the
built-in errors of errors and the words of literals; the codes of the roster check, with their severities; the commands,
with their parameters and the keys of their JSON; and what users write into their own files to have us. What is broken must
be declared in the changelog, above the section of that release, by a line such as ``- Breaking: `trilateral.board(on)`, ask
`board_on`.``
"""

import contextlib
import importlib
import inspect
import io
import json
import logging
import pkgutil
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeAlias, TypedDict, get_args, get_origin

import click
import griffe
import yaml
from tools.changelog import CHANGELOG, Section, breaking_since, sections
from tools.release import git

import trilateral
from trilateral._cli.commands import commands, run
from trilateral.rosters import RULES

ROOT: Final = Path(__file__).parent.parent
SOURCES: Final = ROOT / "src"
KEPT: Final = ROOT / "tests" / "packaging"
SEVERITIES: Final = ("note", "warning", "error")  # the later, the more it stops
CONSTRUCTED: Final = ("attr.frozen", "attr.define")
UNSAID: Final = ("__slots__", "__attrs_post_init__")
# What docs/stability.md says may change.
MAY_CHANGE: Final = ("Record.facts", "Record.history", "Record.__init__", "Report.__init__", "Picture.__init__")
BOUND: Final = ("self", "cls")
KINDS: Final = {
    griffe.ParameterKind.positional_only: inspect.Parameter.POSITIONAL_ONLY,
    griffe.ParameterKind.positional_or_keyword: inspect.Parameter.POSITIONAL_OR_KEYWORD,
    griffe.ParameterKind.var_positional: inspect.Parameter.VAR_POSITIONAL,
    griffe.ParameterKind.keyword_only: inspect.Parameter.KEYWORD_ONLY,
    griffe.ParameterKind.var_keyword: inspect.Parameter.VAR_KEYWORD,
}
VARIADIC: Final = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
SINCE_ONE: Final = re.compile(r"[1-9][0-9]*\.")  # how the versions begin that promise something
# Command lines whose answers have every table that JSON can have, as far as the record fills them; export has its own gate.
ASKED: Final = (
    "board 7",
    "board --on 2020-01-01",
    "boards --until 2041-01-01 --agreement 2010",
    "boards --compare 2010",
    "timeline",
    "series",
    "series summit",
    "about",
    "assess 1000001 --currency USD --fiscal-year 2025",
    "departures --agreement 2010",
    "explain board 9",
    "explain composition 11",
    "explain meeting summit 10",
    "check docs/examples/broken.json",
    "codes",
)
BY_ID: Final = "sources"  # the table whose keys are data
REFUSED: Final = 2  # the exit code if there is no answer
# An object of griffe or an alias of one, which has its attributes; what it has depends on its kind.
Thing = Any
Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | None"


class Parameter(TypedDict):
    """What a command takes; an argument has one word, its name."""

    words: list[str]
    kind: str  # argument, option or flag
    required: bool
    multiple: bool
    nargs: int
    choices: list[str] | None
    default: object


class Promise(NamedTuple):
    """What a version promises.

    Attributes:
        names: What is listed, as lines of a stub.
        errors: The built-in errors that each error is.
        words: The words of each literal.
        codes: Each code with its severity.
        commands: What each command takes, and the group of them.
        files: What users write into files, by what it is.
        json: The keys of the JSON that each command line answers with, as paths such as ``board.seats[].role``.
    """

    names: list[str]
    errors: dict[str, list[str]]
    words: dict[str, list[str]]
    codes: dict[str, str]
    commands: dict[str, list[Parameter]]
    files: dict[str, list[str]]
    json: dict[str, list[str]]

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
    values = dict(listed())
    return Promise(
        names=stub(SOURCES),
        errors=built_in_errors(values),
        words=words_of_literals(values),
        codes={code: rule.severity.value for code, rule in RULES.items()},
        commands=parameters(commands),
        files=written_into_files(ROOT),
        json={f"trilateral {line}": answered(line) for line in ASKED},
    )


def path_of(version: str, folder: Path = KEPT) -> Path:
    """Return where the promise of a version is kept."""
    return folder / f"api-{version}.json"


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
        if thing.is_class and f"{name}.__init__" not in MAY_CHANGE and _is_constructed(thing):
            yield f"{deeper}def __init__{_signature(_fields(thing))}: ..."
        members = thing.all_members if thing.is_class else {each: thing.members[each] for each in _listed(thing)}
        for each, member in sorted(members.items()):
            if member.is_public and each not in UNSAID and f"{name}.{each}" not in MAY_CHANGE:
                yield from _lines(member, each, deeper)
        yield f"{deeper}..."


def _listed(module: Thing) -> set[str]:
    """Return the names that a module lists; of the front door also those of the wings that need an extra."""
    wings = (name for name, member in module.members.items() if member.is_module and not name.startswith("_"))
    return {*(map(str, module.exports or ())), *(wings if module.parent is None else ())}


def _is_constructed(thing: Thing) -> bool:
    """Return whether attrs writes the constructor of a class."""
    return "__init__" not in thing.members and any(each.callable_path in CONSTRUCTED for each in thing.decorators)


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
    """Return parameters without their types, and by their places if callers cannot name them."""
    places = count(1)
    return inspect.Signature(
        [
            inspect.Parameter(
                f"_{next(places)}" if kind is inspect.Parameter.POSITIONAL_ONLY and each.name not in BOUND else each.name,
                kind,
                default=_default(each, kind),
            )
            for each, kind in ((each, KINDS[each.kind]) for each in parameters if each.kind is not None)
        ]
    )


def _default(parameter: griffe.Parameter, kind: inspect._ParameterKind) -> object:
    return inspect.Parameter.empty if kind in VARIADIC or parameter.default is None else _Default(parameter.default)


def listed() -> Iterator[tuple[str, object]]:
    """Yield the name and the value of all that the front door and the public wings list."""
    names = [each.name for each in pkgutil.iter_modules(trilateral.__path__) if not each.name.startswith("_")]
    for module in (trilateral, *(importlib.import_module(f"trilateral.{name}") for name in names)):
        for name in module.__all__:
            yield f"{module.__name__}.{name}", getattr(module, name)


def built_in_errors(values: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the built-in errors that each error among some values is."""
    return {
        name: [each.__name__ for each in value.__mro__ if issubclass(each, BaseException) and each.__module__ == "builtins"]
        for name, value in values.items()
        if isinstance(value, type) and issubclass(value, BaseException)
    }


def words_of_literals(values: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the words of each literal among some values."""
    return {name: list(get_args(value)) for name, value in values.items() if get_origin(value) is Literal}


def parameters(group: click.Group) -> dict[str, list[Parameter]]:
    """Return what a group of commands takes, and each command."""
    told = group.to_info_dict(click.Context(group, **group.context_settings))
    by_command = {"trilateral": told} | {f"trilateral {name}": command for name, command in told["commands"].items()}
    return {name: [_parameter(each) for each in command["params"]] for name, command in by_command.items()}


def _parameter(told: dict[str, Any]) -> Parameter:
    choices = told["type"].get("choices")
    return Parameter(
        words=[*told["opts"], *told["secondary_opts"]],
        kind="flag" if told.get("is_flag") else told["param_type_name"],
        required=told["required"],
        multiple=told["multiple"],
        nargs=told["nargs"],
        choices=None if choices is None else list(choices),
        default=told["default"],
    )


def answered(line: str) -> list[str]:
    """Return the keys of the JSON that a command line answers with; none if it is refused."""
    out = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(out):
        code = run([*line.split(), "--format", "json"])
    return [] if code == REFUSED else sorted(set(keys(json.loads(out.getvalue()))))


def keys(answer: Json, path: str = "") -> Iterator[str]:
    """Yield the path of each key in an answer.

    What is in a list follows ``[]``, what is under an id ``{}``. Parts of parts are parts, as deep as they go.
    """
    if isinstance(answer, list):
        for each in answer:
            yield from keys(each, f"{path}[]".replace(".parts[].parts[]", ".parts[]"))
    elif isinstance(answer, dict) and path == BY_ID:
        for each in answer.values():
            yield from keys(each, f"{path}{{}}")
    elif isinstance(answer, dict):
        for key, each in answer.items():
            deeper = f"{path}.{key}" if path else key
            yield deeper
            yield from keys(each, deeper)


def written_into_files(root: Path) -> dict[str, list[str]]:
    """Return what users write into their files: to install us, to run us, to leave our plugin out, to have our hook."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {
        "extra": list(project.get("optional-dependencies", ())),
        "script": list(project.get("scripts", ())),
        "pytest plugin": list(project.get("entry-points", {}).get("pytest11", ())),
        "hook": [hook["id"] for hook in hooks],
    }


def broken(before: Promise, now: Promise) -> Iterator[Broken]:
    """Yield each promise that is no longer kept."""
    for breakage in griffe.find_breaking_changes(_read(before.names), _read(now.names)):
        yield Broken(_name(breakage), breakage.kind.value.lower())
    for name, error in _gone(before.errors, now.errors):
        yield Broken(name, f"it is no {error} any more")
    for name, word in _gone(before.words, now.words):
        yield Broken(name, f"the word {word} is gone")
    yield from _broken_codes(before.codes, now.codes)
    yield from _broken_commands(before.commands, now.commands)
    for kind, name in _gone(before.files, now.files):
        yield Broken(f"{kind} {name}", f"the {kind} is gone")
    for line, path in _gone_keys(before.json, now.json):
        yield Broken(f"{line}: {path}", "the key is gone")


def _gone(before: dict[str, list[str]], now: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield each text that stood under a name and does no longer."""
    for name, texts in before.items():
        yield from ((name, text) for text in texts if text not in now.get(name, ()))


def _gone_keys(before: dict[str, list[str]], now: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield each key that is gone from a table; where the facts fill no such table any more, its keys are not."""
    for line, path in _gone(before, now):
        if _table(path) in {"", *map(_table, now.get(line, ()))}:
            yield line, path


def _table(path: str) -> str:
    return path.rpartition(".")[0]


def _broken_codes(before: dict[str, str], now: dict[str, str]) -> Iterator[Broken]:
    for code, severity in before.items():
        if code not in now:
            yield Broken(code, "the code is gone")
        elif SEVERITIES.index(now[code]) > SEVERITIES.index(severity):
            yield Broken(code, f"the severity was {severity} and is {now[code]}")
    for code in now.keys() - before.keys():
        if now[code] != "note":
            yield Broken(code, f"a new code must enter as a note, and this one is of severity {now[code]}")


def _broken_commands(before: dict[str, list[Parameter]], now: dict[str, list[Parameter]]) -> Iterator[Broken]:
    for command, taken in before.items():
        if command in now:
            yield from _broken_command(command, taken, now[command])
        else:
            yield Broken(command, "the command is gone")


def _broken_command(command: str, before: list[Parameter], now: list[Parameter]) -> Iterator[Broken]:
    for old in before:
        new = _shares_word(old, now)
        for word in old["words"]:
            if new is None or word not in new["words"]:
                yield Broken(f"{command} {word}", f"the {old['kind']} is gone")
        if new is not None:
            yield from (Broken(f"{command} {old['words'][0]}", what) for what in _broken_parameter(old, new))
    for new in now:
        if new["required"] and _shares_word(new, before) is None:
            yield Broken(f"{command} {new['words'][0]}", f"the {new['kind']} is new and required")
    places = _arguments(now)
    remaining = [name for name in _arguments(before) if name in places]
    if places[: len(remaining)] != remaining:
        yield Broken(command, f"the arguments were {' '.join(_arguments(before))} and are {' '.join(places)}")


def _shares_word(parameter: Parameter, others: list[Parameter]) -> Parameter | None:
    return next((each for each in others if {*each["words"]} & {*parameter["words"]}), None)


def _arguments(taken: list[Parameter]) -> list[str]:
    return [each["words"][0] for each in taken if each["kind"] == "argument"]


def _broken_parameter(old: Parameter, new: Parameter) -> Iterator[str]:
    if old["kind"] != new["kind"]:
        yield f"the {old['kind']} is now of kind {new['kind']}"
    if old["nargs"] != new["nargs"]:
        yield f"the number of values was {old['nargs']} and is {new['nargs']}"
    if new["required"] and not old["required"]:
        yield f"the {new['kind']} is now required"
    if old["multiple"] and not new["multiple"]:
        yield f"the {new['kind']} can no longer be repeated"
    if not old["required"] and old["default"] != new["default"]:
        yield f"the default was {old['default']} and is {new['default']}"
    if new["choices"] is not None and old["choices"] is None:
        yield f"any value was taken and now only {', '.join(new['choices'])}"
    elif new["choices"] is not None:
        yield from (f"the choice {choice} is gone" for choice in old["choices"] or () if choice not in new["choices"])


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
    """Yield a sentence on each break that the changelog does not declare, and on each release without promise or section."""
    for section in found:
        if section.date and SINCE_ONE.match(section.version) and section.version not in promises:
            file = path_of(section.version)
            yield (
                f"{file.name}: what {section.version} promises is not kept; run `make baseline` before that release, or after "
                f"it restore the file from its tag: git checkout v{section.version} -- {file.relative_to(ROOT).as_posix()}"
            )
    for version, before in promises.items():
        declared = breaking_since(version, found)
        if declared is None:
            yield f"{path_of(version).name}: CHANGELOG.md has no section {version}; write it"
            continue
        for each in broken(before, now):
            if each.name not in declared:
                yield f"{each.name}: {each.what} since {version}; mend it, or declare it: - Breaking: `{each.name}`, and why"


def keep(now: Promise, version: str, folder: Path = KEPT) -> str | None:
    """Keep the promise of a version, or return why not: what was released is not rewritten."""
    path = path_of(version, folder)
    if path.exists() and path.read_text(encoding="utf-8") == now.text:
        return None
    if git(folder, "tag", "--list", f"v{version}"):
        return (
            f"{path.name}: {version} is released, as v{version}, and what is public is not what it promised; that is not "
            "rewritten: raise the version in src/trilateral/_version.py"
        )
    path.write_text(now.text, encoding="utf-8")
    return None


def main() -> str | None:
    """Keep the promise of this version, or return all that is wrong."""
    logging.getLogger("griffe").setLevel(logging.ERROR)
    now = present()
    if sys.argv[1:] == ["--keep"]:
        return keep(now, trilateral.__version__)
    promises = kept()
    wrong = list(undeclared(promises, now, sections(CHANGELOG.read_text(encoding="utf-8"))))
    if not wrong:
        print(f"{len(now.names)} lines of public API break nothing of {', '.join(promises) or 'any release, as there is none'}")
    return "\n".join(wrong) or None


if __name__ == "__main__":
    sys.exit(main())
