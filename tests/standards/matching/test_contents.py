"""What a statement names behind *including* comes apart, thing by thing."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.matching import Entry, Index, parts
from standards.matching.contents import contents
from standards.matching.index import PART


@pytest.mark.parametrize(
    ("sentence", "rest", "things"),
    [
        (
            "Learn skills, including critical thinking, oral and written communication, and conflict resolution",
            "Learn skills",
            ("critical thinking", "oral and written communication", "conflict resolution"),
        ),
        ("Study models such as heat flow, supply and demand", "Study models", ("heat flow",)),
        ("Topics covered include game theory and public goods, taxes", "", ("game theory and public goods",)),
        ("Major subjects: rust", "Major subjects: rust", ()),
        ("Read laws, to include state laws, and federal laws", "Read laws", ("state laws", "federal laws")),
        ("Use laws (such as A-B law, C law", "Use laws", ("A-B law", "C law")),
        ("Ensure that best practice is included, and used", "Ensure that best practice is included, and used", ()),
        (
            "Use tools such as wrenches, feeler gauges and steel rules to service a nacelle",
            "Use tools to service a nacelle",
            ("feeler gauges", "steel rules"),
        ),
        (
            "Study views, including birds of prey, and maps of roads as they appear in film",
            "Study views as they appear in film",
            ("birds of prey", "maps of roads"),
        ),
        (
            "Draw on fields such as world history, etc. to evaluate the impact of tools in a social and global context",
            "Draw on fields to evaluate the impact of tools in a social and global context",
            ("world history",),
        ),
        (
            "Learn areas such as production planning, queuing systems and related areas",
            "Learn areas",
            ("production planning", "queuing systems"),
        ),
        (
            "Study cost systems, including score cards, and activity accounting, as well as the use of options",
            "Study cost systems",
            ("score cards", "activity accounting", "the use of options"),
        ),
        (
            "Learn bonds including types of bonds, trading in primary and secondary markets and the link of markets",
            "Learn bonds",
            ("types of bonds", "trading in primary and secondary markets", "the link of markets"),
        ),
        (
            "Learn skills, including how to weld pipes, ability to read prints, and access to care",
            "Learn skills",
            ("how to weld pipes", "ability to read prints", "access to care"),
        ),
        ("Poetry, including plays, stories, and novels", "Poetry, including plays, stories, and novels", ()),
    ],
)
def test_what_is_included_comes_apart(sentence: str, rest: str, things: tuple[str, ...]) -> None:
    assert contents(sentence) == (rest, things)


def test_a_comma_within_parentheses_parts_no_thing() -> None:
    _, things = contents("Use tools, including hand tools (pliers, saws, and files), and power tools")
    assert things == ("hand tools (pliers, saws, and files)", "power tools")


def test_one_long_clause_is_no_thing() -> None:
    clause = "the many ways in which demand and supply may change over time"
    assert contents(f"Explain markets, including public goods, and {clause}")[1] == ("public goods",)


def test_sentences_about_topics_are_parted() -> None:
    assert parts(
        "This course contains a detailed treatment of the firm. Topics include game theory, and public goods."
    ) == (
        "the firm",
        "game theory",
        "public goods",
    )


def test_a_thing_of_a_long_list_finds_its_competency(entry: Callable[..., Entry]) -> None:
    index = Index.of([entry("asked", "think critically"), entry("other", "develop personal skills")])
    said = "Learn and improve skills that help them behave well in organizations, including critical thinking, and tact"
    ((best, *_),) = index.match([said])

    assert (best.label, best.part) == ("think critically", "critical thinking")
    assert best.confidence == pytest.approx(PART * index.match(["critical thinking"])[0][0].confidence, abs=1e-4)


@given(st.text(alphabet="ab ,()", max_size=40))
def test_what_a_list_names_stands_in_it(named: str) -> None:
    rest, things = contents(f"Weld, including {named}")

    assert all(thing in named for thing in things)
    assert rest.startswith("Weld")
