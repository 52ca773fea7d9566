"""From each format into each other one, field by field: kept, carried in an extension, or lost."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.ctdl.homes import STATUSES
from standards.wire.exporting import export
from tests.standards.wire.case.every_field import every_field
from tests.standards.wire.comparing import Fate, fates, table
from tests.standards.wire.losses import WHOLE, Between, block, by_form
from tests.standards.wire.things import BELONGING, EXTENSIONS, WITHIN, Things, things

Json = Any

FORMATS = ("case", "ctdl", "rsd", "skos", "badges")

SAMPLES = {
    "case": ("case/packages/opensalt-framework.json", "case/packages/opencase_round_trip_baseline.json"),
    "ctdl": ("ctdl/frameworks/DQP.jsonld", "ctdl/frameworks/bcsp-asp.json"),
    "rsd": ("rsd/collection-v3.json",),
    "skos": ("ctdl/frameworks/DQP.ttl",),
}
"""The samples of each format; that of SKOS is what is written of one of CTDL's."""

HANGING = ("hasChild", "hasTopChild", "isChildOf", "isPartOf", "isTopChildOf")
"""What CASE says once, from the child's side."""

Written = Callable[[str, Path], Iterator[tuple[str, bytes]]]


def every_form(kind: str, path: Path) -> dict[str, bytes]:
    """Import a file and write it in every format."""
    with KnowledgeBase.in_memory() as base:
        source = import_release(base, kind, [path]).release.source
        return {form: export(base, source, form) for form in FORMATS}


@pytest.fixture(scope="module")
def files(data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """The samples by format, with a package that has every field of CASE, and a scheme in SKOS."""
    if not (data / "wire").is_dir():
        pytest.skip(f"{data / 'wire'} is not there")
    folder = tmp_path_factory.mktemp("between")
    schema = json.loads((data / "wire/case/schemas/case-1.1-cfpackage.schema.json").read_bytes())
    (folder / "every.json").write_text(json.dumps(every_field(schema)), encoding="utf-8")
    (folder / "dqp.ttl").write_bytes(every_form("ctdl", data / "wire" / SAMPLES["ctdl"][0])["skos"])
    found = {kind: [data / "wire" / name for name in names] for kind, names in SAMPLES.items() if kind != "skos"}
    found["case"].append(folder / "every.json")
    return found | {"skos": [folder / "dqp.ttl"]}


@pytest.fixture(scope="module")
def measured(files: dict[str, list[Path]]) -> dict[str, Between]:
    """What became of every value of every sample, by the format that it came in."""
    found: dict[str, Between] = {kind: defaultdict(lambda: defaultdict(Counter)) for kind in files}
    for kind, paths in files.items():
        for path in paths:
            written = every_form(kind, path)
            for form in FORMATS:
                if form != kind:
                    _measure(found[kind], kind, form, written)
    return found


def _measure(found: Between, kind: str, form: str, written: dict[str, bytes]) -> None:
    whole = things(form, written[form])
    bare = {iri: {name: values for name, values in of.items() if name not in WITHIN} for iri, of in whole.items()}
    for iri, fields in things(kind, written[kind]).items():
        for name, values in fields.items():
            after = whole if name in BELONGING else bare
            there = after.get(iri, {})
            plain = {value for inner, said in there.items() if inner != EXTENSIONS for value in said}
            for value in values:
                carried = value in there.get(EXTENSIONS, ())
                fate = Fate.KEPT if value in plain else Fate.EXTENSION if carried else Fate.LOST
                if fate is Fate.LOST and _other_form(name, value, iri, after):
                    fate = Fate.FORM
                found[name][form][fate] += 1


def otherwise(value: str) -> str:
    """Return a value without its form: a day as a moment, a UUID as an address, a status by CTDL's name for it.

    Example
    -------
    >>> otherwise("2026-01-31T00:00:00"), otherwise("urn:uuid:4f3c"), otherwise("Adopted")
    ('2026-01-31', '4f3c', 'Published')
    """
    for prefix in ("ce-", "urn:uuid:", "publicationStatus:"):
        value = value.removeprefix(prefix)
    return STATUSES.get(value.lower(), value).removesuffix("T00:00:00")


def _other_form(name: str, value: str, of: str, after: Things) -> bool:
    """Whether a value is said in another form, or from the other end; of when a thing was made, the day is enough."""
    if "creationDate" in name:
        value = value[:10]
    there = (one for values in after.get(of, {}).values() for one in values)
    return otherwise(value) in map(otherwise, there) or any(of in values for values in after.get(value, {}).values())


def shown(measured: dict[str, Between]) -> str:
    """Return a table for each format that is read."""
    return "".join(_section(kind, of) for kind, of in measured.items())


def _section(kind: str, of: Between) -> str:
    forms = [form for form in FORMATS if form != kind]
    return f"\nFrom `{kind}` into:\n{by_form(of, forms)}"


def test_the_documents_show_what_was_measured(measured: dict[str, Between], project: Path) -> None:
    assert block(project / "docs/reference" / WHOLE, "between", shown(measured)) == shown(measured)


def test_nothing_of_skills_and_little_of_ctdl_is_lost_in_a_package(measured: dict[str, Between]) -> None:
    lost = {
        kind: {name for name, told in measured[kind].items() if told["case"][Fate.LOST]} for kind in ("rsd", "ctdl")
    }
    assert lost["rsd"] == set()
    assert lost["ctdl"] <= {f"ceasn:{name}" for name in HANGING}


def test_the_statement_of_a_thing_is_lost_nowhere(measured: dict[str, Between]) -> None:
    for kind, name in (("case", "CFItem fullStatement"), ("ctdl", "ceasn:competencyText"), ("rsd", "skill skillName")):
        assert {fate for told in measured[kind][name].values() for fate in told} == {Fate.KEPT}, (kind, name)


PROPERTY = re.compile(r"/(\w+:\w+|\w+)(?:\[\])?(?:/[a-z]{2}(?:-[a-z]{2})?)?$")
"""What stands last in a place, before the language of a text."""


@pytest.mark.parametrize(
    ("kind", "lost", "added"),
    [
        ("rsd", set(), {"authors"}),
        (
            "ctdl",
            {"ceasn:isChildOf"},
            {"ceterms:ctid", "ceasn:isTopChildOf", "ceasn:inLanguage", "ceasn:conceptKeyword"},
        ),
    ],
)
def test_what_a_package_carries_comes_back(
    files: dict[str, list[Path]], tmp_path: Path, kind: str, lost: set[str], added: set[str]
) -> None:
    """A CTID is demanded, and a skill's author by CASE; there a category is a keyword, and items say their language."""
    for path in files[kind]:
        written = every_form(kind, path)
        (tmp_path / "package.json").write_bytes(written["case"])
        before, after = _by_address(written[kind]), _by_address(every_form("case", tmp_path / "package.json")[kind])
        found = table(fates(before, after))
        for fate, allowed in ((Fate.LOST, lost), (Fate.ADDED, added), (Fate.DOUBLED, set())):
            assert {_property(at) for at, told in found.items() if told[fate]} <= allowed, fate
        assert len(found) > 30


def _property(at: str) -> str:
    found = PROPERTY.search(at)
    return found[1] if found else at


def _by_address(content: bytes) -> Json:
    said = json.loads(content)
    return {node["@id"]: node for node in said["@graph"]} if "@graph" in said else said
