"""The knowledge base between processes: many readers or one writer, and no half-loaded graph."""

import os
import signal
from pathlib import Path

import pytest

from ontology.errors import BusyError, NotFoundError, StoreError
from ontology.identifiers import Identifiers
from ontology.queries import ask
from ontology.store import KnowledgeBase
from tests.ontology.stored import (
    READ,
    folder,
    labels,
    lines,
    release,
    run,
)

__all__ = ["folder"]
"""Fixtures of others."""


def test_nothing_to_read_is_said_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"no knowledge base in .*/none; make one with `ladderworks import`"):
        KnowledgeBase.open(tmp_path / "none")

    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("below", ["", "kb"])
def test_a_file_in_place_of_the_folder_is_said_with_the_remedy(tmp_path: Path, below: str) -> None:
    (tmp_path / "kb.db").write_text("x")
    with pytest.raises(StoreError, match=r"kb\.db.* is a file or lies in one; name a folder in LADDERWORKS_KB"):
        KnowledgeBase.open(tmp_path / "kb.db" / below, write=True)


def test_a_folder_that_may_not_be_written_is_said_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", denied)
    with pytest.raises(StoreError, match=r"kb cannot be opened: Permission denied\. Give yourself the right"):
        KnowledgeBase.open(tmp_path / "kb", write=True)


def test_a_broken_folder_is_an_error_of_the_store(folder: Path) -> None:
    (folder / "store" / "CURRENT").write_text("nonsense")

    with pytest.raises(StoreError, match="cannot be opened"):
        KnowledgeBase.open(folder)


def test_what_is_written_is_there_in_the_next_process(folder: Path) -> None:
    done = run(READ, folder)

    assert done.stdout.strip() == "old", done.stderr


def test_two_readers_coexist(folder: Path) -> None:
    with KnowledgeBase.open(folder) as one, KnowledgeBase.open(folder) as two:
        assert labels(one, "onet") == labels(two, "onet") == ["old"]
        done = run(READ, folder)

    assert done.stdout.strip() == "old", done.stderr


OPEN = """
try:
    KnowledgeBase.open(folder, write=sys.argv[2] == "write")
except StoreError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize(
    ("first", "second", "doing"),
    [("write", "write", "is using it"), ("write", "read", "is writing to it"), ("read", "write", "is using it")],
)
def test_a_writer_is_alone(folder: Path, first: str, second: str, doing: str) -> None:
    with KnowledgeBase.open(folder, write=first == "write"):
        done = run(OPEN, folder, second)

    assert done.stdout.startswith("BusyError the knowledge base in "), done.stderr
    assert f"(process {os.getpid()}, since " in done.stdout
    assert f" {doing}. Nothing was changed" in done.stdout
    assert "LADDERWORKS_KB" in done.stdout
    KnowledgeBase.open(folder, write=second == "write").close()


def test_another_base_address_is_refused(folder: Path) -> None:
    with pytest.raises(StoreError, match=r"LADDERWORKS_BASE_IRI=http://localhost:8000"):
        KnowledgeBase.open(folder, Identifiers(base="https://skills.example"))
    KnowledgeBase.open(folder, write=True).close()


def test_a_second_writer_in_the_same_process_is_busy_too(folder: Path) -> None:
    with KnowledgeBase.open(folder, write=True), pytest.raises(BusyError):
        KnowledgeBase.open(folder, write=True)


KILLED = """
def pieces():
    for number in range(5):
        yield b"".join(f'<http://x/{number}/{n}> <http://x/p> "new" .\\n'.encode() for n in range(1000))
    os.kill(os.getpid(), signal.SIGKILL)
base = KnowledgeBase.open(folder, write=True)
base.replace(release, [], pieces())
"""


def test_a_writer_that_is_killed_leaves_the_old_release_whole(folder: Path) -> None:
    done = run(KILLED, folder)
    assert done.returncode == -signal.SIGKILL

    with KnowledgeBase.open(folder) as base:
        assert labels(base, "onet") == ["old"]
        assert [known.name for known in base.files(base.release("onet"))] == ["old.txt"]
        ((left,),) = base.rows("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://x/p> ?o } }")
        assert 3000 <= int(left) <= 5000, "whole pieces of the new release are left for the next writer to sweep"
        for pattern in ("?s <http://x/p> ?o", "GRAPH ?g { ?s <http://x/p> ?o }"):
            assert ask(base, f"SELECT ?s {{ {pattern} }}").empty, "and no query sees them"
    with KnowledgeBase.open(folder, write=True) as base:
        base.replace(release("2"), [], lines("next"))
        assert list(base.rows("SELECT ?s { GRAPH ?g { ?s <http://x/p> ?o } }")) == []
        assert (labels(base, "onet@1"), labels(base, "onet@2")) == (["old"], ["next"])


FULL = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
base = KnowledgeBase.open(folder, write=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
pieces = (b"".join(f'<http://x/{p}/{n}> <http://x/p> "{p * n}" .\\n'.encode() for n in range(20_000)) for p in range(5))
try:
    base.replace(release, [], pieces)
except StoreError as error:
    print(type(error).__name__, error)
"""


def test_a_full_disk_leaves_the_old_release_whole(folder: Path) -> None:
    done = run(FULL, folder)

    assert done.stdout.startswith("WriteError onet 1 could not be written: "), done.stderr
    assert "What was there before is unchanged; make room on the disk and import again" in done.stdout
    with KnowledgeBase.open(folder) as base:
        assert labels(base, "onet") == ["old"]
    with KnowledgeBase.open(folder, write=True) as base:
        base.replace(release("1"), [], lines("new"))
        assert labels(base, "onet") == ["new"]


FULL_FOR_THE_POINTER = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
base = KnowledgeBase.open(folder, write=True)
def pieces():
    yield b'<http://x/1> <http://x/p> "new" .\\n'
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
try:
    base.replace(release, [], pieces())
except StoreError as error:
    print(type(error).__name__, error)
"""


def test_a_disk_that_is_full_at_the_last_step_leaves_the_old_release_whole(folder: Path) -> None:
    done = run(FULL_FOR_THE_POINTER, folder)

    assert done.stdout.startswith("WriteError onet 1 could not be written: "), done.stderr
    with KnowledgeBase.open(folder) as base:
        assert labels(base, "onet") == ["old"]
