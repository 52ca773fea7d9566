"""Texts about work: each thing beside what it is one of."""

from pathlib import Path

import pytest

from training.paraphrases import RELEASE
from training.work_texts import _of_instances, _of_occupations, _of_tools

TABLES = {
    "Task Statements.txt": ["Task ID\tTask", "1\tInspect harnesses.", "2\tInspect harnesses."],
    "DWA Reference.txt": ["DWA ID\tDWA Title", "a\tInspect safety equipment."],
    "Occupation Data.txt": ["Description", "Erect steel."],
    "Alternate Titles.txt": ["Alternate Title", "Ironworker"],
    "Tasks to DWAs.txt": ["Task ID\tDWA ID", "1\ta", "9\ta"],
    "Tools Used.txt": ["Example\tCommodity Code\tCommodity Title", "Safety lanyards\t7\tFall protection lanyard"],
    "Technology Skills.txt": ["Example\tCommodity Code\tCommodity Title", "Word\t8\tOffice software"],
    "UNSPSC Reference.txt": ["Commodity Code\tClass Title", "7\tPersonal safety"],
}


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / RELEASE
    folder.mkdir(parents=True)
    for name, lines in TABLES.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_what_stands_twice_is_read_once(release: Path) -> None:
    assert list(_of_occupations(release)) == [
        "Inspect harnesses.",
        "Inspect safety equipment.",
        "Erect steel.",
        "Ironworker",
    ]


def test_a_tool_stands_beside_its_kinds(release: Path) -> None:
    """A commodity without a class stands alone."""
    assert list(_of_tools(release)) == [
        "Safety lanyards Fall protection lanyard Personal safety",
        "Word Office software ",
    ]


def test_a_task_stands_beside_its_activity(release: Path) -> None:
    """A task that the release does not have is left out."""
    assert list(_of_instances(release)) == ["Inspect harnesses. Inspect safety equipment."]
