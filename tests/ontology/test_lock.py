"""Many readers or one writer."""

from pathlib import Path

import pytest

from ontology.errors import BusyError
from ontology.lock import Lock


def test_readers_share(tmp_path: Path) -> None:
    with Lock(tmp_path / "lock", exclusive=False), Lock(tmp_path / "lock", exclusive=False):
        assert (tmp_path / "lock").exists()


@pytest.mark.parametrize(("first", "second"), [(True, True), (True, False), (False, True)])
def test_a_writer_is_alone_until_it_lets_go(tmp_path: Path, first: bool, second: bool) -> None:
    held = Lock(tmp_path / "lock", exclusive=first)

    with pytest.raises(BusyError, match=r"is busy: another process is .*\. Wait for it or stop it"):
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
