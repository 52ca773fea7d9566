"""Many readers or one writer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ontology.errors import BusyError
from ontology.holders import MOST, holders
from ontology.lock import Lock


def test_readers_share(tmp_path: Path) -> None:
    with Lock(tmp_path / "lock", exclusive=False), Lock(tmp_path / "lock", exclusive=False):
        assert (tmp_path / "lock").exists()


@pytest.mark.parametrize(("first", "second"), [(True, True), (True, False), (False, True)])
def test_a_writer_is_alone_until_it_lets_go(tmp_path: Path, first: bool, second: bool) -> None:
    held = Lock(tmp_path / "lock", exclusive=first)

    with pytest.raises(
        BusyError, match=rf"is busy: `.*` of .* \(process {os.getpid()}, since .* UTC\) is .*: wait until"
    ):
        Lock(tmp_path / "lock", exclusive=second)

    held.release()
    Lock(tmp_path / "lock", exclusive=second).release()


def test_an_error_inside_lets_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), Lock(tmp_path / "lock", exclusive=True):
        raise KeyError

    Lock(tmp_path / "lock", exclusive=True).release()


def test_the_message_names_the_folder(tmp_path: Path) -> None:
    with Lock(tmp_path / "lock", exclusive=True), pytest.raises(BusyError, match=str(tmp_path)):
        Lock(tmp_path / "lock", exclusive=False)


def test_all_that_read_are_named_and_those_that_let_go_are_not(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    one, two = Lock(path, exclusive=False), Lock(path, exclusive=False)
    with pytest.raises(BusyError, match=r"` of .* and `.*` of .* are using it"):
        Lock(path, exclusive=True)
    one.release()

    assert len(holders(path)) == 1
    two.release()
    assert holders(path) == []


def test_who_was_killed_is_not_named(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    taking = "import os, sys; from pathlib import Path; from ontology.lock import Lock"
    taking += "; held = Lock(Path(sys.argv[1]), exclusive=True); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", taking, str(path)], check=False)

    assert path.read_text(encoding="utf-8").startswith("+")
    assert holders(path) == []
    with Lock(path, exclusive=True):
        assert [one.process for one in holders(path)] == [os.getpid()]


def test_where_nobody_can_be_named_it_is_another_process(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with Lock(path, exclusive=True):
        path.write_text("no line of ours\n", encoding="utf-8")
        with pytest.raises(BusyError, match="is busy: another process is using it"):
            Lock(path, exclusive=True)


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_text("x" * MOST, encoding="utf-8")
    for _ in range(3):
        Lock(path, exclusive=False).release()
    assert path.stat().st_size == MOST

    Lock(path, exclusive=True).release()
    assert path.stat().st_size < 1000


def test_files_and_options_of_a_command_are_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/opt/bin/ladderworks", "harmonize", "dam=secret.csv", "--standard", "harbor"])
    with Lock(tmp_path / "lock", exclusive=True):
        assert [one.command for one in holders(tmp_path / "lock")] == ["ladderworks harmonize"]
