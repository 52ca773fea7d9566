"""A member that has left: what is told of it wherever its list, its positions or decisions of its words are met."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.agreements.summary import summary
from ontology.errors import NotFoundError, RefusedError
from ontology.records import Endorsement
from ontology.store import KnowledgeBase
from pathways.agreements import owners_matrix
from standards.agreement import (
    Motion,
    Signature,
    Stance,
    Status,
    account,
    decide,
    read_agreement,
    speak,
)
from standards.harmonizing.intake import take_in_all
from standards.harmonizing.panel import ensure_panel
from standards.harmonizing.rounds import propose
from standards.imports import import_release

LEFT = "left on 2026-05-31 and is no member any more"
ANN = Signature("Ann")
LISTS = {
    "dam": "Skill\nLock and tag equipment before work\nClear trash racks with the rake\n",
    "plant": "Skill\nLock and tag equipment before starting work\nWeld boiler tubes\n",
    "mill": "Skill\nLock and tag equipment before any work\nWeld boiler tubes and headers\nGrind wood chips\n",
}
LOCKS, TUBES, CHIPS = "Lock and tag equipment before work", "Weld boiler tubes", "Grind wood chips"

Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write the folder of the port; those that have left have a last day, and no list."""

    def write(*left: str, lists: bool = True) -> Path:
        members = [
            f'[[organizations]]\nslug = "{slug}"\nname = "{slug.title()} Co."\nrole = "{role}"\n'
            + ("left = 2026-05-31\n" if slug in left else "")
            for slug, role in (*((firm, "firm") for firm in LISTS), ("union-7", "union"))
        ]
        named = [f'{firm} = "{firm}.csv"\n' for firm in LISTS if firm not in left] if lists else []
        head = 'name = "Port"\nslug = "port"\nlicense = "https://creativecommons.org/licenses/by/4.0/"\n'
        text = "".join([head, *members, "[files.firms]\n", *named])
        folder = tmp_path / "port"
        folder.mkdir(exist_ok=True)
        (folder / "partnership.toml").write_text(text, encoding="utf-8")
        for firm, said in LISTS.items():
            (folder / f"{firm}.csv").write_text(said, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def base(written: Written) -> Iterator[KnowledgeBase]:
    """The port after some decisions and positions, with all its members."""
    with KnowledgeBase.in_memory() as opened:
        import_release(opened, "partnership", [written()])
        propose(opened, "port", ())
        decide(opened, "port", [motion(LOCKS), motion(TUBES), motion(CHIPS)], ANN)
        speak(opened, "port", [stance("dam", LOCKS, "endorse"), stance("mill", TUBES, "dissent", "No boiler")], ANN)
        yield opened


def motion(statement: str) -> Motion:
    return Motion(statement=statement, decision="accept", seen=statement, category="Trade")


def stance(organization: str, statement: str, position: str, reason: str = "") -> Stance:
    return Stance(organization, statement, position, seen=statement, reason=reason, file="said.csv", row=2)


def leave(base: KnowledgeBase, folder: Path) -> list[str]:
    """Import the folder anew and propose anew; return what both say of it."""
    told = import_release(base, "partnership", [folder]).report
    return [str(finding) for finding in (*told, *propose(base, "port", ()).report)]


def test_that_it_has_left_is_told_alike_at_each_door(base: KnowledgeBase, written: Written) -> None:
    told = [line for line in leave(base, written("mill")) if "mill" in line and "2026" in line]
    assert len(told) == 2
    assert all(LEFT in line for line in told)
    assert "its list (sheet-mill@1) goes, and what it said does not count" in told[0]
    assert "its list is not compared from now on" in told[1]
    for organization in ("mill", "Mill Co."):
        with pytest.raises(RefusedError) as refused:
            speak(base, "port", [stance(organization, TUBES, "endorse")], ANN)
        (found,) = refused.value.report
        assert (found.code, found.value, found.file, found.row) == ("former-member", organization, "said.csv", 2)
        assert found.message == f"{LEFT}: it takes no position, and what it said before does not count"
        assert found.remedy.startswith("Leave the row out; where it is a member after all, correct its table in")
    with pytest.raises(NotFoundError, match=f"'mill' {LEFT}: nobody decides for it"):
        decide(base, "port", [motion("Clear trash racks with the rake")], Signature("Ann", "mill"))


def test_an_import_does_not_call_the_list_of_one_that_left_lost(base: KnowledgeBase, written: Written) -> None:
    folder = written("mill")
    (folder / "mill.csv").unlink()
    codes = {finding.code for finding in import_release(base, "partnership", [folder]).report}
    assert "left" in codes
    assert not codes & {"missing-file", "fewer-rows"}
    again = import_release(base, "partnership", [folder])
    assert again.again, "that a list goes is told once"


def test_a_list_that_came_by_itself_goes_with_its_firm(base: KnowledgeBase, written: Written) -> None:
    folder = written()
    take_in_all(base, {"mill": folder / "mill.csv"}, "port")
    leave(base, written("mill"))
    assert "sheet-mill" not in {release.source for release in base.releases()}


def test_what_it_said_is_told_as_said_before_and_does_not_count(base: KnowledgeBase, written: Written) -> None:
    before = account(read_agreement(base, "port"))
    assert [(one.former, one.left, one.counts) for said in before.statements for one in said.positions] == [
        (False, None, True)
    ] * 2
    leave(base, written("mill"))
    now = account(read_agreement(base, "port"))
    (tubes,) = [one for one in now.statements if one.wording == TUBES]
    (said,) = tubes.positions
    assert (said.organization, said.former, str(said.left), said.counts) == ("Mill Co.", True, "2026-05-31", False)
    assert (tubes.status, tubes.missing) == (Status.ACCEPTED, "2 more firms; not spoken: Dam Co., Plant Co.")
    lines = summary(now, ()).splitlines()
    said_then = f"Mill Co., a member until May 31, 2026, dissented from {tubes.code}: No boiler (not counted)"
    assert said_then in lines
    assert said_then in owners_matrix(read_agreement(base, "port"), "Port").notes
    assert not [line for line in lines if "dissents" in line]
    without = f"Without effect now: 1 position of Mill Co., which {LEFT}: dissent on “{TUBES}” ({tubes.code})"
    assert [line for line in lines if line.startswith("Without")] == [without]


@pytest.mark.parametrize("known", [True, False])
def test_its_position_is_told_in_the_words_that_it_saw(base: KnowledgeBase, written: Written, *, known: bool) -> None:
    """Where nobody knows these any more, that it was an earlier wording; never as if it had read today's."""
    now = read_agreement(base, "port")
    (tubes,) = [one for one in now.statements.values() if str(one.wording) == TUBES]
    reword = Motion(tubes.iri, "reword", revision=tubes.revision, wording="Weld the tubes of boilers")
    decide(base, "port", [reword], ANN)
    leave(base, written("mill"))
    after = read_agreement(base, "port")
    log = replace(after.log, endorsements=tuple(_unknown(one) for one in after.log.endorsements))
    (told,) = account(after if known else replace(after, log=log)).idle

    subject = f"“{TUBES}”" if known else "an earlier wording of “Weld the tubes of boilers”"
    assert told.endswith(f"dissent on {subject} ({tubes.code})")


def _unknown(one: Endorsement) -> Endorsement:
    return one.model_copy(update={"seen": "0" * 64})


def test_what_it_took_back_is_not_told(base: KnowledgeBase, written: Written) -> None:
    speak(base, "port", [stance("mill", TUBES, "withdraw")], ANN)
    leave(base, written("mill"))
    assert account(read_agreement(base, "port")).idle == ()


def test_decisions_that_rest_on_its_words_are_told_once_with_the_cause(base: KnowledgeBase, written: Written) -> None:
    code = next(one.code for one in read_agreement(base, "port").statements.values() if str(one.wording) == CHIPS)
    for words in (LOCKS, TUBES):
        found = next(one for one in read_agreement(base, "port").statements.values() if str(one.wording) == words)
        moved = Motion(found.iri, "move", revision=found.revision, into=code or "", voices="mill")
        decide(base, "port", [moved], ANN)
    leave(base, written("mill"))
    spoken, told = account(read_agreement(base, "port")).idle
    assert spoken.startswith("1 position of Mill Co.")
    assert told.startswith("2 decisions: move of “")
    assert told.endswith(f": the words named are those of Mill Co., which {LEFT}")
    assert told.count("decided by Ann on") == 2


def test_words_that_a_member_took_out_of_its_list_are_another_cause(base: KnowledgeBase, written: Written) -> None:
    code = next(one.code for one in read_agreement(base, "port").statements.values() if str(one.wording) == CHIPS)
    found = next(one for one in read_agreement(base, "port").statements.values() if str(one.wording) == TUBES)
    decide(base, "port", [Motion(found.iri, "move", revision=found.revision, into=code or "", voices="mill")], ANN)
    folder = written()
    (folder / "mill.csv").write_text("Skill\nGrind wood chips\n", encoding="utf-8")
    leave(base, folder)
    (told,) = account(read_agreement(base, "port")).idle
    assert told.endswith(
        ": the words named are not compared any more: the list of Mill Co. lacks them, or was left out"
    )


def test_without_leaves_a_member_that_goes_on_speaking(base: KnowledgeBase) -> None:
    done = propose(base, "port", (), without=["mill"])
    assert [one.slug for one in done.lists] == ["dam", "plant"]
    now = account(read_agreement(base, "port"))
    (tubes,) = [one for one in now.statements if one.wording == TUBES]
    assert [(one.organization, one.counts, one.former) for one in tubes.positions] == [("Mill Co.", True, False)]
    assert now.rule.startswith("adopted by 2 firms")
    assert "sheet-mill" in {release.source for release in base.releases()}


def test_a_union_that_left_is_asked_for_nothing(base: KnowledgeBase, written: Written) -> None:
    speak(base, "port", [Stance("union-7", "standard", "ratify", read_agreement(base, "port").seen)], ANN)
    leave(base, written("union-7"))
    now = account(read_agreement(base, "port"))
    assert now.whole == ()
    assert f"1 position of Union-7 Co., which {LEFT}: ratify on the whole" in now.idle


def test_one_that_left_and_is_compared_all_the_same_is_told_what_it_cannot(
    base: KnowledgeBase, written: Written
) -> None:
    leave(base, written("mill"))
    assert list(ensure_panel(base, "port", ["dam"])) == []
    take_in_all(base, {"mill": written("mill") / "mill.csv"}, "port")
    (found,) = ensure_panel(base, "port", ["mill"])
    assert found.message == f"{LEFT}: its words are compared, and it can take no position"
