"""Firms' lists, as they are harmonized: what each firm says, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ontology.errors import InputError, NotFoundError
from ontology.namespaces import CEASN
from ontology.records import Competency, Framework, Iri, Organization, Release
from ontology.store import KnowledgeBase
from standards.firm_lists import firm_lists
from standards.frameworks import FRAMEWORK, framework_release
from standards.harmonizing.saying import Saying, passed_over, said
from standards.headers import nearest
from standards.languages import ENGLISH, languages_of
from standards.sources.own import SHEET, own_source


@dataclass(frozen=True)
class FirmList:
    """The list of one firm.

    Parameters
    ----------
    slug
        Of the firm and of its list.
    firm
        Address of the organization.
    name
        Of the firm.
    release
        That holds it.
    sayings
        In the order of their words.
    passed_over
        What of its statements is not compared, see `saying.passed_over`.
    """

    slug: str
    firm: Iri
    name: str
    release: Release
    sayings: tuple[Saying, ...]
    passed_over: tuple[str, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that they are in, by tag."""
        return tuple(sorted({saying.language for saying in self.sayings}))


def read_list(base: KnowledgeBase, slug: str, held: Release | None = None) -> FirmList:
    """Return the list of a firm from the knowledge base.

    Parameters
    ----------
    held
        The release that holds it, where a partnership has another list of the firm than the one of its name.

    Raises
    ------
    NotFoundError
        Where there is none of that name, with those that there are.
    InputError
        Where it says nothing.
    """
    release, firm = list_owner(base, slug, held)
    framework = Iri(base.identifiers.mint(FRAMEWORK, slug))
    competencies = [one for one in base.records(release, Competency) if framework in one.in_scheme]
    sayings = sorted(_told({saying for one in competencies for saying in _sayings(firm, one)}), key=lambda one: one.key)
    name = next((one.label.value for one in base.records(release, Organization) if one.iri == firm), slug)
    over = tuple(sorted({part for one in competencies for part in passed_over(_words(one))}))
    return FirmList(slug, firm, name, release, tuple(sayings), over)


def list_owner(base: KnowledgeBase, slug: str, held: Release | None = None) -> tuple[Release, Iri]:
    """Return the release that holds the list of a firm, and the address of the firm, without reading the list.

    Raises
    ------
    NotFoundError, InputError
        As `read_list` does.
    """
    release = held or _stored(base, slug)
    framework = Iri(base.identifiers.mint(FRAMEWORK, slug))
    if not any(
        base.rows(f"SELECT ?s {{ ?s a <{CEASN.Competency}> ; skos:inScheme <{framework}> }} LIMIT 1", [release.iri])
    ):
        raise InputError(_no_list(release, slug))
    return release, _publisher(base, release, framework) or Iri(base.identifiers.mint("organization", slug))


def _no_list(release: Release, slug: str) -> str:
    """Return that a release is no list of a firm, or one that is empty, and what to do about it."""
    if release.reader != SHEET:
        return f"{slug} is no firm's list, but came as {release.reader}; bring it as one: FIRM=FILE, or leave it out"
    return f"the list of {slug} says nothing; import one with a statement in it, or leave it out"


def named_list(base: KnowledgeBase, slug: str) -> Release | None:
    """Return the list that goes by a firm's name alone, where there is one: the only one of most firms."""
    return next((one for one in base.current() if one.source == own_source(SHEET, slug)), None)


def _stored(base: KnowledgeBase, slug: str) -> Release:
    """Return the release that holds the list of a firm, or say how one comes here."""
    try:
        return named_list(base, slug) or framework_release(base, slug)
    except NotFoundError as error:
        names = sorted({list_slug(base, one) for one in base.current() if one.reader == SHEET})
        meant = nearest(slug, names)
        there = f"Do you mean {meant!r}?" if meant else f"There are lists of {', '.join(names) or 'nobody'}."
        message = (
            f"there is no list of {slug!r} here. {there} Bring it: {slug}=LIST; or import the partnership's folder "
            "that names it: of a folder whose import was refused, nothing is here"
        )
        raise NotFoundError(message) from error


def held_lists(base: KnowledgeBase, standard: str) -> dict[str, Release]:
    """Return the lists that a partnership has from its firms for its standard, by the slugs of the firms.

    What it has of none is the list that goes by the firm's name alone.
    """
    return {list_slug(base, release): release for release in firm_lists(base, standard)}


def list_slug(base: KnowledgeBase, release: Release) -> str:
    """Return the slug of the firm whose list a release holds."""
    prefix = base.identifiers.mint(FRAMEWORK, "")
    return next(one.iri.removeprefix(prefix) for one in base.records(release, Framework))


def _sayings(firm: Iri, competency: Competency) -> Iterator[Saying]:
    category = competency.category.value if competency.category else ""
    for words in said(_words(competency)):
        yield Saying(firm, competency.iri, words, category)


def _words(competency: Competency) -> str:
    return (competency.statement or competency.label).value


def _publisher(base: KnowledgeBase, release: Release, framework: Iri) -> Iri | None:
    return next((one.publisher for one in base.records(release, Framework) if one.iri == framework), None)


def _told(sayings: Iterable[Saying]) -> Iterator[Saying]:
    """Yield sayings with their languages; what tells none is taken for English, as the words of trades mostly are."""
    own = list(sayings)
    for saying, tag in zip(own, languages_of([saying.words for saying in own]), strict=True):
        yield replace(saying, language=tag or ENGLISH)
