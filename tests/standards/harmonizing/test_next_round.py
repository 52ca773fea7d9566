"""The next round: it begins from what was decided, and what was decided or published does not go away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.example import import_example
from ontology.records import Competency, Framework, Iri, Organization, Role, Support, Text
from ontology.store import KnowledgeBase
from standards.agreement import Agreement, Motion, Signature, Stance, Statement, decide, read_agreement, speak
from standards.encoding import encoded
from standards.harmonizing.intake import take_in
from standards.harmonizing.panel import ensure_panel
from standards.harmonizing.rounds import Round, propose
from standards.sources.publication import new_release

SLUG = "harbor"
DANA = Signature("Dana")
GATES = "Operate the spillway gates"
MENDED = "Operate spillway gates"
WELD = "Weld boiler tubes"


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as opened:
        yield opened


class Panel:
    """A standard with the lists of its firms."""

    def __init__(self, base: KnowledgeBase, folder: Path) -> None:
        self.base = base
        self._folder = folder

    def round(self, without: str = "", **lists: list[str]) -> Round:
        for firm, skills in lists.items():
            path = self._folder / f"{firm}.csv"
            path.write_text("\n".join(["Skill", *skills, ""]), encoding="utf-8")
            take_in(self.base, firm, path)
        ensure_panel(self.base, SLUG, [*lists])
        return propose(self.base, SLUG, [*lists], without=[without] if without else ())

    @property
    def now(self) -> Agreement:
        return read_agreement(self.base, SLUG)

    def said(self, words: str) -> Statement:
        """Return the statement that has a voice with these words."""
        iri = next(iri for iri, voice in self.now.voice.items() if voice.words.value == words)
        return next(one for one in self.now.statements.values() if iri in one.voices)

    def decide(self, one: Statement, word: str, into: str = "", voices: str = "", reason: str = "") -> None:
        decide(self.base, SLUG, [Motion(one.iri, word, one.revision, into=into, voices=voices, reason=reason)], DANA)

    def firms(self, statement: Iri) -> set[str]:
        voices = self.now.statements[statement].voices
        return {self.now.voice[voice].firm.rpartition("/")[2] for voice in voices}


@pytest.fixture
def panel(base: KnowledgeBase, tmp_path: Path) -> Panel:
    return Panel(base, tmp_path)


def agree_on(panel: Panel, words: str) -> Statement:
    panel.decide(panel.said(words), "accept")
    one = panel.said(words)
    speak(panel.base, SLUG, [Stance(firm, one.iri, "endorse", one.seen) for firm in ("dam", "plant")], DANA)
    return one


def test_what_was_agreed_stays_where_a_firm_mends_a_word(panel: Panel) -> None:
    panel.round(dam=[GATES, WELD], plant=[WELD])
    agreed = agree_on(panel, GATES)
    assert [one.iri for one in panel.now.agreed] == [agreed.iri]
    panel.round(dam=[MENDED, WELD])
    assert [(one.iri, one.voices) for one in panel.now.agreed] == [(agreed.iri, agreed.voices)]
    assert panel.now.voice[min(agreed.voices)].words.value == MENDED
    assert panel.now.replayed.idle == ()


def test_a_firm_that_goes_back_to_its_old_words_beside_the_new_has_two_voices(panel: Panel) -> None:
    panel.round(dam=[GATES, WELD], plant=[WELD])
    agree_on(panel, GATES)
    panel.round(dam=[MENDED, WELD])
    found = panel.round(dam=[GATES, MENDED, WELD]).proposal
    assert sorted(v.words.value for v in found.voices if v.firm.endswith("dam")) == sorted([GATES, MENDED, WELD])
    assert len({voice.iri for voice in found.voices}) == len(found.voices)


def test_another_number_is_no_mend(panel: Panel) -> None:
    panel.round(dam=["Works on 480 V motors", WELD], plant=[WELD])
    agreed = agree_on(panel, "Works on 480 V motors")
    panel.round(dam=["Works on 4160 V motors", WELD])
    assert panel.said("Works on 4160 V motors").iri != agreed.iri
    assert panel.now.support(panel.now.statements[agreed.iri]) is Support.UNSAID


def test_what_was_agreed_stays_unsaid_where_its_firm_leaves_and_is_said_again_by_another(panel: Panel) -> None:
    panel.round(dam=[GATES, WELD], plant=[WELD])
    agreed = agree_on(panel, GATES)
    left = panel.round(without="dam")
    (unsaid,) = left.proposal.supported(Support.UNSAID)
    assert (unsaid.iri, unsaid.statement.value) == (agreed.iri, GATES)
    assert [one.iri for one in panel.now.agreed] == [agreed.iri]
    panel.round(valley=[MENDED])
    assert panel.firms(agreed.iri) == {"valley"}


def test_what_nobody_decided_on_goes_with_its_firm(panel: Panel) -> None:
    panel.round(dam=[GATES, WELD], plant=[WELD])
    assert GATES not in {one.statement.value for one in panel.round(without="dam").proposal.candidates}


def test_new_words_join_the_statement_that_such_words_were_split_off_to(panel: Panel) -> None:
    panel.round(dam=["Weld the boiler tubes"], plant=[WELD])
    parent = panel.said(WELD)
    assert panel.firms(parent.iri) == {"dam", "plant"}
    panel.decide(parent, "split", voices="plant", reason="Another tube")
    split = panel.said(WELD)
    panel.round(valley=[WELD])
    assert (panel.firms(parent.iri), panel.firms(split.iri)) == ({"dam"}, {"plant", "valley"})
    assert panel.now.replayed.idle == ()
    assert panel.round(plant=[WELD]).release.version == "2", "nothing is new"


def test_a_split_statement_stays_where_its_firm_or_the_other_leaves(panel: Panel) -> None:
    panel.round(dam=["Weld the boiler tubes"], plant=[WELD])
    parent = panel.said(WELD)
    panel.decide(parent, "split", voices="plant", reason="Another tube")
    split = panel.said(WELD)
    panel.round(without="dam", third=[GATES])
    assert (panel.firms(parent.iri), panel.firms(split.iri)) == (set(), {"plant"})
    panel.round(without="plant")
    assert panel.now.statements[split.iri].voices == frozenset()
    assert panel.now.replayed.idle == ()


def test_new_words_join_what_was_merged_where_it_went(panel: Panel) -> None:
    panel.round(dam=[GATES, "Climb towers"], plant=[WELD])
    into = panel.said("Climb towers")
    panel.decide(panel.said(GATES), "merge", into=into.iri, reason="Both are done outside")
    panel.round(valley=[GATES])
    assert panel.firms(into.iri) == {"dam", "valley"}
    assert panel.now.replayed.idle == ()


@pytest.mark.parametrize("words", [GATES, "Able to read prints"])
def test_a_firm_that_comes_back_says_what_was_merged_once(panel: Panel, words: str) -> None:
    panel.round(dam=[words, WELD], plant=[WELD, "Climb towers"])
    into = panel.said("Climb towers")
    panel.decide(panel.said(words), "merge", into=into.iri, reason="Both are done outside")
    before = panel.round().proposal
    (unsaid,) = panel.round(without="dam").proposal.supported(Support.UNSAID)
    back = panel.round(dam=[words, WELD])
    assert [(one.iri, one.candidate) for one in back.proposal.voices] == [
        (one.iri, one.candidate) for one in before.voices
    ]
    assert [one.iri for one in back.proposal.candidates].count(unsaid.iri) == 1
    assert back.proposal.candidates == before.candidates
    assert panel.firms(into.iri) == {"dam", "plant"}
    assert panel.now.replayed.idle == ()
    assert panel.round().release == back.release, "nothing is new"


def test_another_firm_says_what_was_merged_where_nobody_said_it_any_more(panel: Panel) -> None:
    panel.round(dam=[GATES, WELD], plant=[WELD, "Climb towers"])
    into = panel.said("Climb towers")
    panel.decide(panel.said(GATES), "merge", into=into.iri, reason="Both are done outside")
    panel.round(without="dam")
    panel.round(valley=[MENDED])
    assert panel.firms(into.iri) == {"plant", "valley"}


def test_a_firm_that_comes_back_says_what_was_made_of_its_words_whatever_they_read(panel: Panel) -> None:
    words = "Able to read prints"
    panel.round(dam=[words], plant=[WELD])
    agreed = agree_on(panel, words)
    panel.round(without="dam")
    back = panel.round(dam=[words]).proposal
    assert [one.iri for one in back.candidates].count(agreed.iri) == 1
    assert panel.firms(agreed.iri) == {"dam"}


def test_a_firm_that_comes_later_becomes_a_member_where_harmonizing_made_the_panel(panel: Panel) -> None:
    panel.round(dam=[GATES], plant=[WELD])
    panel.round(valley=["Climb towers"])
    assert {one.rpartition("/")[2] for one in panel.now.parties.members} == {"dam", "plant", "valley"}
    one = panel.said(GATES)
    speak(panel.base, SLUG, [Stance("valley", one.iri, "endorse", one.seen)], DANA)
    assert {each.organization for each in panel.now.positions[one.iri]} == {
        panel.base.identifiers.mint("organization", "valley")
    }


def test_that_a_firm_is_no_member_of_an_imported_partnership_is_told(base: KnowledgeBase, tmp_path: Path) -> None:
    import_example(base)
    path = tmp_path / "valley.csv"
    path.write_text(f"Skill\n{GATES}\n", encoding="utf-8")
    take_in(base, "valley", path)
    (told,) = ensure_panel(base, "power-generation", ["valley", "tamarack-pud"])
    assert (told.code, told.value) == ("no-member", "valley")


def test_a_list_that_comes_to_a_partnership_later_is_compared_and_told(base: KnowledgeBase) -> None:
    import_example(base)
    slug = "power-generation"
    left = propose(base, slug, (), without=["tamarack-pud"])
    assert len(left.lists) == 3
    again = propose(base, slug, ())
    assert [(one.code, one.value) for one in again.report if one.code == "new-list"] == [("new-list", "tamarack-pud")]
    assert len(again.lists) == 4
    assert len(propose(base, slug, (), without=["tamarack-pud"]).lists) == 3
    assert len(propose(base, slug, ()).lists) == 3, "whoever was left out stays out"


def test_a_list_that_is_not_called_as_its_firm_is_found_again(panel: Panel) -> None:
    minted = panel.base.identifiers.mint
    firm, framework = Iri(minted("organization", "acme")), Iri(minted("framework", "acme-list"))
    skill = Competency(iri=Iri(minted("acme-list", "skill", "1")), label=Text(value=GATES), in_scheme=(framework,))
    own = Organization(iri=firm, label=Text(value="Acme"), roles=(Iri(Role.FIRM),))
    listed = Framework(iri=framework, label=Text(value="Skills at Acme"), publisher=firm)
    panel.base.replace(
        new_release(panel.base.identifiers, "case-acme", "1", "Acme"), [], [encoded([own, listed, skill])]
    )
    propose(panel.base, SLUG, ["acme-list"])
    assert [one.slug for one in panel.round(dam=[WELD]).lists] == ["acme-list", "dam"]
