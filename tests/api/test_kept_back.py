"""What is kept back, a firm's list, a private draft and members' employment, is behind every door as if not there."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from fastapi.testclient import TestClient

from api.http.origins import DISCOVERY, PUBLISHED
from api.linked.documents import OFFERS
from ontology.errors import InputError, NotFoundError
from ontology.graph_writing import stored_triples
from ontology.records import Iri, Organization, Release
from ontology.shown import is_kept_back, told_releases
from ontology.store import KnowledgeBase
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.outcomes.subjects import Subjects
from standards.publishing import Mover, keep_back, release_list
from tests.standards.publishing.conftest import SECOND, Rows, twice, written

__all__ = ["twice", "written"]
"""Fixtures of others: a standard in two versions."""

SECRET: Final = "Zephyrine"
"""Stands in every text, address and name of file of what is kept back, and nowhere else."""

EMPLOYEES: Final = 86413
"""How many people a member employs of a partnership whose draft is open; it stands nowhere else."""

LEFT: Final = "1987-03-19"
"""The last day of one that was a member of that partnership; it stands nowhere else."""

BY: Final = "Quillon Vetch"
"""Who releases a list; that is kept, and told nowhere."""

CASE: Final = "/ims/case/v1p1"
LIST: Final = f"job,statement\n{SECRET} Fitter,Fits {SECRET} valves\n"
EVERYTHING: Final = "CONSTRUCT { ?s ?p ?o . ?g a <urn:graph> } { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
WHOLE: Final = (
    *("/", f"/?q={SECRET[:-1]}", f"/api/v1/occupations?q={SECRET[:-1]}", "/api/v1/openapi.json", "/api/v1/sectors"),
    *(f"/dataset.{offer.extension}" for offer in OFFERS),
    *("/dumps", "/dumps/all.nq.gz", DISCOVERY, "/sparql", f"{CASE}/CFDocuments", f"{CASE}/discovery"),
    *(
        f"{CASE}/CFPackages/51111111-1111-4111-8111-111111111111",
        f"{CASE}/CFItemAssociations/21111111-1111-4111-8111-111111111111",
    ),
)
"""Doors behind which something is told of everything."""


def package(number: int, word: str, status: str) -> dict[str, object]:
    """Return a framework of another server with two items, of which one matches an item of another framework."""

    def named(kind: str, place: int) -> dict[str, str]:
        identifier = f"{place}{number}111111-1111-4111-8111-111111111111"
        uri = f"https://cases.example/{kind}/{word}/{identifier}"
        return {"identifier": identifier, "uri": uri, "lastChangeDateTime": "2026-01-31T09:00:00Z"}

    items = [{**named("CFItems", place), "fullStatement": f"{word} statement {place}"} for place in (2, 3)]
    met = {"title": "met", "identifier": "21111111-1111-4111-8111-111111111111"}
    met["uri"] = f"https://cases.example/CFItems/Open/{met['identifier']}"
    link = {"title": "one", **{name: items[0][name] for name in ("identifier", "uri")}}
    match = {**named("CFAssociations", 4), "associationType": "exactMatchOf"}
    document = {**named("CFDocuments", 5), "title": f"{word} framework", "creator": word, "adoptionStatus": status}
    both = [
        {**match, "originNodeURI": link, "destinationNodeURI": met},
        {**named("CFAssociations", 6), **{"associationType": "exactMatchOf"}, "originNodeURI": met}
        | {"destinationNodeURI": link},
    ]
    return {"CFDocument": document, "CFItems": items, "CFAssociations": both if number > 1 else []}


def secrets(told: str) -> list[str]:
    """Return what a text tells that it must not."""
    return [
        secret for secret in (SECRET.casefold(), str(EMPLOYEES), LEFT) if secret in told.casefold().replace(",", "")
    ]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, written: Callable[[Rows], Path]) -> Iterator[KnowledgeBase]:
    """A framework for everybody, a private draft that speaks of its items, the list of a firm, and an open draft."""
    folder = tmp_path_factory.mktemp("kept")
    with KnowledgeBase.in_memory() as base:
        for number, (word, status) in enumerate((("Open", "Adopted"), (SECRET, "Private Draft")), 1):
            path = folder / f"{word}.json"
            path.write_text(json.dumps(package(number, word, status)))
            import_release(base, "case", [path])
        own = folder / f"{SECRET}.csv"
        own.write_text(LIST)
        import_release(base, "sheet", [own])
        import_release(base, "partnership", [employing(written(SECOND))])
        yield base


def employing(folder: Path) -> Path:
    """Have the member of a partnership say how many people it employs, and bring no list; another one has left it."""
    declared = folder / "partnership.toml"
    said = declared.read_text().partition("[files.firms]")[0]
    left = f'\n[[organizations]]\nslug = "barge-co"\nname = "Barge Company"\nrole = "firm"\nleft = {LEFT}\n'
    declared.write_text(said.replace('role = "firm"', f'role = "firm"\nemployees = {EMPLOYEES}') + left)
    return folder


@pytest.fixture
def client(base: KnowledgeBase, serve: Callable[..., TestClient]) -> TestClient:
    """The service on it, made ready."""
    return serve(base, ready=True)


def kept(base: KnowledgeBase) -> list[Release]:
    return [release for release in base.releases() if is_kept_back(base, release)]


def things(base: KnowledgeBase, release: Release) -> list[str]:
    """Return whatever only a release says something of, it and its files among them."""
    said = "SELECT DISTINCT ?s { ?s ?p ?o FILTER(isIRI(?s)) }"
    told = {str(iri) for (iri,) in base.rows(said, [one.iri for one in told_releases(base)])}
    found = {str(iri) for (iri,) in base.rows(said, [release.iri])} - told
    return sorted({*found, *map(str, release.files), str(release.iri)})


def doors(base: KnowledgeBase, iri: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every address, with its parameters, at which a thing might be asked for."""
    for form in ("", *(offer.extension for offer in OFFERS)):
        yield "/doc", {"iri": iri, **({"format": form} if form else {})}
    if iri.startswith(base.identifiers.base):
        path = iri.removeprefix(base.identifiers.base)
        for ending in ("", *(f".{offer.extension}" for offer in OFFERS)):
            yield f"{path}{ending}", {}
            yield f"{path.replace('/id/', '/doc/')}{ending}", {}
            yield f"{path}@1{ending}", {}


def test_there_is_one_of_each_kind(base: KnowledgeBase) -> None:
    assert [release.reader for release in kept(base)] == ["case", "employment", "sheet"]
    assert [len(things(base, release)) > 3 for release in kept(base)] == [True, False, True]
    assert "harbor" in {release.source for release in told_releases(base)}


def test_what_is_kept_back_is_unknown_at_every_address(base: KnowledgeBase, client: TestClient) -> None:
    for iri in (iri for release in kept(base) for iri in things(base, release)):
        for path, parameters in doors(base, iri):
            for method in ("GET", "HEAD"):
                answer = client.request(method, path, params=parameters)
                assert answer.status_code == 404, (method, path, parameters)


def test_its_refusal_is_that_of_what_there_is_not(base: KnowledgeBase, client: TestClient) -> None:
    for iri in (iri for release in kept(base) for iri in things(base, release)):
        there, nothing = (client.get("/doc", params={"iri": one}) for one in (iri, f"{iri}-nothing"))
        assert there.text.replace(iri, "it") == nothing.text.replace(f"{iri}-nothing", "it")
        assert dict(there.headers) | {"content-length": ""} == dict(nothing.headers) | {"content-length": ""}


@pytest.mark.parametrize("door", WHOLE)
def test_nothing_is_told_of_it_where_all_is_told(client: TestClient, door: str) -> None:
    content = client.get(door).content
    told = gzip.decompress(content) if door.endswith(".gz") else content

    assert told
    assert not secrets(told.decode())


def test_its_dump_and_graph_are_not_there(base: KnowledgeBase, client: TestClient) -> None:
    for release in kept(base):
        refused = client.get(f"/dumps/{release.name}.nq.gz")
        assert refused.status_code == 404
        assert release.name not in refused.json()["detail"].partition("there are")[2]
        for accept in ("text/html", "text/turtle", "application/n-quads"):
            assert client.get(release.iri, headers={"accept": accept}).status_code == 404


def test_no_query_meets_it(base: KnowledgeBase, client: TestClient) -> None:
    found = client.get("/sparql", params={"query": EVERYTHING, "format": "nt"})

    assert "Open statement" in found.text
    assert "Tug Company" in found.text
    assert not secrets(found.text)
    for release in kept(base):
        asked = f"SELECT * FROM <{release.iri}> {{ ?s ?p ?o }}"
        assert client.get("/sparql", params={"query": asked}).status_code == 400


def test_the_case_service_knows_none_of_it(base: KnowledgeBase, client: TestClient) -> None:
    for kind in ("CFDocuments", "CFPackages", "CFItems", "CFAssociations", "CFItemAssociations"):
        for place in range(2, 7):
            answer = client.get(f"{CASE}/{kind}/{place}2111111-1111-4111-8111-111111111111")
            assert answer.status_code == 404, (kind, place)
    assert client.get(f"{CASE}/CFItems/21111111-1111-4111-8111-111111111111").status_code == 200


def test_what_it_says_of_others_is_not_repeated(client: TestClient) -> None:
    """The draft says that an item of the open framework matches one of its own."""
    met = "https://cases.example/CFItems/Open/21111111-1111-4111-8111-111111111111"
    for offer in OFFERS:
        answer = client.get("/doc", params={"iri": met, "format": offer.extension})
        assert answer.status_code == 200
        assert SECRET not in answer.text


def test_of_a_member_it_is_told_who_it_is_and_not_how_many_people_it_employs_or_when_it_left(
    base: KnowledgeBase, client: TestClient
) -> None:
    mint = base.identifiers.mint
    member, former = mint("organization", "tug-co"), mint("organization", "barge-co")
    for iri in (member, former, mint("partnership", "harbor")):
        for path, parameters in doors(base, iri):
            answer = client.get(path, params=parameters)
            assert not secrets(answer.text), (path, parameters)
    for offer in OFFERS:
        assert "Tug Company" in client.get("/doc", params={"iri": member, "format": offer.extension}).text
        assert "Barge Company" in client.get("/doc", params={"iri": former, "format": offer.extension}).text
    dump = client.get("/dumps/harbor@draft.nq.gz").content
    assert b"Tug Company" in gzip.decompress(dump)
    assert not secrets(gzip.decompress(dump).decode())


def test_its_owner_still_works_with_it(base: KnowledgeBase) -> None:
    (employment,) = (release for release in kept(base) if release.reader == "employment")
    told = [(one.employees, one.left) for one in base.records(employment, Organization)]
    assert sorted(told, key=str) == [(EMPLOYEES, None), (None, date.fromisoformat(LEFT))]
    for release in (release for release in kept(base) if release != employment):
        name = release.source.removeprefix("sheet-") if release.reader == "sheet" else release.name
        assert any(SECRET in str(entry.label) for entry in read_framework(base, name))


def test_what_was_open_before_it_is_told_on(tmp_path: Path, serve: Callable[..., TestClient]) -> None:
    """A publisher who makes the next version in private takes nothing back of the one before."""
    with KnowledgeBase.in_memory() as base:
        for version, status in enumerate(("Adopted", "private draft "), 1):
            said = package(1, "Open", status)
            document = said["CFDocument"]
            assert isinstance(document, dict)
            document["version"], document["notes"] = str(version), "" if version == 1 else SECRET
            path = tmp_path / f"{version}.json"
            path.write_text(json.dumps(said))
            import_release(base, "case", [path])
        client = serve(base)

        assert len(base.releases()) == 2
        identifier = "51111111-1111-4111-8111-111111111111"
        told = client.get(
            "/doc", params={"iri": f"https://cases.example/CFDocuments/Open/{identifier}", "format": "nt"}
        )
        assert (told.status_code, SECRET in told.text) == (200, False)
        assert client.get(f"{CASE}/CFDocuments/{identifier}").json()["version"] == "1"
        counted = client.get(
            "/sparql", params={"query": "ASK { ?s ?p ?o FILTER(STR(?o) = 'Open framework') }", "format": "json"}
        )
        assert counted.json()["boolean"]


@pytest.fixture
def given(tmp_path: Path) -> Iterator[KnowledgeBase]:
    """The list of a firm, and nothing else."""
    with KnowledgeBase.in_memory() as base:
        give(base, tmp_path, LIST)
        yield base


def give(base: KnowledgeBase, folder: Path, told: str) -> Release:
    own = folder / f"{SECRET}.csv"
    own.write_text(told)
    return import_release(base, "sheet", [own]).release


def told_everywhere(client: TestClient) -> str:
    """Return what the doors answer behind which something is told of everything, and whoever asks for all of it."""
    query = client.get("/sparql", params={"query": EVERYTHING, "format": "nt"}).text
    answers = [client.get(door).content for door in WHOLE]
    return "".join([query, *((gzip.decompress(one) if one[:2] == b"\x1f\x8b" else one).decode() for one in answers)])


def test_a_list_is_behind_every_door_from_its_release_until_it_is_taken_back(
    given: KnowledgeBase, serve: Callable[..., TestClient]
) -> None:
    (own,) = given.releases()
    asked = [door for iri in things(given, own) for door in doors(given, iri)]
    asked.append((f"/dumps/{own.name}.nq.gz", {}))

    def found() -> list[int]:
        client = serve(given, ready=True)
        assert BY not in (told := told_everywhere(client))
        assert bool(secrets(told)) is not is_kept_back(given, own)
        return [client.get(path, params=parameters).status_code for path, parameters in asked]

    assert {*found()} == {404}
    release_list(given, "harbor", SECRET.lower(), Mover(BY))
    public = found()
    assert public[-1] == 200
    whole = [status for (path, _), status in zip(asked, public, strict=True) if path == "/doc"]
    assert whole.count(200) > len(whole) / 2
    keep_back(given, "harbor", SECRET.lower(), Mover(BY))
    assert {*found()} == {404}


def test_who_released_a_list_is_asked_for_nowhere(given: KnowledgeBase, serve: Callable[..., TestClient]) -> None:
    own = release_list(given, "harbor", SECRET.lower(), Mover(BY, "For the apprentices"))
    (change,) = given.changes(own.iri)
    client = serve(given, ready=True)

    assert (change.by, change.comment) == (BY, "For the apprentices")
    for path, parameters in doors(given, change.iri):
        assert client.get(path, params=parameters).status_code == 404


def test_who_released_it_is_asked_for_nowhere_when_it_is_gone(
    given: KnowledgeBase, tmp_path: Path, serve: Callable[..., TestClient]
) -> None:
    """All that is left may be read by anybody, and so would be what describes it."""
    path = tmp_path / "open.json"
    path.write_text(json.dumps(package(1, "Open", "Adopted")))
    import_release(given, "case", [path])
    own = release_list(given, "harbor", SECRET.lower(), Mover(BY))
    given.remove([own])
    told = told_everywhere(serve(given, ready=True))

    assert "Open statement" in told
    assert BY not in told
    assert not secrets(told)


def test_a_list_that_comes_later_is_kept_back_until_it_is_released_too(given: KnowledgeBase, tmp_path: Path) -> None:
    slug = SECRET.lower()
    release_list(given, "harbor", slug, Mover(BY))
    with pytest.raises(InputError, match=f"the list of {slug} is public already, since .* by {BY}"):
        release_list(given, "harbor", slug, Mover(BY))
    later = give(given, tmp_path, f"{LIST}{SECRET} Mate,Packs {SECRET} glands\n")

    assert is_kept_back(given, later)
    with pytest.raises(InputError, match="is kept back already"):
        keep_back(given, "harbor", slug, Mover(BY))
    release_list(given, "harbor", slug, Mover(BY))
    assert not is_kept_back(given, given.release(later.name))


def test_a_list_that_is_released_is_no_standard_that_outcomes_may_be_under(given: KnowledgeBase) -> None:
    release_list(given, "harbor", SECRET.lower(), Mover(BY))

    assert Subjects.stored(given).standards == {}


def test_a_former_edition_of_a_list_is_taken_back_with_it(given: KnowledgeBase, tmp_path: Path) -> None:
    """Otherwise the firm could not take it back any more: it is named by the firm alone."""
    slug = SECRET.lower()
    former = release_list(given, "harbor", slug, Mover(BY))
    own = tmp_path / f"{SECRET}.csv"
    own.write_text(f"{LIST}{SECRET} Mate,Packs {SECRET} glands\n")
    import_release(given, "sheet", [own], "next")
    assert not is_kept_back(given, former)
    keep_back(given, "harbor", slug, Mover(BY))

    assert former.version != "next"
    assert len(kept(given)) == len(given.releases()) == 2


def test_a_list_is_released_by_the_name_of_a_standard_that_it_was_given_to(given: KnowledgeBase) -> None:
    """The firm means the list that it gave there, not one that another partnership has."""
    (own,) = given.releases()
    other = Iri(given.identifiers.mint("partnership", "bay"))
    given.replace(own.model_copy(update={"part_of": (other,)}), (), [stored_triples(given, own)])
    slug = SECRET.lower()
    with pytest.raises(NotFoundError, match=f"{slug} gave its list not to harbor, but to bay; name that"):
        release_list(given, "harbor", slug, Mover(BY))

    assert kept(given)
    release_list(given, "bay", slug, Mover(BY))
    assert not kept(given)


def test_nothing_else_that_is_kept_back_can_be_released(base: KnowledgeBase) -> None:
    for slug in ("harbor", "nobody"):
        with pytest.raises(LookupError):
            release_list(base, "harbor", slug, Mover(BY))


def test_every_door_to_what_is_published_is_walked_here() -> None:
    """A door that is opened later has to be walked too."""
    assert {"id", "doc", "dataset", "dumps", "graph", "ims", "sparql"} == PUBLISHED


def test_the_page_of_an_occupation_tells_nothing_of_a_working_copy(
    twice: KnowledgeBase, written: Callable[[Rows], Path], serve: Callable[..., TestClient]
) -> None:
    folder = written(SECOND)
    (folder / "occupations.csv").write_text(
        "code,title,job_zone,entry,description,education,licensure\n"
        f"53-5011.00,Sailors and Marine Oilers,2,yes,{SECRET} one,{SECRET} two,{SECRET} three\n"
    )
    import_release(twice, "partnership", [folder])
    client = serve(twice, ready=True)
    page = client.get("/id/onet/53-5011.00", headers={"accept": "text/html"}).text

    assert "Sailors and Marine Oilers" in page
    assert "See where it leads" in page
    assert SECRET not in page
