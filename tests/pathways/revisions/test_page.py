"""A revision as a page: of any two releases, whatever their words, and as long as it may be."""

from __future__ import annotations

from ontology.namespaces import CETERMS, SKOS
from pathways.revisions.items import Drafts
from pathways.revisions.page import SHOWN, to_html
from pathways.revisions.revision import Item, Named, Part, Revision, Said, Section, Turn, Version
from standards.differences import Difference
from standards.differences.difference import Changed, LinkChange, Side, Succession, TextChange
from standards.differences.fields import Field
from standards.differences.need import Need, NeedChange
from standards.differences.succession import SuccessionKind
from standards.differences.thing import Thing
from standards.differences.wording import Extent

OLDER, NEWER = (Version(name=f"esco@{version}", version=version) for version in ("1.1.0", "1.1.1"))


def thing(name: str, kind: str = "skill") -> Thing:
    return Thing(iri=f"http://x/{name}", label=name, kind=kind)


def difference(**told: object) -> Difference:
    sides = {name: Side(name=name, title=name, graph=f"http://x/{name}", things=9) for name in ("older", "newer")}
    return Difference.model_validate({**sides, "both": 9, **told})


def items(of: Difference, before: str = "", after: str = "") -> list[tuple[Part, Item]]:
    """Return the items of a difference, where what is called weld may say something in full."""
    then, now = ({thing("weld").iri: words} if words else {} for words in (before, after))
    return [(draft.part, draft.item()) for draft in Drafts(of, then, now, lambda _: ()).all()]


def page(*found: tuple[Part, Item]) -> str:
    parts = {part: tuple(item for each, item in found if each is part) for part in Part}
    sections = tuple(Section(part=part, items=own) for part, own in parts.items() if own)
    return to_html(Revision(title="ESCO", older=OLDER, newer=NEWER, sections=sections))


def text(before: str, after: str, field: Field = Field.LABEL) -> TextChange:
    return TextChange(field=field, language="en", before=(before,), after=(after,), extent=Extent.WORDS)


def test_a_thing_stands_once_with_all_that_was_changed_of_it() -> None:
    moved = LinkChange(field=Field.PLACE, property=str(SKOS.broader), before=(thing("A"),), after=(thing("B"),))
    need = NeedChange(
        occupation=thing("Welder", "occupation"), competency=thing("weld"), before=None, after=Need(level=4)
    )
    changed = Changed(thing=thing("weld"), texts=(text("weld", "weld pipes"),), links=(moved,))
    ((part, item),) = items(difference(changed=(changed,), needs=(need,)))

    assert part is Part.REWORDED
    assert [(one.field, one.before, one.after) for one in item.changes] == [
        ("label", ("weld",), ("weld pipes",)),
        ("place", ("A",), ("B",)),
    ]
    assert [(one.occupation, one.before, one.after) for one in item.demands] == [("Welder", "", "level 4")]


def test_what_is_asked_for_of_a_merged_thing_stands_with_the_merger() -> None:
    merged = Succession(
        kind=SuccessionKind.MERGED,
        older=(thing("a"), thing("b")),
        newer=(thing("b"),),
        asserted=True,
        similarity=1,
    )
    needs = tuple(
        NeedChange(occupation=thing("Welder", "occupation"), competency=thing(name), before=Need(), after=None)
        for name in ("a", "b")
    )
    ((part, item),) = items(difference(successions=(merged,), needs=needs))

    assert (part, item.how, [one.of for one in item.demands]) == (Part.FOLLOWED, "merged", ["a", "b"])
    shown = page((part, item))
    assert "<b>a: needed no more by</b> Welder (asked for)" in shown
    assert "<dt>Now</dt><dd>b: as before</dd>" in shown


def test_a_statement_that_is_its_own_name_is_told_once() -> None:
    ((part, item),) = items(difference(added=(thing("weld"),)), after="weld")
    assert (item.named.name, item.named.text) == ("weld", "")
    assert page((part, item)).count("weld") == 1
    ((_, longer),) = items(difference(added=(thing("weld"),)), after="weld pipes")
    assert longer.named.text == "weld pipes"


def test_a_label_that_changes_as_its_statement_does_is_told_once() -> None:
    words = ("weld", "weld pipes")
    both = (text(*words), text(*words, Field.STATEMENT))
    ((_, item),) = items(difference(changed=(Changed(thing=thing("weld"), texts=both),)))
    assert [one.field for one in item.changes] == ["statement"]

    other = (text("Welding", "Pipes"), text(*words, Field.STATEMENT))
    ((_, item),) = items(difference(changed=(Changed(thing=thing("weld"), texts=other),)))
    assert [one.field for one in item.changes] == ["label", "statement"]


def test_what_goes_on_under_another_name_is_not_as_before() -> None:
    renamed = thing("b").model_copy(update={"label": "b and a"})
    ends = {"older": (thing("a"), thing("b")), "newer": (renamed,)}
    merged = Succession.model_validate({"kind": SuccessionKind.MERGED, **ends, "asserted": True, "similarity": 1})
    shown = page(*items(difference(successions=(merged,))))

    assert "<dt>Before</dt><dd>a</dd><dd>b</dd>" in shown
    assert "<dt>Now</dt><dd>b and a</dd>" in shown


def test_what_a_task_takes_is_told_in_words() -> None:
    taken = LinkChange(field=Field.LINK, property=str(CETERMS.targetCompetency), before=(), after=(thing("weld"),))
    ((part, item),) = items(difference(changed=(Changed(thing=thing("Mend a hull", "task"), links=(taken,)),)))

    assert part is Part.OTHER
    assert [(one.field, one.before, one.after) for one in item.changes] == [("takes", (), ("weld",))]


def test_where_most_words_are_others_both_texts_stand_whole() -> None:
    ((part, item),) = items(difference(changed=(Changed(thing=thing("x"), texts=(text("a b c", "a d e f"),)),)))

    assert "<del>a b c</del>; <ins>a d e f</ins>" in page((part, item))


def test_words_that_are_gone_and_came_at_the_beginning_stand_apart() -> None:
    words = ("Rig loads for the crane", "Check and rig loads for the crane")
    ((part, item),) = items(difference(changed=(Changed(thing=thing("x"), texts=(text(*words),)),)))

    assert "<del>Rig</del> <ins>Check and rig</ins> loads for the crane" in page((part, item))


def test_markup_in_words_is_words() -> None:
    found = items(difference(added=(thing("<b>bold</b> & brave"),)))

    assert "&lt;b&gt;bold&lt;/b&gt; &amp; brave" in page(*found)


def test_a_long_part_is_cut_and_says_so() -> None:
    found = items(difference(added=tuple(thing(f"t{number:04d}") for number in range(SHOWN + 7))))
    shown = page(*found)

    assert shown.count("<article>") == SHOWN
    assert f"<strong>{SHOWN + 7}</strong> new" in shown
    assert "7 more entries" in shown


def test_nothing_is_a_page_too() -> None:
    assert "nothing that jobs need, differs" in page()


def turn(name: str, before: str = "", now: str = "", reason: str = "") -> Turn:
    sides = (Said(organization="A Union", position=said, reason=reason) if said else None for said in (before, now))
    return Turn(organization="A Union", subject=Named(address=name, name=name), before=next(sides), now=next(sides))


def test_a_union_that_does_not_ratify_again_is_told() -> None:
    refused = turn("all", "ratify", "refuse", "Too thin")
    said = to_html(Revision(title="ESCO", older=OLDER, newer=NEWER, whole=(refused, turn("all", "ratify"))))

    assert "A Union ratified 1.1.0, and refuses 1.1.1: Too thin." in said
    assert "A Union ratified 1.1.0, and takes no position on 1.1.1." in said


def test_what_a_member_says_alike_of_several_is_one_sentence() -> None:
    turns = (turn("weld", "dissent", "endorse"), turn("cut", "dissent", "endorse"), turn("join", "abstain"))
    said = to_html(Revision(title="ESCO", older=OLDER, newer=NEWER, positions=turns))

    assert "<strong>3</strong> positions differ" in said
    assert "<p>Endorses weld, cut. It dissented from them before.</p>" in said
    assert "<p>Takes no position on join. It abstained on it before.</p>" in said
