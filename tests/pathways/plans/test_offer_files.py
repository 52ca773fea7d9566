"""What a file of offers says of values that cannot be read: where, which, and what to do."""

import json

import pytest

from ontology.errors import UnreadableError
from pathways.plans.offer_files import offers_of_json

GOOD = {"iri": "https://school.example/relays", "label": "Course A"}


def complaint(document: object) -> list[str]:
    with pytest.raises(UnreadableError) as caught:
        offers_of_json(json.dumps(document), "mine.json")
    first, *lines = str(caught.value).split("\n")
    assert first == "mine.json is no list of courses and credentials:"
    return lines


def test_all_wrong_values_are_told_at_once_each_with_its_place_and_a_remedy() -> None:
    document = [{**GOOD, "covers": ["nonsense"], "cost": -5}, GOOD, {"iri": "https://x.example/b", "kind": "thing"}]

    assert complaint(document) == [
        "- offer 1 (Course A), covers: 'nonsense' is no address of a competency; search for it by its name",
        "- offer 1 (Course A), cost: -5 is less than 0; give 0 or more, or leave it out where it is not known",
        "- offer 3, label: it is missing; each offer has an iri and a label",
        "- offer 3, kind: 'thing' is not known here; write 'course', 'credential' or 'apprenticeship'",
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"iri": "x"}, "iri: 'x' is no address; give one, such as https://school.example/relays"),
        ({"hours": "many"}, "hours: 'many' is no number; give one, or leave it out where it is not known"),
        (
            {"credits": 5000},
            "credits: 5000 is more than 1000; give 1000 or less, or leave it out where it is not known",
        ),
        ({"requires": {"members": ["zz"]}}, "requires.members: 'zz' is no address; give one, such as "),
        ({"requires": {"need": 1}}, "requires.need: there is no such field; there are members, conditions, required"),
        ({"price": 1}, "price: there is no such field; there are iri, label, kind"),
        ({"covers": "http://x/a"}, "covers: 'http://x/a' is no list; put it in brackets"),
        ({"suggested": {"zz": 1}}, "suggested.zz: 'zz' is no address of a competency"),
        ({"suggested": 4}, 'suggested: 4 is no object; write {"address": confidence}'),
        ({"provider": 4}, "provider: 4 is no text; put it in double quotes"),
        ({"label": ""}, "label: '' is empty; give it a name"),
        ({"requires": 4}, "requires: 4 is no object; write it in braces, with its fields"),
    ],
)
def test_each_kind_of_wrong_value_has_words_of_its_own(more: dict[str, object], said: str) -> None:
    [line] = complaint([{**GOOD, **more}])

    assert said in line


def test_what_is_no_list_and_what_is_no_object_say_so() -> None:
    assert complaint(4) == ['- 4 is no list; write [{"iri": ..., "label": ...}, ...]']
    assert complaint([5]) == ["- offer 1: 5 is no object; write it in braces, with its fields"]


def test_what_is_no_json_says_where() -> None:
    with pytest.raises(UnreadableError, match=r"mine\.json is no JSON \(line 1, column 2.*; write \[\{\"iri"):
        offers_of_json("[", "mine.json")
    with pytest.raises(UnreadableError, match=r"mine\.json is nested too deep .*; write \[\{\"iri"):
        offers_of_json("[" * 100_000, "mine.json")
