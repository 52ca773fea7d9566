"""Two releases held against each other: every kind of change, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from ontology.errors import InputError, NotFoundError
from ontology.records import (
    Competency,
    Concept,
    Edition,
    Framework,
    Iri,
    Occupation,
    PublicationStatus,
    Record,
    Release,
    SkillRequirement,
    Text,
    WorkFunction,
    WorkTask,
)
from ontology.store import KnowledgeBase
from standards.differences import Difference, compare
from standards.differences.difference import Changed
from standards.differences.fields import Field
from standards.differences.need import Need
from standards.differences.touched import Why, touched
from standards.differences.wording import Extent

Put = Callable[..., Release]
Compared = Callable[..., Difference]


def iri(name: str) -> Iri:
    return Iri(f"http://x/id/std/{name}")


def skill(name: str, label: str, **said: object) -> Competency:
    return Competency.model_validate({"iri": iri(name), "label": Text(value=label), **said})


def group(name: str, label: str, **said: object) -> Concept:
    return Concept.model_validate({"iri": iri(name), "label": Text(value=label), **said})


def texts(*values: str, language: str = "en") -> tuple[Text, ...]:
    return tuple(Text(value=value, language=language) for value in values)


@pytest.fixture
def compared(base: KnowledgeBase, put: Put) -> Compared:
    """Return what compares two lists of records."""

    def of(before: Iterable[Record], after: Iterable[Record], **said: object) -> Difference:
        put("std@1", before, **said)
        put("std@2", after)
        return compare(base, "std@1", "std@2")

    return of


def only(difference: Difference) -> Changed:
    (one,) = difference.changed
    return one


KEPT = skill("kept", "mend nets")


def test_what_is_the_same_does_not_differ(compared: Compared) -> None:
    found = compared([KEPT], [KEPT])
    assert found.is_empty
    assert (found.older.things, found.newer.things, found.both) == (1, 1, 1)


def test_added_and_removed(compared: Compared) -> None:
    found = compared([KEPT, skill("a", "weld pipes")], [KEPT, skill("b", "bake bread")])
    assert [(one.label, one.kind) for one in found.added] == [("bake bread", "skill")]
    assert [(one.thing.label, one.nearest) for one in found.removed] == [("weld pipes", None)]
    assert found.changed == ()


def test_each_text_is_told_apart_by_field_and_language(compared: Compared) -> None:
    before = skill("a", "weld", alt_labels=(*texts("welding"), *texts("schweißen", language="de")))
    after = skill("a", "weld.", alt_labels=(*texts("join"), *texts("schweißen", language="de")))
    before = before.model_copy(
        update={"description": Text(value="Joins steel."), "statement": Text(value="Weld steel")}
    )
    after = after.model_copy(update={"description": Text(value="Joins metal."), "statement": Text(value="Weld steel")})
    one = only(compared([before], [after]))

    assert [(t.field, t.language, t.before, t.after, t.extent) for t in one.texts] == [
        (Field.ALTERNATIVE_LABELS, "en", ("welding",), ("join",), Extent.WORDS),
        (Field.DESCRIPTION, "en", ("Joins steel.",), ("Joins metal.",), Extent.WORDS),
        (Field.LABEL, "en", ("weld",), ("weld.",), Extent.SIGNS),
    ]
    assert one.reworded
    assert one.has_other_meaning


def test_a_change_of_capitals_alone_has_no_other_meaning(compared: Compared) -> None:
    one = only(compared([skill("a", "Weld Pipes")], [skill("a", "weld pipes")]))
    assert one.reworded
    assert not one.has_other_meaning


def test_moved(compared: Compared) -> None:
    groups = [group("g", "fish"), group("h", "boats")]
    before, after = (KEPT.model_copy(update={"broader": (iri(name),)}) for name in "gh")
    one = only(compared([*groups, before], [*groups, after]))

    assert one.moved
    assert [(link.before[0].label, link.after[0].label) for link in one.links] == [("fish", "boats")]


def function(name: str, *competencies: str) -> WorkFunction:
    return WorkFunction(iri=iri(name), label=Text(value=name), competencies=tuple(map(iri, competencies)))


def task(functions: tuple[str, ...], *competencies: str) -> WorkTask:
    return WorkTask(
        iri=iri("t"),
        label=Text(value="Mend a hull"),
        functions=tuple(map(iri, functions)),
        competencies=tuple(map(iri, competencies)),
    )


def test_what_follows_from_where_competencies_stand_is_told_of_these_alone(compared: Compared) -> None:
    kept, gone, new = skill("kept", "weld"), skill("gone", "rivet"), skill("new", "caulk")
    before = [kept, gone, function("Hulls", "kept", "gone"), task(("Hulls",), "kept", "gone")]
    after = [kept, new, function("Hulls", "new"), function("Metal", "kept"), task(("Hulls",), "kept", "new")]
    found = compared(before, after)

    assert found.changed == ()
    assert [one.thing.label for one in found.removed] == ["rivet"]


def test_a_task_that_takes_what_took_the_place_of_what_is_withdrawn_is_not_changed(compared: Compared) -> None:
    kept, new = skill("kept", "weld"), skill("new", "rivet")
    before = [kept, skill("old", "rivets"), skill("gone", "caulk"), task((), "kept", "old", "gone")]
    withdrawn = [
        skill("old", "rivets", deprecated=True, replaced_by=(iri("new"),)),
        skill("gone", "caulk", deprecated=True),
    ]
    found = compared(before, [kept, new, *withdrawn, task((), "kept", "new")])

    assert [one.thing.label for one in found.changed if one.thing.kind == "task"] == []


def test_what_a_panel_chose_anew_of_a_task_is_told(compared: Compared) -> None:
    both = [skill("a", "weld"), skill("b", "rivet"), function("Hulls", "a", "b"), function("Metal")]
    found = compared([*both, task(("Hulls",), "a")], [*both, task(("Metal",), "b")])
    links = only(found).links

    assert {(one.before[0].label, one.after[0].label) for one in links} == {("weld", "rivet"), ("Hulls", "Metal")}


def test_what_stays_under_a_group_with_another_address_has_not_moved(compared: Compared) -> None:
    before, after = (KEPT.model_copy(update={"broader": (iri(name),)}) for name in ("F1", "uuid"))
    found = compared([group("F1", "fishing gear"), before], [group("uuid", "fishing gear"), after])

    assert [one.kind for one in found.successions] == ["recoded"]
    assert found.changed == ()
    assert found.followed == 1


def test_what_follows_its_group_into_a_part_of_it_has_not_moved(compared: Compared) -> None:
    older = [group("a", "nets and boats")]
    newer = [group("b", "nets"), group("c", "boats")]
    nets = [skill(f"n{n}", f"net {n}") for n in range(3)]
    boats = [skill(f"b{n}", f"boat {n}") for n in range(3)]
    under = [one.model_copy(update={"broader": (iri("a"),)}) for one in (*nets, *boats)]
    apart = [one.model_copy(update={"broader": (iri("b"),)}) for one in nets]
    apart += [one.model_copy(update={"broader": (iri("c"),)}) for one in boats]
    found = compared([*older, *under], [*newer, *apart])

    assert [(one.kind, len(one.newer)) for one in found.successions] == [("split", 2)]
    assert found.changed == ()
    assert found.followed == 6


def test_withdrawn_with_its_successor(compared: Compared) -> None:
    gone = skill("a", "weld pipes", deprecated=True, replaced_by=(iri("b"),))
    found = compared([KEPT, skill("a", "weld pipes")], [KEPT, gone, skill("b", "join pipes")])

    assert [(one.thing.label, [s.label for s in one.successors]) for one in found.withdrawn] == [
        ("weld pipes", ["join pipes"])
    ]
    assert found.changed == ()


def test_what_is_withdrawn_and_split_is_told_as_split(compared: Compared) -> None:
    gone = skill("a", "weld and cut", deprecated=True, replaced_by=(iri("b"), iri("c")))
    first = [Edition(iri=iri("a@1"), item=iri("a"), version="1")]
    second = [Edition(iri=iri(f"{name}@2"), item=iri(name), version="2", revised=(iri("a@1"),)) for name in "bc"]
    after = [KEPT, gone, skill("b", "weld"), skill("c", "cut"), *second]
    found = compared([KEPT, skill("a", "weld and cut"), *first], after)

    assert [one.thing.label for one in found.withdrawn] == ["weld and cut"]
    assert found.only_withdrawn == ()
    (one,) = touched(found)
    assert (one.why, one.said, [thing.label for thing in one.successors]) == (Why.SPLIT, "", ["weld", "cut"])
    assert one.todo == "Choose among 'weld', 'cut'"


def test_what_is_replaced_by_a_thing_that_was_there_before_does_not_lend_it_its_words(compared: Compared) -> None:
    kept = skill("kept", "sew sails", notation="7")
    gone = skill("gone", "mend nets", statement=Text(value="Mend nets at sea"), replaced_by=(iri("kept"),))
    difference = compared([kept, gone], [kept])
    (one,) = difference.successions
    assert ([thing.label for thing in one.older], [thing.label for thing in one.newer]) == (
        ["mend nets"],
        ["sew sails"],
    )
    assert (difference.changed, difference.removed) == ((), ())


def test_a_release_that_names_what_it_replaces_is_believed(compared: Compared) -> None:
    after = skill("b", "join metal", revises=(iri("a"),))
    (one,) = compared([KEPT, skill("a", "weld pipes")], [KEPT, after]).successions

    assert (one.kind, one.asserted, one.older[0].label, one.newer[0].label) == (
        "replaced",
        True,
        "weld pipes",
        "join metal",
    )


def test_editions_say_what_was_split(compared: Compared) -> None:
    first = Edition(iri=iri("a@1"), item=iri("a"), version="1")
    rest = [Edition(iri=iri(f"{name}@2"), item=iri(name), version="2", revised=(iri("a@1"),)) for name in ("a", "b")]
    before, after = [skill("a", "weld and cut"), first], [skill("a", "weld"), skill("b", "cut"), *rest]
    (one,) = compared(before, after).successions

    assert (one.kind, one.asserted) == ("split", True)
    assert [thing.label for thing in one.newer] == ["weld", "cut"]


def revising(name: str, *formers: str) -> Edition:
    """Return the second edition of an item, with the first editions that it revises."""
    revised = tuple(iri(f"{former}@1") for former in formers)
    return Edition(iri=iri(f"{name}@2"), item=iri(name), version="2", revised=revised)


def test_a_split_from_before_the_older_release_is_no_news(compared: Compared) -> None:
    """Both parts were there; that one says again what it was split off from is told of no third, and of neither."""
    first = [Edition(iri=iri(f"{name}@1"), item=iri(name), version="1") for name in ("a", "b")]
    parts = [skill("a", "weld"), skill("b", "cut", revises=(iri("a"),))]
    again = [revising("a", "a"), revising("b", "a", "b")]
    found = compared([*parts, *first], [*parts, skill("c", "rig"), *again, revising("c")])

    assert (found.successions, [thing.label for thing in found.added]) == ((), ["rig"])
    assert touched(found) == ()


def test_what_goes_into_two_of_which_one_was_there_is_split_and_replaces_nothing_by_itself(compared: Compared) -> None:
    first = [Edition(iri=iri(f"{name}@1"), item=iri(name), version="1") for name in ("a", "b")]
    before = [skill("a", "weld"), skill("b", "cut and rig"), *first]
    after = [skill("a", "weld and cut"), skill("c", "rig"), revising("a", "a", "b"), revising("c", "b")]
    (one,) = compared(before, after).successions

    assert one.kind == "split"
    assert ([thing.label for thing in one.older], [thing.label for thing in one.newer]) == (
        ["cut and rig"],
        ["weld and cut", "rig"],
    )


def test_editions_of_what_goes_on_alone_say_nothing(compared: Compared) -> None:
    first = Edition(iri=iri("kept@1"), item=iri("kept"), version="1")
    second = Edition(iri=iri("kept@2"), item=iri("kept"), version="2", revised=(iri("kept@1"),))
    assert compared([KEPT, first], [KEPT, second]).is_empty


WELDER = Occupation(iri=iri("w"), label=Text(value="Welder"))


def requirement(name: str, level: float, competency: str = "kept") -> SkillRequirement:
    return SkillRequirement(
        iri=iri(f"r/{name}"), occupation=iri("w"), competency=iri(competency), importance=3, level=level
    )


def test_levels_and_importance_by_occupation(compared: Compared) -> None:
    (need,) = compared([KEPT, WELDER, requirement("1", 2)], [KEPT, WELDER, requirement("1", 4)]).needs

    assert (need.occupation.label, need.competency.label) == ("Welder", "mend nets")
    assert (need.before, need.after) == (Need(level=2), Need(level=4))


@pytest.mark.parametrize("name", ["1", "2"])
def test_what_is_only_rated_now_was_asked_for_before(compared: Compared, name: str) -> None:
    """Also where the requirement has another address."""
    unrated = requirement("1", 2).model_copy(update={"importance": None})
    rated = requirement(name, 2)
    (need,) = compared([KEPT, WELDER, unrated], [KEPT, WELDER, rated]).needs
    (back,) = compared([KEPT, WELDER, rated], [KEPT, WELDER, unrated]).needs

    assert (need.before, need.after) == (Need(), Need(importance=3))
    assert (back.before, back.after) == (Need(importance=3), Need())


def test_what_is_only_rated_now_was_asked_for_of_what_it_replaces(compared: Compared) -> None:
    gone = skill("a", "weld pipes", deprecated=True, replaced_by=(iri("b"),))
    unrated = requirement("1", 2, "a").model_copy(update={"importance": None})
    before = [KEPT, WELDER, skill("a", "weld pipes"), unrated]
    (need,) = compared(before, [KEPT, WELDER, gone, skill("b", "join pipes"), requirement("2", 2, "b")]).needs

    assert (need.before, need.after) == (Need(), Need(importance=3))


def test_a_requirement_under_another_address_is_no_change(compared: Compared) -> None:
    assert compared([KEPT, WELDER, requirement("1", 2)], [KEPT, WELDER, requirement("2", 2)]).is_empty


def test_what_is_asked_for_goes_on_under_the_one_successor_of_what_is_withdrawn(compared: Compared) -> None:
    gone = skill("a", "weld pipes", deprecated=True, replaced_by=(iri("b"),))
    before = [KEPT, WELDER, skill("a", "weld pipes"), requirement("1", 2, "a")]
    after = [KEPT, WELDER, gone, skill("b", "join pipes")]

    assert compared(before, [*after, requirement("2", 2, "b")]).needs == ()
    (need,) = compared(before, [*after, requirement("2", 4, "b")]).needs
    assert need.competency.label == "join pipes"
    assert (need.before, need.after) == (Need(level=2), Need(level=4))


@pytest.mark.parametrize("also", [True, False])
def test_what_is_asked_for_of_two_that_are_one_now_is_told_of_each(compared: Compared, also: bool) -> None:
    """Their levels cannot both be those of the one; nor can they where it was there before and is the same."""
    pipes = [skill(name, f"{name} pipes") for name in ("weld", "braze")]
    gone = [one.model_copy(update={"deprecated": True, "replaced_by": (iri("join"),)}) for one in pipes]
    join = [skill("join", "join pipes")]
    before = [KEPT, WELDER, *pipes, requirement("1", 2, "weld"), requirement("2", 5, "braze"), *(join if also else ())]
    found = compared(before, [KEPT, WELDER, *gone, *join, requirement("3", 4, "join")])

    assert {(need.competency.label, need.after) for need in found.needs} == {
        ("weld pipes", None),
        ("braze pipes", None),
        ("join pipes", Need(importance=3, level=4)),
    }


def test_what_is_asked_for_of_what_was_split_is_told_of_each_part(compared: Compared) -> None:
    before = [KEPT, WELDER, skill("a", "weld hull plates and pipes"), requirement("1", 2, "a")]
    parts = [skill("b", "weld hull plates"), skill("c", "weld hull pipes")]
    found = compared(before, [KEPT, WELDER, *parts, requirement("2", 2, "b"), requirement("3", 2, "c")])

    assert [one.kind.value for one in found.successions] == ["split"]
    assert {need.competency.label: need.after is not None for need in found.needs} == {
        "weld hull plates and pipes": False,
        "weld hull plates": True,
        "weld hull pipes": True,
    }


def test_what_is_asked_for_of_several_successors_is_told(compared: Compared) -> None:
    gone = skill("a", "weld pipes", deprecated=True, replaced_by=(iri("b"), iri("c")))
    before = [KEPT, WELDER, skill("a", "weld pipes"), requirement("1", 2, "a")]
    after = [KEPT, WELDER, gone, skill("b", "tack pipes"), skill("c", "cap pipes"), requirement("2", 2, "b")]

    assert [need.competency.label for need in compared(before, after).needs] == ["weld pipes", "tack pipes"]


def test_essential_becomes_optional(compared: Compared) -> None:
    before, after = (
        WELDER.model_copy(update={kind: (iri("kept"),)}) for kind in ("essential_skills", "optional_skills")
    )
    (need,) = compared([KEPT, before], [KEPT, after]).needs
    assert (need.before, need.after) == (Need(relation="essential"), Need(relation="optional"))


def test_what_a_release_was_imported_without_is_not_compared(compared: Compared) -> None:
    lacks = ("Skills is missing. Gaps cannot be computed.",)
    found = compared([KEPT, WELDER], [KEPT, WELDER, requirement("1", 2)], lacks=lacks)

    assert found.needs == ()
    assert found.notes == (
        "std@1 was imported without Skills; what stands in them is not compared. Import it again with them",
    )
    assert compared([KEPT, WELDER], [KEPT, WELDER, requirement("1", 2)]).needs != ()


def test_one_release_twice_is_refused_with_what_there_is(base: KnowledgeBase, put: Put) -> None:
    put("std@1", [KEPT])
    put("std@2", [KEPT])
    with pytest.raises(InputError, match="are one release; name two, for instance std@1 std@2"):
        compare(base, "std", "std@2")


def test_an_unknown_release_is_named_with_those_there_are(base: KnowledgeBase, put: Put) -> None:
    put("std@1", [KEPT])
    with pytest.raises(NotFoundError, match="std@1"):
        compare(base, "std@1", "std@3")


def test_releases_with_nothing_in_common_are_not_compared(base: KnowledgeBase, put: Put) -> None:
    put("std@1", [KEPT])
    put("other@1", [skill("else", "bake bread")])
    with pytest.raises(NotFoundError, match="no address in common"):
        compare(base, "std@1", "other@1")


def test_different_sources_are_compared_with_a_note(base: KnowledgeBase, put: Put) -> None:
    put("std@1", [KEPT])
    put("other@1", [KEPT, skill("else", "bake bread")], language="de")
    found = compare(base, "std@1", "other@1")

    assert [one.label for one in found.added] == ["bake bread"]
    assert found.notes == (
        "std@1 and other@1 are of different sources; what they share is compared",
        "the languages differ: en in std@1, de in other@1",
    )


def test_what_firms_bring_to_a_working_copy_is_no_part_of_the_standard(base: KnowledgeBase, put: Put) -> None:
    scheme, firm = (Iri(base.identifiers.mint("framework", name)) for name in ("std", "acme"))
    whole = Framework(iri=scheme, label=Text(value="Standard"))
    kept, new = KEPT.model_copy(update={"in_scheme": (scheme,)}), skill("new", "bake bread", in_scheme=(scheme,))
    put("std@1.0", [whole, kept], status=PublicationStatus.PUBLISHED)
    put("std@draft", [whole, kept, new, skill("acme", "sail", in_scheme=(firm,))], status=PublicationStatus.DRAFT)
    found = compare(base, "std@1.0", "std@draft")

    assert [thing.label for thing in found.added] == ["bake bread"]
    assert found.notes == ("what only the working copy has, of firms, colleges and jobs, is no part of the standard",)


def test_it_is_the_same_in_json_and_back(compared: Compared) -> None:
    found = compared([KEPT, skill("a", "weld")], [KEPT.model_copy(update={"label": Text(value="sew nets")})])
    assert Difference.model_validate_json(found.model_dump_json()) == found


@pytest.mark.parametrize("names", [("std@1.1", "std@draft"), ("std@draft", "std@1.1")])
def test_what_a_version_only_keeps_as_withdrawn_is_no_difference_to_its_working_copy(
    base: KnowledgeBase, put: Put, names: tuple[str, str]
) -> None:
    """The working copy lists it no more; it comes into the next version by itself."""
    frame = Iri("http://localhost:8000/id/framework/std")
    whole, own = Framework(iri=frame, label=Text(value="Standard")), {"in_scheme": (frame,)}
    gone = skill("gone", "weld pipes", deprecated=True, replaced_by=(iri("kept"),), **own)
    kept = skill("kept", "mend nets", alt_labels=texts("weld pipes"), **own)
    firms = skill("acme", "weld pipes")
    put("std@1.1", [whole, kept, gone], status=PublicationStatus.PUBLISHED)
    put("std@draft", [whole, kept, firms], status=PublicationStatus.DRAFT)
    found = compare(base, *names)

    assert found.is_empty
    assert {side.name: side.things for side in (found.older, found.newer)} == {"std@1.1": 3, "std@draft": 2}
    assert found.notes[-1] == "what the version only keeps as withdrawn need not stand in the working copy: 1"
