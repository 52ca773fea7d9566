"""The forms in which something is given away, and choosing among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, ParamSpec, Protocol, TypeVar

from ontology.errors import UnsupportedError

P = ParamSpec("P")


class Named(Protocol):
    """What a form is asked for by."""

    @property
    def extension(self) -> str:
        """Return that of its files, without the dot."""

    @property
    def media_type(self) -> str:
        """Return what HTTP calls it."""


F = TypeVar("F", bound=Named)


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


@dataclass(frozen=True)
class Form(Generic[P]):
    """A form in which something is given away.

    Parameters
    ----------
    extension
        Of its files, without the dot.
    media_type
        As HTTP calls it.
    writer
        Returns a result in this form.
    name
        As people call it, where its extension does not say it.

    Example
    -------
    >>> Form("txt", "text/plain", "{} steps".format).write(3)
    b'3 steps'
    """

    extension: str
    media_type: str
    writer: Callable[P, str | bytes]
    name: str = ""

    def write(self, *args: P.args, **kwargs: P.kwargs) -> bytes:
        """Return a result in this form, given what its writer takes; text is UTF-8."""
        written = self.writer(*args, **kwargs)
        return written if isinstance(written, bytes) else written.encode()


@dataclass(frozen=True)
class Forms(Generic[P]):
    """The forms of one kind of result: one table that the command line, content negotiation and the docs share.

    Parameters
    ----------
    results
        What is given away, in the plural.
    all
        The first is what HTTP sends to those who ask for nothing in particular.

    Example
    -------
    >>> forms = Forms("ladders", (Form("txt", "text/plain", str), Form("md", "text/markdown", "# {}".format)))
    >>> forms.find(".md").media_type, forms.extensions
    ('text/markdown', ('txt', 'md'))
    """

    results: str
    all: tuple[Form[P], ...]

    def __iter__(self) -> Iterator[Form[P]]:
        """Return them in order."""
        return iter(self.all)

    @property
    def extensions(self) -> tuple[str, ...]:
        """Return the ends of their files, without dots."""
        return tuple(form.extension for form in self.all)

    def find(self, name: str) -> Form[P]:
        """Return a form by its extension (with or without the dot), its media type, or its name.

        Raises
        ------
        UnsupportedError
            With what those that there are are called.
        """
        return choose(self.all, name, self.results, called=lambda form: form.name or form.extension)
