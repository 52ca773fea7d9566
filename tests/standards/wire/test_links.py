"""Links of JSON: an address from elsewhere is read as ours by its identifier, but nothing ever meets itself so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ontology.namespaces import SKOS
from ontology.store import KnowledgeBase
from standards.imports import import_release


def test_what_two_servers_have_under_one_identifier_is_matched_and_not_with_itself(
    data: Path, needs: Callable[[Path], Path], tmp_path: Path
) -> None:
    package = json.loads(needs(data / "wire/case/packages/AdoptedTestFramework.json").read_bytes())
    item, association = package["CFItems"][0], package["CFAssociations"][0]
    there = f"https://national.example/CFItems/{item['identifier']}"
    match = {
        **association,
        "identifier": "36400d70-4523-4e94-9a0c-0d3d0e5a2f19",
        "uri": "https://server.example/CFAssociations/9",
        "associationType": "exactMatchOf",
        "originNodeURI": {"title": "x", "identifier": item["identifier"], "uri": item["uri"]},
        "destinationNodeURI": {"title": "x", "identifier": item["identifier"], "uri": there},
    }
    path = tmp_path / "package.json"
    path.write_text(json.dumps({**package, "CFAssociations": [*package["CFAssociations"], match]}))
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "case", [path]).release
        assert list(base.pairs(release, SKOS.exactMatch)) == [(item["uri"], there)]
