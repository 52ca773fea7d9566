"""What the schema of CTDL and CTDL-ASN says: which resource may say what, and what may stand there.

``python -m standards.wire.ctdl.structure FOLDER`` makes ``structure.json`` anew from the schemas that Credential Engine
publishes; nothing fetches them.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

PATH: Final = Path(__file__).with_name("structure.json")

FILES: Final = ("ctdl.schema.json", "ctdlasn.schema.json")

Sets = dict[str, tuple[str, ...]]
"""Names with prefixes, by such a name."""


class Structure(BaseModel):
    """The classes and properties of both vocabularies, with their prefixes.

    Parameters
    ----------
    data
        SHA-256 of each published file.
    classes
        Each with the classes right above it.
    domains, ranges
        The classes, and for ranges the datatypes, of each property, without those below another of the same property.
        None stands for any.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: dict[str, str]
    classes: Sets
    domains: Sets
    ranges: Sets

    def line(self, name: str) -> frozenset[str]:
        """Return a class and all above it."""
        return frozenset({name, *(up for one in self.classes.get(name, ()) for up in self.line(one))})

    def below(self, names: Iterable[str]) -> frozenset[str]:
        """Return classes and all below any of them."""
        said = frozenset(names)
        return said | {name for name in self.classes if self.line(name) & said}


@cache
def structure() -> Structure:
    """Return the structure as it was published in August 2026."""
    return Structure.model_validate_json(PATH.read_bytes())


def published_structure(folder: Path) -> Structure:
    """Return the structure that the published schemas in a folder say."""
    files = {name: (folder / name).read_bytes() for name in FILES}
    said = [one for content in files.values() for one in json.loads(content)["@graph"]]
    classes: dict[str, set[str]] = defaultdict(set)
    domains: dict[str, set[str]] = defaultdict(set)
    ranges: dict[str, set[str]] = defaultdict(set)
    for one in said:
        if one["@type"] == "rdfs:Class":
            classes[one["@id"]].update(one.get("rdfs:subClassOf", ()))
        elif one["@type"] == "rdf:Property":
            domains[one["@id"]].update(one.get("schema:domainIncludes", ()))
            ranges[one["@id"]].update(one.get("schema:rangeIncludes", ()))
    above = Structure(data={}, classes=_sorted(classes), domains={}, ranges={})
    return Structure(
        data={name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
        classes=above.classes,
        domains=_sorted({name: _highest(kinds, above) for name, kinds in domains.items()}),
        ranges=_sorted({name: _highest(kinds, above) for name, kinds in ranges.items()}),
    )


def _highest(kinds: set[str], above: Structure) -> set[str]:
    """Return classes without those below another of them."""
    return {kind for kind in kinds if above.line(kind) & kinds == {kind}}


def _sorted(sets: dict[str, set[str]]) -> Sets:
    return {name: tuple(sorted(sets[name])) for name in sorted(sets)}


if __name__ == "__main__":
    PATH.write_text(published_structure(Path(sys.argv[1])).model_dump_json(indent=1) + "\n", encoding="utf-8")
