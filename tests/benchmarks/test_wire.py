"""The benchmark of CASE reads a package that is one."""

import json

from benchmarks.wire import made
from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.wire.case.reading import read_package


def test_the_package_that_is_made_is_read_without_a_finding() -> None:
    content = json.dumps(made(30)).encode()
    package, report = read_package(ArchivedFile("made.json", "", lambda: content), Identifiers())

    assert list(report) == []
    assert (len(package.items), len(package.associations)) == (30, 60)
    assert all(resource.links is None for resource in package)
