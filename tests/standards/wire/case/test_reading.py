"""Packages in: what other servers write is read, and each liberty said at its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ontology.errors import RefusedError, UnreadableError
from ontology.records import Text
from ontology.report import Severity
from standards.wire.case.writing import write_package
from tests.standards.wire.case.conftest import DOCUMENT, SERVER, association, item, link, package, resource, uuid

if TYPE_CHECKING:
    from tests.standards.wire.case.conftest import Json, Read


def test_an_item_says_what_it_said(read: Read) -> None:
    said = item(
        2, "Soudez", language="fr-CA", conceptKeywords=["acier"], humanCodingScheme="W.1", educationLevel=["13"]
    )
    found, report = read(package(said))

    (read_item,) = found.items
    assert read_item.full_statement == Text(value="Soudez", language="fr-ca")
    assert read_item.keywords == (Text(value="acier", language="fr-ca"),)
    assert (read_item.coding_scheme, read_item.education_levels) == ("W.1", ("13",))
    assert len(report) == 0


def test_texts_are_in_the_language_of_the_document_where_they_say_none(read: Read) -> None:
    found, _ = read(package(item(2)))
    assert found.items[0].full_statement.language == "en"


LIBERTIES: dict[str, tuple[Json, str, str, Json]] = {
    "a null": ({"notes": None}, "null", "/CFItems/0/notes", None),
    "a text for a list": ({"subject": "steel"}, "no-list", "/CFItems/0/subject", ["steel"]),
    "a list of one for a text": ({"notes": ["steel"]}, "list", "/CFItems/0/notes", "steel"),
    "a number for a text": ({"humanCodingScheme": 7}, "text-as-number", "/CFItems/0/humanCodingScheme", "7"),
    "another's name": ({"educationalLevel": ["13"]}, "other-name", "/CFItems/0/educationalLevel", None),
    "an identifier in capitals": (
        {"identifier": uuid(2).replace("8", "A")},
        "upper-case",
        "/CFItems/0/identifier",
        None,
    ),
    "a moment of its own": ({"lastChangeDateTime": "2026-01-31"}, "moment", "/CFItems/0", None),
}


@pytest.mark.parametrize("liberty", LIBERTIES)
def test_what_is_against_the_letter_is_read_and_said(read: Read, liberty: str) -> None:
    said, code, path, kept = LIBERTIES[liberty]
    found, report = read(package(item(2) | said))

    assert (code, path) in {(finding.code, finding.path) for finding in report}
    assert not report.refused
    if kept is not None:
        (name,) = said
        assert write_package(found)["CFItems"][0][name] == kept


@pytest.mark.parametrize("names", [("CFItemTypeUri", "CFItemTypeURI"), ("CFItemTypeURI", "CFItemTypeUri")])
def test_what_stands_under_two_names_is_joined_or_kept_in_the_extensions(read: Read, names: tuple[str, str]) -> None:
    kinds = {name: {"title": name, "identifier": uuid(8), "uri": f"https://x.example.org/{name}"} for name in names}
    said = {"educationalLevel": ["13", "12"], "educationLevel": ["12"], **{name: kinds[name] for name in names}}
    found, report = read(package(item(2) | said))

    (told,) = write_package(found)["CFItems"]
    assert told["educationLevel"] == ["12", "13"]
    assert told["CFItemTypeURI"]["uri"] == "https://x.example.org/CFItemTypeURI"
    assert told["extensions"] == {"CFItemTypeUri": kinds["CFItemTypeUri"]}
    (twice,) = (one for one in report if one.code == "name-twice" and one.severity is Severity.WARNING)
    assert (twice.path, twice.remedy) == ("/CFItems/0/CFItemTypeUri", "Say it once, as CFItemTypeURI")
    assert twice.value.startswith('{"title": "CFItemTypeUri"')


def test_wrapped_packages_and_resources_are_unwrapped(read: Read) -> None:
    said = package({"CFItem": item(2)})
    found, report = read({"CFPackage": said | {"CFDocument": {"CFDocument": DOCUMENT}}})

    assert (len(found.items), found.document.title.value) == (1, "Welding")
    assert [finding.code for finding in report] == ["wrapped"] * 3


def test_associations_go_by_the_names_that_open_salt_writes(read: Read) -> None:
    above, below = item(2), item(3, "Grind")
    found, report = read(package(above, below, associations=(association(4, "Is Child Of", below, above),)))

    assert found.associations[0].association_type == "isChildOf"
    assert [(finding.code, finding.value) for finding in report] == [("other-name", "Is Child Of")]


def test_a_link_is_followed_by_its_identifier_where_its_address_is_from_elsewhere(read: Read) -> None:
    above, below = item(2), item(3, "Grind")
    moved = above | {"uri": "https://elsewhere.example.org/2"}
    found, report = read(package(above, below, associations=(association(4, "isChildOf", below, moved),)))

    assert found.associations[0].destination == above["uri"]
    assert [finding.code for finding in report] == ["other-address"]


def test_names_that_case_does_not_have_are_kept_in_the_extensions(read: Read) -> None:
    found, report = read(package(item(2, smartLevel="1.2", extensions={"ours": [1]}), theirs={"a": 1}))

    assert json.loads(found.items[0].extensions or "") == {"smartLevel": "1.2", "ours": [1]}
    assert json.loads(found.document.package_extensions or "") == {"theirs": {"a": 1}}
    assert sorted(finding.path for finding in report) == ["/CFItems/0/smartLevel", "/theirs"]


BAD_VALUES: dict[str, Json] = {
    "statusStartDate": "31/01/2026",
    "licenseURI": {"title": "free", "identifier": uuid(9), "uri": "no address"},
    "notes": {"a": 1},
}


@pytest.mark.parametrize("name", BAD_VALUES)
def test_a_value_that_a_field_cannot_hold_is_kept_in_the_extensions(read: Read, name: str) -> None:
    found, report = read(package(item(2, **{name: BAD_VALUES[name]})))

    assert json.loads(found.items[0].extensions or "") == {name: BAD_VALUES[name]}
    (finding,) = report
    assert (finding.code, finding.path, finding.severity) == ("bad-value", f"/CFItems/0/{name}", Severity.WARNING)
    assert finding.remedy


def test_every_bad_value_of_a_list_is_told_with_its_place_and_kept(read: Read) -> None:
    found, report = read(package(item(2, subject=[{"a": 1}, "steel", {"b": 2}])))

    assert [(one.code, one.path) for one in report] == [("bad-value", f"/CFItems/0/subject/{at}") for at in (0, 2)]
    assert [text.value for text in found.items[0].subjects] == ["steel"]
    assert json.loads(found.items[0].extensions or "") == {"subject": [{"a": 1}, {"b": 2}]}


@pytest.mark.parametrize(
    "moment",
    ["2024-02-31T09:00:00Z", "2026-99-99T99:99:99Z", "2026-01-31T09:00:00+19:00", "2026-01-31T24:30:00Z"],
)
def test_a_moment_that_never_was_is_refused(read: Read, moment: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(package(item(2) | {"lastChangeDateTime": moment}))

    (finding,) = refused.value.report
    assert (finding.code, finding.path) == ("bad-value", "/CFItems/0/lastChangeDateTime")
    assert finding.value == moment


@pytest.mark.parametrize("position", ["nan", "1_0", "inf", "1e999", "0.5", True, "٤"])
def test_what_is_no_whole_number_is_kept_in_the_extensions(read: Read, position: Json) -> None:
    said = association(4, "isChildOf", item(2), DOCUMENT, sequenceNumber=position)
    found, report = read(package(item(2), associations=(said,)))

    assert found.associations[0].sequence is None
    assert json.loads(found.associations[0].extensions or "") == {"sequenceNumber": position}
    assert [one.code for one in report] == ["bad-value"]


def test_a_number_that_json_cannot_say_is_refused_wherever_it_stands(read: Read) -> None:
    said = json.dumps(package(item(2, extensions={"deep": [0, "HERE"]}))).replace('"HERE"', "-1e999").encode()
    with pytest.raises(RefusedError) as refused:
        read(said)

    (finding,) = refused.value.report
    assert (finding.code, finding.path) == ("too-large", "/CFItems/0/extensions/deep/1")


@pytest.mark.parametrize("uri", ["http://[x", "nowhere"])
def test_links_lead_to_what_has_no_address_of_its_own(read: Read, uri: str) -> None:
    said = item(2) | {"uri": uri}
    found, report = read(package(said, associations=(association(4, "isChildOf", said, DOCUMENT),)))

    (made,), (joined,) = found.items, found.associations
    assert made.iri == joined.origin == f"http://localhost:8000/id/case/{uuid(2)}"
    assert not report.refused


def test_a_language_tag_of_the_document_is_told_once(read: Read) -> None:
    with pytest.raises(RefusedError) as refused:
        read({**package(item(2)), "CFDocument": {**DOCUMENT, "language": "English!"}})
    assert [(one.code, one.path) for one in refused.value.report] == [("no-language", "/CFDocument/language")]


def test_a_thing_without_an_address_gets_one(read: Read) -> None:
    found, report = read(package(item(2) | {"uri": "nowhere"}))

    assert found.items[0].iri == f"http://localhost:8000/id/case/{uuid(2)}"
    assert [finding.code for finding in report] == ["no-address"]


def test_what_has_neither_address_nor_identifier_gets_none(read: Read) -> None:
    with pytest.raises(RefusedError) as refused:
        read({"CFDocument": {"title": "Welding", "creator": "Mill", "lastChangeDateTime": "2026-01-31T09:00:00Z"}})
    told = {finding.path: finding.message for finding in refused.value.report}
    assert told["/CFDocument/uri"] == "uri is missing"
    assert told["/CFDocument/identifier"].startswith("identifier is missing")


REFUSED: dict[str, tuple[Json, str, str]] = {
    "no package": ({"CFDocuments": []}, "no-package", "/"),
    "a list": ([1], "no-package", "/"),
    "an item without a statement": (package(resource("CFItems", 2)), "missing", "/CFItems/0/fullStatement"),
    "an item that is a text": (package("Weld"), "no-object", "/CFItems/0"),  # type: ignore[arg-type]
    "items that are no list": ({"CFDocument": DOCUMENT, "CFItems": {}}, "no-list", "/CFItems"),
    "definitions that are no object": (package() | {"CFDefinitions": []}, "no-object", "/CFDefinitions"),
    "extensions that are no object": (package() | {"extensions": "x"}, "no-object", "/extensions"),
    "a document without a title": ({"CFDocument": resource("CFDocuments", 1)}, "missing", "/CFDocument/title"),
    "no moment": (package(item(2) | {"lastChangeDateTime": "lately"}), "bad-value", "/CFItems/0/lastChangeDateTime"),
    "no language": (package(item(2, language="English!")), "no-language", "/CFItems/0/language"),
    "a long text": (package(item(2, "x" * 1_000_001)), "too-long", "/CFItems/0/fullStatement"),
    "half a character": (package(item(2, "\ud83d")), "half-a-character", "/CFItems/0/fullStatement"),
}


@pytest.mark.parametrize("wrong", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place(read: Read, wrong: str) -> None:
    said, code, path = REFUSED[wrong]
    with pytest.raises(RefusedError) as refused:
        read(said)

    assert (code, path) in {(finding.code, finding.path) for finding in refused.value.report}


def test_a_name_that_stands_twice_is_refused(read: Read) -> None:
    with pytest.raises(RefusedError) as refused:
        read(
            json.dumps(package(item(2)))
            .replace('"fullStatement"', '"notes": "a", "notes": "b", "fullStatement"')
            .encode()
        )

    (finding,) = refused.value.report
    assert (finding.code, finding.path) == ("name-twice", "/CFItems/0/notes")


@pytest.mark.parametrize(
    "content",
    [b'{"CFDocument": ', b"\xff\xfe", b"[" * 1_000_000, b'{"a": NaN}', b'{"a": ' + b"9" * 5000 + b"}"],
    ids=["cut short", "no text", "a million deep", "no number", "a number of 5,000 digits"],
)
def test_what_is_no_json_is_refused(read: Read, content: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"made\.json"):
        read(content)


def test_lists_nested_too_deeply_are_refused(read: Read) -> None:
    deep: Json = "x"
    for _ in range(100):
        deep = [deep]
    with pytest.raises(RefusedError) as refused:
        read(package(item(2, extensions={"deep": deep})))

    assert [finding.code for finding in refused.value.report] == ["too-deep"]


def test_links_keep_what_they_say_and_their_targets_do_not(read: Read) -> None:
    above, below = item(2), item(3, "Grind")
    other = association(4, "isChildOf", below, above)
    other["destinationNodeURI"] = link(above) | {"title": "The one above"}
    found, _ = read(package(above, below, associations=(other,)))

    assert json.loads(found.associations[0].links or "") == {
        f"{SERVER}/CFItems/{uuid(2)}": {"title": "The one above", "identifier": uuid(2)}
    }
