"""The rule in plain words: on the page of every version, and what a later one keeps of those before."""

import html
from dataclasses import replace

import pytest

from ontology.records import Iri, Organization, Role, Text
from ontology.store import KnowledgeBase
from pathways.agreements import MATRICES, public_agreement, published_matrix, published_standard
from pathways.agreements.rule import KEPT, rule_in_words
from standards.agreement import Parties, Quorum
from tests.standards.agreement.conftest import SLUG

RULE = (
    "A statement is agreed when at least 2 of the 3 firms adopt it, with at least 60% of the employment "
    "that is known. The union must ratify the whole standard."
)


def parties(firms: int, unions: int) -> Parties:
    roles = [Role.FIRM] * firms + [Role.UNION] * unions
    members = [
        Organization(iri=Iri(f"http://x/{number}"), label=Text(value=str(number)), roles=(Iri(role),))
        for number, role in enumerate(roles)
    ]
    return Parties.of(members, [one.iri for one in members])


@pytest.mark.parametrize(
    ("quorum", "firms", "unions", "said"),
    [
        (Quorum(3), 4, 0, "A statement is agreed when at least 3 of the 4 firms adopt it."),
        (Quorum(1), 4, 0, "A statement is agreed when at least 1 of the 4 firms adopts it."),
        (Quorum(2), 2, 0, "A statement is agreed when every firm adopts it."),
        (Quorum(1), 1, 0, "A statement is agreed when the firm adopts it."),
        (Quorum(4), 3, 0, "A statement is agreed when 4 firms adopt it."),
        (
            Quorum(2),
            2,
            2,
            "A statement is agreed when every firm adopts it. Every union must ratify the whole standard.",
        ),
        (
            Quorum(2, unions=1),
            2,
            2,
            "A statement is agreed when every firm adopts it. 1 of the 2 unions must ratify the whole standard.",
        ),
    ],
)
def test_the_rule_is_told_in_plain_words(quorum: Quorum, firms: int, unions: int, said: str) -> None:
    assert rule_in_words(quorum, parties(firms, unions)) == said


def test_every_version_tells_its_rule_and_a_later_one_what_it_keeps(twice: KnowledgeBase) -> None:
    first, second = (public_agreement(published_standard(twice, f"{SLUG}@{number}")) for number in ("1.0", "1.1"))

    assert (first.rule, first.kept) == (RULE, "")
    assert (second.rule, second.kept) == (RULE, KEPT)


@pytest.mark.parametrize("form", ["html", "board.html"])
def test_pages_to_keep_tell_both_once(twice: KnowledgeBase, form: str) -> None:
    written = MATRICES.find(form).write(published_matrix(published_standard(twice, SLUG)))
    page = html.unescape(written.decode())

    assert (page.count(RULE), page.count(KEPT)) == (1, 1)


def test_what_was_published_without_an_agreement_has_no_rule(released: KnowledgeBase) -> None:
    standard = replace(published_standard(released, SLUG), positions=())

    assert (published_matrix(standard).rule, published_matrix(standard).kept) == ("", "")
