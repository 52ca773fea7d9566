"""A standard is agreed on, published and taken back from the command line, and both versions answer."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

DANA = ("--by", "Dana Whitefeather")
STEPS = ("review", "ratify", "publish")


@pytest.fixture
def panel(project: Path, tmp_path: Path) -> Path:
    """A copy of the example, small enough for the reasoner to be quick: without firms, programs and their outcomes."""
    folder = copytree(project / "examples/power-generation", tmp_path / "panel")
    declared = (folder / "partnership.toml").read_text(encoding="utf-8")
    declared = declared.partition("# The firms' own")[0].replace('outcomes = "outcomes.csv"\n', "")
    (folder / "partnership.toml").write_text(declared, encoding="utf-8")
    return folder


def publish(run: Run, panel: Path) -> None:
    assert run("import", "partnership", panel, "--no-prepare") == 0
    for step in STEPS:
        assert run("standard", step, "power-generation", *DANA) == 0


def test_a_second_version_is_published_and_the_first_still_answers(run: Run, panel: Path, capsys: Captured) -> None:
    publish(run, panel)
    assert "power-generation@1.0 is published: http://localhost:8000/id/framework/" in capsys.readouterr().out
    competencies = panel / "competencies.csv"
    said = competencies.read_text(encoding="utf-8")
    competencies.write_text(said.replace("Hazard Recognition", "Hazard Control"), encoding="utf-8")
    publish(run, panel)
    capsys.readouterr()

    assert run("standard", "versions", "power-generation") == 0
    listed = capsys.readouterr().out
    stands, steps = (part.splitlines()[2:] for part in listed.split("\n\n"))
    assert [line.split()[:2] for line in stands] == [
        ["power-generation@1.1", "published"],
        ["power-generation@1.0", "superseded"],
        ["power-generation@draft", "draft"],
    ]
    assert [line.split()[1:3] for line in steps if "comment" not in line][:3] == [
        ["draft", "review"],
        ["draft", "ratified"],
        ["1.0", "published"],
    ]
    assert "Dana Whitefeather  published as 1.1" in listed
    for name, label in (("@1.0", "Hazard Recognition"), ("@1.1", "Hazard Control"), ("", "Hazard Control")):
        assert run("standard", "export", f"power-generation{name}", "--format", "skos") == 0
        assert f'skos:prefLabel "{label}"@en' in capsys.readouterr().out

    assert run("standard", "withdraw", "power-generation@1.1", *DANA, "--comment", "The label was a mistake.") == 0
    assert "power-generation@1.1 is withdrawn; power-generation@1.0 is in force" in capsys.readouterr().out
    assert run("status") == 0
    assert "stands at withdrawn" in capsys.readouterr().out
    assert run("remove", "power-generation", "--yes") == 2
    assert "power-generation@1.0, power-generation@1.1: what is published cannot be removed" in capsys.readouterr().err


def test_what_does_not_pass_the_gate_is_told_and_not_published(run: Run, panel: Path, capsys: Captured) -> None:
    declared = panel / "partnership.toml"
    text = declared.read_text(encoding="utf-8")
    declared.write_text(
        "\n".join(line for line in text.splitlines() if not line.startswith("license")), encoding="utf-8"
    )
    assert run("import", "partnership", panel, "--no-prepare") == 0
    capsys.readouterr()
    for step in ("review", "ratify"):
        assert run("standard", step, "power-generation", *DANA) == 0
        err = capsys.readouterr().err
        assert (
            "warning: the standard has no license, and is not published without one ('power-generation@draft'). Write"
            in err
        )
        assert "into partnership.toml, and import the folder again" in err

    assert run("standard", "publish", "power-generation", *DANA, "--report", "found.tsv") == 1

    said = capsys.readouterr()
    assert said.out == ""
    assert "license" in said.err
    assert "Nothing was published: power-generation does not pass the gate" in said.err
    steps = [said.err.index(f"`ladderworks standard {step} power-generation --by NAME`") for step in STEPS]
    assert steps == sorted(steps)
    assert run("standard", "versions") == 0
    assert "power-generation@draft  ratified" in capsys.readouterr().out


def test_a_standard_that_began_with_lists_is_licensed_before_it_is_published(
    run: Run, tmp_path: Path, capsys: Captured
) -> None:
    for firm in ("dam", "plant"):
        (tmp_path / f"{firm}.csv").write_text("Skill\nLock and tag equipment before work\n", encoding="utf-8")
    said = "statement,{}\nLock and tag equipment before work,{}\n"
    (tmp_path / "decisions.csv").write_text(said.format("decision,category", "accept,Safety"), encoding="utf-8")
    (tmp_path / "positions.csv").write_text(said.format("dam,plant", "yes,yes"), encoding="utf-8")
    remedy = "ladderworks harmonize --standard harbor --license CC-BY-4.0"

    assert run("harmonize", "dam=dam.csv", "plant=plant.csv", "--standard", "harbor") == 0
    assert f"has no license, and is not published without one ('harbor@1'). Agree on one and say it: `{remedy}`" in (
        capsys.readouterr().err
    )
    assert run("standard", "decide", "harbor", "decisions.csv", *DANA) == 0
    assert run("standard", "position", "harbor", "positions.csv", *DANA) == 0
    for step in STEPS[:2]:
        assert run("standard", step, "harbor", *DANA) == 0
    assert run("standard", "publish", "harbor", *DANA) == 1
    capsys.readouterr()
    assert run(*remedy.split()[1:]) == 0
    assert "harbor@1 has a license now; it stood at ratified, and is a draft again" in capsys.readouterr().err
    assert run(*remedy.split()[1:]) == 0
    assert "harbor@1 has a license now (" in capsys.readouterr().err
    for step in STEPS:
        assert run("standard", step, "harbor", *DANA) == 0
    told = capsys.readouterr()
    assert "harbor@1.0 is published" in told.out
    assert "license" not in told.err
    assert run("standard", "export", "harbor", "--format", "skos") == 0
    assert "<https://creativecommons.org/licenses/by/4.0/>" in capsys.readouterr().out


def test_an_imported_standard_takes_its_license_from_its_folder(run: Run, panel: Path, capsys: Captured) -> None:
    assert run("import", "partnership", panel, "--no-prepare") == 0
    assert run("harmonize", "--standard", "power-generation", "--license", "CC0-1.0") == 2
    assert "write it there into partnership.toml as `license`, and import it again" in capsys.readouterr().err
    assert run("harmonize", "--standard", "power-generation", "--license", "mine") == 2
    assert "--license 'mine' is neither an address nor one of CC0-1.0" in capsys.readouterr().err


def test_wrong_use_is_told(run: Run, capsys: Captured) -> None:
    assert run("standard", "publish", "power-generation", *DANA) == 1
    assert "the embedded example is only read" in capsys.readouterr().err
    assert run("standard", "versions", "onet") == 1
    assert "no standard is called 'onet'; there are power-generation" in capsys.readouterr().err
    assert run("standard", "versions") == 0
    assert "power-generation@draft  draft" in capsys.readouterr().out


def test_addresses_that_lead_to_one_machine_alone_are_told_before_they_are_published(
    run: Run, panel: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = "lead to this machine alone, and what is published keeps them"
    for base, times in (("http://localhost:8000", 1), ("https://skills.example.org", 0)):
        monkeypatch.setenv("LADDERWORKS_BASE_IRI", base)
        monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / f"kb{times}"))
        assert run("import", "partnership", panel, "--no-prepare") == 0
        assert capsys.readouterr().err.count(told) == times
        assert run("standard", "review", "power-generation", *DANA) == 0
        assert capsys.readouterr().err.count(told) == times
        assert run("standard", "ratify", "power-generation", *DANA) == 0
        assert told not in capsys.readouterr().err
        assert run("standard", "publish", "power-generation", *DANA) == 0
        assert capsys.readouterr().err.count(told) == times
