"""The metadata block of a mapping set: YAML, before its rows behind ``#`` or in a file of its own.

Every plain text stays the text that it is: nothing becomes a number, a day or a truth value on the way. What the
standard forbids in the block (directives, tags, anchors, aliases) is refused, and with it whatever grows when it is
read.
"""

from __future__ import annotations

import sys
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import yaml

from ontology.errors import UnreadableError
from standards.sssom.judging import Judge, Place

LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads texts, lists and mappings, and constructs nothing else; written in C where PyYAML was built with that."""

LONGEST: Final = 1_000_000
"""Characters of a block that is read: ten thousand prefixes take a third of it."""

DEEPEST: Final = 4
"""Levels of a block that is read; the deepest that the standard has is 3: definitions of extensions."""

Line = tuple[int, str]
"""The number of a line in its file, and its text."""

Value = str | float | date | list[str] | dict[str, str]
"""What a slot is written with."""


@dataclass(frozen=True)
class Entry:
    """What a slot is told to be: its values, and the line that it begins on."""

    line: int
    values: tuple[str, ...]


@dataclass(frozen=True)
class Metadata:
    """What a block says.

    Parameters
    ----------
    prefixes
        What each stands for.
    slots
        By their names, in the order of the block; those that the standard does not have, too.
    """

    prefixes: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, Entry] = field(default_factory=dict)


def write_metadata(slots: Mapping[str, Value]) -> str:
    """Return the lines of a block: texts plain where YAML takes them for texts, else in double quotation marks."""
    return str(yaml.dump(dict(slots), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=sys.maxsize))


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]
    """Writes as the canonical form of the standard has it."""

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401 - whatever is written
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def read_metadata(lines: Sequence[Line], judge: Judge, known: Container[str]) -> Metadata:
    """Return what a block says; what stands in it twice, and values that no slot can hold, are reported.

    Parameters
    ----------
    known
        Names of the slots that are read. Of others, only that they are there.

    Raises
    ------
    UnreadableError
        Where it is no YAML, is longer or deeper than a block can be, or has what the standard forbids.
    """
    root = _root(lines)
    if root is None:
        return Metadata()
    block = _Block([number for number, _ in lines], judge)
    prefixes: dict[str, str] = {}
    slots: dict[str, Entry] = {}
    for line, name, node in block.entries(root, "the block"):
        if name == "curie_map":
            prefixes = {prefix: text for _, prefix, one in block.entries(node, name) for text in block.texts(name, one)}
        else:
            slots[name] = Entry(line, tuple(block.texts(name, node)) if name in known else ())
    return Metadata(prefixes, slots)


@dataclass(frozen=True)
class _Block:
    """Takes a block apart.

    Parameters
    ----------
    numbers
        Of its lines in the file.
    """

    numbers: Sequence[int]
    judge: Judge

    def entries(self, node: Any, of: str) -> Iterator[tuple[int, str, Any]]:  # noqa: ANN401 - a node of PyYAML
        """Yield line, name and node of each entry of a mapping, each name once."""
        if _says_nothing(node):
            return
        if not isinstance(node, yaml.MappingNode):
            self._say(node, of, "bad-slot", "is no list of names with their values", "Write each as NAME: VALUE")
            return
        there: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._say(key, of, "bad-slot", "has a name that is no text", "Write each as NAME: VALUE")
            elif key.value in there:
                self._say(key, key.value, "slot-twice", "stands twice", "Keep one of the two")
            else:
                there.add(key.value)
                yield self._line(key), key.value, value

    def texts(self, name: str, node: Any) -> Iterator[str]:  # noqa: ANN401 - a node of PyYAML
        """Yield the texts of a slot; of one that says nothing, none."""
        for one in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            if not isinstance(one, yaml.ScalarNode):
                self._say(one, name, "bad-slot", "is neither a text nor a list of texts", "Write it as NAME: VALUE")
            elif not _says_nothing(one):
                yield one.value

    def _say(self, node: Any, name: str, code: str, message: str, remedy: str) -> None:  # noqa: ANN401 - as above
        self.judge.refuse(Place(self._line(node), name), code, message, remedy)

    def _line(self, node: Any) -> int:  # noqa: ANN401 - as above
        at: int = min(node.start_mark.line, len(self.numbers) - 1)
        return self.numbers[at]


def _says_nothing(node: Any) -> bool:  # noqa: ANN401 - a node of PyYAML
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")


def _root(lines: Sequence[Line]) -> Any:  # noqa: ANN401 - a node of PyYAML
    """Return the node that a block is, or nothing where it is empty."""
    text = "\n".join(line for _, line in lines)
    if len(text) > LONGEST:
        message = f"the metadata has {len(text):,} characters, and at most {LONGEST:,} are read; shorten it"
        raise UnreadableError(message)
    try:
        _allow(yaml.parse(text, Loader=LOADER), lines)
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or getattr(error, "reason", "it cannot be read")
        raise _unreadable(lines, mark, f"is no YAML ({said})", "put texts with : or # in quotation marks") from error


def _allow(events: Iterator[Any], lines: Sequence[Line]) -> None:
    """Refuse a block that is too deep, or has what the standard forbids; nothing is constructed before."""
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _unreadable(lines, event.start_mark, f"has more than {DEEPEST} levels", "take out what is inside")
        if forbidden := _forbidden(event):
            raise _unreadable(lines, event.start_mark, f"has {forbidden}, which SSSOM forbids", "write it out")


def _forbidden(event: Any) -> str:  # noqa: ANN401 - an event of PyYAML
    """Return what an event has that the standard forbids (SSSOM/TSV, *Forbidden YAML features*)."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "an anchor or an alias"
    if isinstance(event, yaml.DocumentStartEvent):
        return "a directive" if event.version or event.tags else ""
    return "a tag" if getattr(event, "tag", None) else ""


def _unreadable(lines: Sequence[Line], mark: Any, what: str, remedy: str) -> UnreadableError:  # noqa: ANN401 - as above
    where = f" in line {lines[min(mark.line, len(lines) - 1)][0]}" if mark and lines else ""
    return UnreadableError(f"the metadata {what}{where}; {remedy}")
