"""The folder of outside data is the one that is named, else the one beside the project."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from training.outside import PROJECT, add_data_option, outside_data


@pytest.mark.parametrize(("named", "beside"), [(None, True), ("", True), ("releases", False)])
def test_the_environment_names_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: str | None, beside: bool
) -> None:
    monkeypatch.delenv("LADDERWORKS_DATA", raising=False)
    if named is not None:
        monkeypatch.setenv("LADDERWORKS_DATA", named and str(tmp_path / named))
    expected = (PROJECT.parent / "shared/data" if beside else tmp_path / "releases").resolve()

    assert outside_data() == expected
    parser = ArgumentParser()
    add_data_option(parser)
    assert parser.parse_args([]).data == expected
    assert parser.parse_args(["--data", "other"]).data == Path("other")
