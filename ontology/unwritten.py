"""What could not be written, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ontology.errors import WriteError
from ontology.records import Release


@contextmanager
def explained(release: Release, fault: type[OSError] = OSError) -> Iterator[None]:
    """Say what became of a release that cannot be written.

    Parameters
    ----------
    fault
        What is taken for that: where something is read meanwhile, not all that goes wrong is.

    Raises
    ------
    WriteError
        Where the disk is full or may not be written.
    """
    try:
        yield
    except fault as error:
        message = (
            f"{release.source} {release.version} could not be written: {error}. "
            "What was there before is unchanged; make room on the disk and import again"
        )
        raise WriteError(message) from error
