"""Choosing among the forms in which a result is given away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from ontology.errors import UnsupportedError


class Form(Protocol):
    """What a form is asked for by."""

    @property
    def extension(self) -> str:
        """Return that of its files, without the dot."""

    @property
    def media_type(self) -> str:
        """Return what HTTP calls it."""


F = TypeVar("F", bound=Form)


def choose(forms: Iterable[F], name: str, results: str) -> F:
    """Return a form by its extension (with or without the dot) or its media type.

    Parameters
    ----------
    results
        What is given away, in the plural, for the message.

    Raises
    ------
    UnsupportedError
        With the names of those that there are.
    """
    known = list(forms)
    for form in known:
        if name.lower().removeprefix(".") in (form.extension, form.media_type):
            return form
    names = " ".join(form.extension for form in known)
    message = f"{name!r} is not a format of {results}; take one of: {names}"
    raise UnsupportedError(message)
