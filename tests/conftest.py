"""What every test may use: the outside data, and reproducible property tests."""

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from ontology.store import KnowledgeBase
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
from standards.imports import import_release
from training.outside import outside_data

if TYPE_CHECKING:
    from pathways.batch.cluster import Cluster

PROJECT = Path(__file__).parents[1]

# The same examples on every machine, and no verdict that depends on its speed. Tests that ask for more examples
# than usual ask for a multiple, so that --hypothesis-profile=thorough multiplies all of them.
settings.register_profile("reproducible", derandomize=True, deadline=None, max_examples=30)
settings.register_profile("thorough", derandomize=True, deadline=None, max_examples=300)
settings.load_profile("reproducible")


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root folder."""
    return PROJECT


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of outside data, which a clone does not carry."""
    return outside_data()


@pytest.fixture(scope="session")
def needs() -> Callable[[Path], Path]:
    """A function that gives back an outside file, or skips the test when it is missing."""
    return _needs


def _needs(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path} is missing; LADDERWORKS_DATA names the folder of outside data")
    return path


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """What has a folder filled once for all test processes, by a name, and gives it back."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def filled(name: str, fill: Callable[[Path], None]) -> Path:
        folder = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "done").exists():
                fill(folder)
                (folder / "done").touch()
        return folder

    return filled


@pytest.fixture(scope="session")
def built(
    once: Callable[[str, Callable[[Path], None]], Path],
) -> Callable[[str, Mapping[str, Sequence[Path]]], Path]:
    """What imports releases, by source, and computes what is national in them: once for all test processes, by a name.

    It gives back the folder of the knowledge base, whose snapshots are in ``snapshots``.
    """

    def build(name: str, releases: Mapping[str, Sequence[Path]]) -> Path:
        def fill(folder: Path) -> None:
            with KnowledgeBase.open(folder, write=True) as base:
                for source, paths in releases.items():
                    import_release(base, source, paths)
                Scopes(base, folder / "snapshots").prepare()

        return once(name, fill)

    return build


@pytest.fixture(scope="session")
def esco_releases(data: Path, once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """The folder of a knowledge base with ESCO 1.1.0 and 1.1.1 in English, and the crosswalk to O*NET."""
    folders = [_needs(data / "esco" / version) for version in ("1.1.0", "1.1.1")]
    crosswalk = _needs(data / "crosswalks/esco_onet/crosswalk_esco_onet.csv")

    def fill(folder: Path) -> None:
        with KnowledgeBase.open(folder, write=True) as base:
            for release in folders:
                import_release(base, "esco", sorted(release.iterdir()), version=release.name)
            import_release(base, "crosswalk", [crosswalk])

    return once("esco-releases", fill)


@pytest.fixture(scope="session")
def national(data: Path, built: Callable[[str, Mapping[str, Sequence[Path]]], Path]) -> Path:
    """The folder of a knowledge base with O*NET 29.3 and its snapshot."""
    return built("national", {"onet": [_needs(data / "onet/29.3-excel")]})


@pytest.fixture(scope="session")
def onet(national: Path) -> Snapshot:
    """The snapshot of O*NET 29.3, without pay and without programs of study."""
    with KnowledgeBase.open(national) as base:
        return Scopes(base, national / "snapshots").national


@pytest.fixture(scope="session")
def threads() -> Callable[[int], AbstractContextManager["Cluster"]]:
    """Hire so many workers of a batch that are threads of this process, where it does not matter that they are none."""
    import distributed  # noqa: PLC0415 - two seconds, for a few tests

    from pathways.batch.cluster import Cluster  # noqa: PLC0415 - the same

    @contextmanager
    def hired(workers: int) -> Iterator[Cluster]:
        with distributed.Client(
            n_workers=workers, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
        ) as client:
            yield Cluster(client)

    return hired
