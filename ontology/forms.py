"""Choosing among the forms in which something is given away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


def choose(forms: Iterable[F], name: str, results: str, called: Callable[[F], str] = lambda form: form.extension) -> F:
    """Return a form by its extension (with or without the dot), its media type, or what people call it.

    Parameters
    ----------
    results
        What is given away, in the plural, for the message.
    called
        Returns what people call a form.

    Raises
    ------
    UnsupportedError
        With what those that there are are called.
    """
    known = list(forms)
    for form in known:
        if name.lower().removeprefix(".") in (form.extension, form.media_type, called(form)):
            return form
    names = ", ".join(map(called, known))
    message = f"{name!r} is not a format of {results}; take one of: {names}"
    raise UnsupportedError(message)
