from __future__ import annotations

import csv
from collections import Counter
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import pytest

from ontology.errors import InputError, NotFoundError
from pathways.evaluation.textbook import SHIPPED, read_ladders
from pathways.snapshot import Snapshot

CLIMB = ["51-9198.00", "51-8010.00", "51-1011.00"]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "own.csv"


def write(path: Path, *rows: str, header: str = "ladder,sector,rung,code,split") -> Path:
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return path


def test_rungs_stand_in_the_order_of_their_numbers(plants: Snapshot, written: Path) -> None:
    rows = [f"plant,energy,{n},{code},test" for n, code in enumerate(CLIMB, start=1)]
    (ladder,), report = read_ladders(plants.occupations, write(written, *reversed(rows)))
    assert ladder.places == tuple(plants.find(code) for code in CLIMB)
    assert ladder.moves == tuple(zip(ladder.places, ladder.places[1:], strict=False))
    assert (ladder.name, ladder.sector, ladder.split) == ("plant", "energy", "test")
    assert not len(report)


def test_a_list_may_do_without_sector_and_split(plants: Snapshot, written: Path) -> None:
    rows = [f"plant,{n},{code}" for n, code in enumerate(CLIMB)]
    (ladder,), _ = read_ladders(plants.occupations, write(written, *rows, header="ladder,rung,code"))
    assert (ladder.sector, ladder.split) == ("all", "all")


@pytest.mark.parametrize(
    ("rows", "place", "said"),
    [
        (["bad,,1,51-9198.00,", "bad,,2,99-9999.00,"], "own.csv, row 6, code", "is no occupation here ('99-9999.00')"),
        (["bad,,1,51-9198.00,", "bad,,two,51-8010.00,"], "own.csv, row 6, rung", "is no whole number ('two')"),
        (["bad,,1,51-9198.00,"], "own.csv, row 5, ladder", "has fewer than two rungs, or one twice ('bad')"),
        (["bad,,1,51-9198.00,", "bad,,2,51-9198.00,"], "own.csv, row 5, ladder", "or one twice"),
    ],
    ids=["unknown code", "no number", "one rung", "one twice"],
)
def test_a_bad_ladder_is_named_and_left_out(
    plants: Snapshot, written: Path, rows: list[str], place: str, said: str
) -> None:
    good = [f"plant,energy,{n},{code},test" for n, code in enumerate(CLIMB, start=1)]
    ladders, report = read_ladders(plants.occupations, write(written, *good, *rows))
    assert [ladder.name for ladder in ladders] == ["plant"]
    assert any(place in str(finding) and said in str(finding) for finding in report)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"ladder,rung\nx,1\n", "has no column code"),
        (b"ladder,rung,code\nx,1,99-9999.00\n", "holds no ladder of these occupations"),
        (b"ladder,rung,code\n", "holds no ladder"),
        (b"\xff\xfe\x00", "cannot be read as CSV"),
    ],
    ids=["no code", "unknown", "empty", "no text"],
)
def test_a_list_without_ladders_is_refused(plants: Snapshot, written: Path, text: bytes, said: str) -> None:
    written.write_bytes(text)
    with pytest.raises(InputError, match=said):
        read_ladders(plants.occupations, written)


def test_where_onet_is_missing_the_list_shipped_is_not_to_blame(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match=r"of the \d+ occupations of the textbook ladders .* import O\*NET$"):
        read_ladders(plants.occupations)


def rows() -> list[dict[str, str]]:
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_shipped_move_has_a_source() -> None:
    ladders = {name: list(own) for name, own in groupby(rows(), key=lambda row: row["ladder"])}
    assert len(ladders) >= 40
    for own in ladders.values():
        assert [int(row["rung"]) for row in own] == list(range(1, len(own) + 1))
        assert 3 <= len(own) <= 5
        assert len({row["code"] for row in own}) == len(own)
        assert len({(row["sector"], row["split"]) for row in own}) == 1
        assert all(row["source"] and row["url"].startswith("http") for row in own)
        assert all(row["seen"] in ("yes", "no") for row in own)


def test_a_third_of_each_sector_chosen_by_a_digest_is_for_testing() -> None:
    own = {row["ladder"]: (row["sector"], row["split"]) for row in rows()}
    for sector in {sector for sector, _ in own.values()}:
        names = sorted((n for n, (of, _) in own.items() if of == sector), key=lambda n: sha256(n.encode()).hexdigest())
        third = round(len(names) / 3)
        assert {name for name in names if own[name][1] == "test"} == set(names[:third])


def test_no_move_is_in_both_splits() -> None:
    moves = Counter(
        move
        for split in ("development", "test")
        for move in {
            (a["code"], b["code"])
            for a, b in zip(rows(), rows()[1:], strict=False)
            if a["ladder"] == b["ladder"] and a["split"] == split
        }
    )
    assert max(moves.values()) == 1
