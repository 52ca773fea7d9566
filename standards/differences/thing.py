"""A thing of a release, as differences show it."""

from __future__ import annotations

from ontology.frozen import Frozen


class Thing(Frozen):
    """A concept, competency, occupation or credential, as it is shown.

    Parameters
    ----------
    kind
        What people call it: ``occupation``, ``skill``, ``task``, ``group``.
    code
        Its notation, empty where it has none.
    """

    iri: str
    label: str
    kind: str
    code: str = ""

    @property
    def called(self) -> str:
        """Its code and its label."""
        return " ".join(filter(None, (self.code, self.label)))
