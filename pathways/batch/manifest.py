"""The manifest of a batch: what was asked of which corpus and framework, and which partitions are done."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

from pydantic import Field, TypeAdapter, ValidationError

from ontology.errors import UnreadableError
from ontology.frozen import Frozen
from pathways.coverage import Target
from standards.corpora import Columns, Corpus
from standards.matching import Entry as Competency

FORM: Final = 2
"""Raised whenever a manifest of an older form, or the results beside it, would be read wrong.

Since form 2 the rows of results are counted with the header as row 1.
"""

COMPETENCIES: Final = TypeAdapter(tuple[Competency, ...])


class State(StrEnum):
    """Where a partition stands."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    """It stopped every worker that tried it; the next run tries again."""


class Source(Frozen):
    """A file of the corpus, as it was when the batch began."""

    name: str
    rows: int
    size: int
    sha256: str
    columns: Columns


class Framework(Frozen):
    """The framework that statements are matched to, or the list of one's own.

    Parameters
    ----------
    name
        As it was asked for, for instance ``esco@1.1.0`` or ``our-skills.csv``.
    release
        Name of the release that holds it; empty for a list.
    competencies
        How many it has.
    sha256
        Of all names and descriptions of the competencies.
    language
        As a tag; empty where its release names none.
    file_sha256
        Of the file of a list, in hexadecimal; else empty.
    """

    name: str
    release: str
    competencies: int
    sha256: str
    language: str = ""
    file_sha256: str = ""

    @classmethod
    def of(cls, target: Target) -> Framework:
        """Return what the manifest says of what is matched to."""
        return cls(
            name=str(target.own.path) if target.own else target.name,
            release=target.edition,
            competencies=len(target.index.entries),
            sha256=sha256(COMPETENCIES.dump_json(tuple(target.index.entries))).hexdigest(),
            language=target.language,
            file_sha256=target.own.sha256 if target.own else "",
        )

    @property
    def named(self) -> str:
        """The name, with the release that holds it where there is one."""
        return f"{self.name} ({self.release})" if self.release else self.name

    def differences(self, other: Framework) -> Iterator[str]:
        """Yield in words how another one differs, where its competencies do."""
        if self.sha256 == other.sha256:
            return
        if (self.name, self.release) == (other.name, other.release):
            yield f"the competencies of {self.name} have changed"
        else:
            yield f"--to was {self.named} and is {other.named}"


class Asked(Frozen):
    """All that decides what the results are; where it is the same, so are they.

    Parameters
    ----------
    partition
        Rows of a partition at most.
    top
        Suggestions for a statement at most.
    least
        Confidence from which a competency is suggested, 0 to 1.
    method
        Digest of the code and the data that match.
    """

    corpus: tuple[Source, ...]
    framework: Framework
    partition: int
    top: int
    least: float
    method: str

    @property
    def digest(self) -> str:
        """Return the SHA-256 of it all, in hexadecimal."""
        return sha256(self.model_dump_json().encode()).hexdigest()

    def differences(self, other: Asked) -> Iterator[str]:
        """Yield what the other one asks differently, in words."""
        yield from _changed_files(self.corpus, other.corpus)
        yield from self.framework.differences(other.framework)
        for option in ("partition", "top", "least"):
            if (was := getattr(self, option)) != (is_now := getattr(other, option)):
                yield f"--{option} was {was} and is {is_now}"
        if self.method != other.method:
            yield "this version of Ladderworks matches otherwise"


def _changed_files(before: tuple[Source, ...], now: tuple[Source, ...]) -> Iterator[str]:
    old, new = ({file.name: file for file in files} for files in (before, now))
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield f"{name} is no longer in the corpus"
        elif name not in old:
            yield f"{name} was not in the corpus"
        elif old[name].sha256 != new[name].sha256:
            yield f"{name} has changed"
        elif old[name].columns != new[name].columns:
            yield f"other columns of {name} are named"


class Entry(Frozen):
    """A partition in the manifest.

    Parameters
    ----------
    number
        From 1.
    file, start, rows
        Where its rows are: the corpus file, how many come before them, and how many they are.
    result
        Path of the result file inside the output folder.
    written, matched
        Rows of the result; statements with a suggestion.
    findings
        How many rows have which finding, by its code.
    sha256
        Of the result file, in hexadecimal; empty while there is none.
    seconds
        That the worker took for it; ``None`` where that is not known, since the run was stopped meanwhile.
    worker
        That did it: its machine and process.
    message
        Why it failed.
    """

    number: int
    file: str
    start: int
    rows: int
    result: str
    state: State = State.WAITING
    written: int = 0
    matched: int = 0
    findings: dict[str, int] = Field(default_factory=dict)
    sha256: str = ""
    seconds: float | None = None
    worker: str = ""
    message: str = ""


class Manifest(Frozen):
    """What an output folder holds.

    Parameters
    ----------
    tool
        Version of Ladderworks.
    began
        When the first run began.
    run
        Digest of what is asked.
    index
        SHA-256 of the index file that all workers use, in hexadecimal.
    """

    form: int = FORM
    tool: str
    began: datetime
    corpus: str
    asked: Asked
    run: str
    index: str
    partitions: tuple[Entry, ...]

    def of(self, state: State) -> tuple[Entry, ...]:
        """Return the partitions in some state."""
        return tuple(entry for entry in self.partitions if entry.state is state)

    def having(self, entries: Mapping[int, Entry]) -> Manifest:
        """Return it with other entries in the place of those of the same number."""
        changed = tuple(entries.get(entry.number, entry) for entry in self.partitions)
        return self.model_copy(update={"partitions": changed})


def sources(corpus: Corpus) -> tuple[Source, ...]:
    """Return the files of a corpus as the manifest names them."""
    return tuple(
        Source(name=file.name, rows=file.rows, size=file.size, sha256=file.sha256, columns=file.columns)
        for file in corpus.files
    )


def read_manifest(path: Path) -> Manifest:
    """Return the manifest in a file.

    Raises
    ------
    UnreadableError
        Where it is broken or of another form.
    """
    try:
        found = Manifest.model_validate_json(path.read_bytes())
    except ValidationError as error:
        message = (
            f"{path} is no manifest of this version of Ladderworks; begin anew with --fresh, or name another folder"
        )
        raise UnreadableError(message) from error
    if found.form != FORM:
        message = f"{path} has form {found.form}, and {FORM} is read; begin anew with --fresh, or name another folder"
        raise UnreadableError(message)
    return found


def write_manifest(manifest: Manifest, path: Path) -> None:
    """Write a manifest to a file, whole or not at all."""
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    passing.write_text(manifest.model_dump_json(indent=1), encoding="utf-8")
    passing.replace(path)
