"""Paraphrases of O*NET."""

from collections.abc import Callable
from pathlib import Path

from training.paraphrases import RELEASE, read_paraphrases

TABLES = {
    "Occupation Data": "O*NET-SOC Code\tTitle\tDescription\n51-4121.00\tWelders\tJoin metal.\n",
    "Alternate Titles": "O*NET-SOC Code\tAlternate Title\n51-4121.00\tPipe Welder\n51-4121.00\tArc Welder\n",
    "Task Statements": 'Task ID\tTask\n1\tWeld "hot" pipes.\n2\tBraze tubes.\n',
    "Tasks to DWAs": "Task ID\tDWA ID\n1\t4.A\n2\t4.A\n3\t4.A\n",
    "DWA Reference": "DWA ID\tDWA Title\n4.A\tJoin metal parts.\n4.B\tPaint walls.\n",
}


def test_titles_of_one_occupation_and_tasks_of_one_activity(tmp_path: Path) -> None:
    (tmp_path / RELEASE).mkdir(parents=True)
    for name, text in TABLES.items():
        (tmp_path / RELEASE / f"{name}.txt").write_text(text, encoding="utf-8")
    found = [(entry.label, entry.alt_labels, entry.description) for entry in read_paraphrases(tmp_path)]

    assert found == [
        ("Welders", ("Pipe Welder", "Arc Welder"), "Join metal."),
        ("Join metal parts.", ('Weld "hot" pipes.', "Braze tubes."), ""),
        ("Paint walls.", (), ""),
    ]


def test_a_whole_release(data: Path, needs: Callable[[Path], Path]) -> None:
    needs(data / RELEASE)
    found = read_paraphrases(data)

    assert len(found) > 3000
    assert sum(len(entry.alt_labels) for entry in found) > 70_000
