"""``ladderworks standard agreement``: what is told before anybody takes a position on it."""

import csv
from pathlib import Path

from tests.api.test_standard_agree import Captured, Run, decide, panel, told
from tests.standards.agreement.conftest import CHARTS, ROPES

__all__ = ["panel"]


def test_what_occupations_need_is_told_before_positions_are_taken(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    """Two firms give numbers for charts and engines, one for tides; ropes are stated."""
    assert panel("standard", "agreement", "harbor", "-o", "state.requirements.csv") == 0
    assert "3 of 4 requirements without importance or level, which fewer than 3 firms give" in capsys.readouterr().out
    rows = list(csv.DictReader((tmp_path / "state.requirements.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["statement"]: row["level"] for row in rows}["Splice rope and wire"] == "3"

    given = {"decision": "level", "occupation": "53-5011.00", "importance": "4", "level": "2"}
    assert decide(panel, tmp_path, charts=given) == 0
    assert "level: Read charts | Sailors (53-5011.00): importance 4, level 2" in capsys.readouterr().out
    assert panel("standard", "agreement", "harbor", "-o", "state.json") == 0
    assert "2 of 4 requirements without importance or level" in capsys.readouterr().out
    (charts,) = (one for one in told(tmp_path)["requirements"] if one["statement"] == CHARTS)
    assert (charts["level"], charts["level_from"], charts["few"]) == (2, "decided", [])


def test_who_adopts_with_a_change_is_told_with_what_instead(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert decide(panel, tmp_path, ropes={"decision": "accept"}) == 0
    lines = ["address,statement,organization,position,change"]
    lines.append(f"{ROPES},Splice rope and wire,Ferry Co,adopt with change,Splice wire alone")
    (tmp_path / "positions.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    capsys.readouterr()
    assert panel("standard", "position", "harbor", "positions.csv", "--by", "Dana") == 0
    assert "Ferry Co adopts HT-1 with a change: Splice wire alone" in capsys.readouterr().out
    assert panel("standard", "agreement", "harbor") == 0
    assert "Ferry Co adopts HT-1 with a change: Splice wire alone" in capsys.readouterr().out

    assert decide(panel, tmp_path, ropes={"decision": "reword", "wording": "Splice wire alone"}) == 0
    capsys.readouterr()
    assert panel("standard", "agreement", "harbor") == 0
    assert "with a change" not in capsys.readouterr().out  # it is asked again


def test_a_decision_is_told_with_the_wording_that_it_was_about(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert decide(panel, tmp_path, charts={"decision": "accept", "wording": "Read paper charts"}) == 0
    assert "accept: Read charts → Read paper charts" in capsys.readouterr().out
