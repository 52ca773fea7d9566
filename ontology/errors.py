"""Everything Ladderworks raises on purpose, named by what the reader can do about it.

LadderworksError
├── InputError            (ValueError)         mend the input, then run it again
│   ├── MissingFileError  (FileNotFoundError)  give the file or the folder that holds it
│   ├── BoundError                             ask for less: it takes more time, memory or room than it may
│   ├── UnreadableError                        the file is broken, truncated or not what its name says
│   └── RefusedError                           the rows have findings: read the report
│       └── ConflictError                      somebody else changed it meanwhile: look at it as it is now
├── NotFoundError         (LookupError)        ask for something that is there
├── UnsupportedError      (NotImplementedError) ask for a form that is offered
├── InconsistentError     (ValueError)         the vocabulary or a standard contradicts itself
└── StoreError            (OSError)            look at the folder of the knowledge base
    ├── CrowdedError                           others are being answered: come back in a moment
    ├── BusyError                              another process has it open
    └── WriteError                             it could not be written: space, rights
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ontology.report import Report


class LadderworksError(Exception):
    """Root of the tree: catch this one to catch them all."""


class InputError(LadderworksError, ValueError):
    """What was given cannot be used as it is."""


class MissingFileError(InputError, FileNotFoundError):
    """A file that is needed is not there."""


class BoundError(InputError):
    """What is asked takes more time, memory or room than one may take."""


class UnreadableError(InputError):
    """A file is there but cannot be read as what it claims to be."""


class RefusedError(InputError):
    """Rows were judged and found wrong; nothing was stored.

    Parameters
    ----------
    report
        Every finding, in the order of file and row.
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report.summary())
        self.report = report


class ConflictError(RefusedError):
    """What was to be changed is not what it was when somebody looked at it; nothing was stored."""


class NotFoundError(LadderworksError, LookupError):
    """Nothing by that code, address or title is in the knowledge base."""


class UnsupportedError(LadderworksError, NotImplementedError):
    """The form asked for is not among those that are offered."""


class InconsistentError(LadderworksError, ValueError):
    """A reasoner found a contradiction."""


class StoreError(LadderworksError, OSError):
    """The knowledge base on disk cannot be used."""


class CrowdedError(StoreError):
    """As many are being answered, and waiting, as can be."""


class BusyError(StoreError):
    """Another process has the knowledge base open in a way that excludes this one."""


class WriteError(StoreError):
    """Writing failed; what was there before is still there, whole."""
