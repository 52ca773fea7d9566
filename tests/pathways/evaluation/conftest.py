"""What the published figures are measured with: O*NET with everything that is known beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ontology.store import KnowledgeBase
from pathways.snapshot import Snapshot
from standards.imports import import_release

ESCO = "esco/1.1.1/ESCO dataset - v1.1.1 - classification - "
VALUES = "onet/abilities-and-work-activities-values-only"
RELEASES = {
    "onet": ("onet/29.3-excel", f"{VALUES}/Abilities.txt", f"{VALUES}/Work Activities.txt"),
    "esco": (f"{ESCO} - csv.zip", f"{ESCO}en - csv.zip"),
    "crosswalk": ("crosswalks/esco_onet/crosswalk_esco_onet.csv",),
    "cip": ("crosswalks/cip_soc",),
    "oews": ("wages/oews_may2025_national_cross_industry.csv",),
}
"""Files of a release of each source, in the folder of outside data."""


@pytest.fixture(scope="package")
def whole(
    data: Path, needs: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[KnowledgeBase, Snapshot]]:
    """A knowledge base with O*NET, ESCO, programs of study and the pay of the nation, and its snapshot."""
    files = {source: [needs(data / name) for name in names] for source, names in RELEASES.items()}
    with KnowledgeBase.open(tmp_path_factory.mktemp("whole") / "kb", write=True) as base:
        for source, paths in files.items():
            import_release(base, source, paths)
        yield base, Snapshot.compute(base)
