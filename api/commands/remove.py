"""``ladderworks remove``: take a source, or one release of it, out of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.knowledge import Knowledge
from api.reach import Reach
from api.settings import Settings
from api.terminal.console import progress
from api.terminal.exit_status import ExitStatus
from api.terminal.space import give_back
from ontology.compaction import has_store
from ontology.errors import InputError, NotFoundError
from ontology.identifiers import slug
from ontology.named_releases import refuse_fixed
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.amounts import count
from standards.headers import nearest
from standards.list_places import going_with
from standards.publishing.footing import resting_on
from standards.reviewing import stored_reviews
from standards.sources.own import PROGRAM, SHEET, own_source


def run(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE[@RELEASE]", help="As `status` names it: `onet@29.3`, or `onet` for all.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Take all releases of a source, or the one that is named, out of the knowledge base, or leave it as it was.

    What can no longer be computed without them is said at the end. Of a large release, the space on the disk is given
    back after that; whoever stops it there leaves that to the next import.
    """
    settings = Settings.read()
    _check_there(settings.knowledge_base)
    with KnowledgeBase.open(settings.knowledge_base, settings.identifiers, write=True) as base:
        releases = find_releases(base, source)
        refuse_fixed(releases, "removed")
        lists, kept = going_with(base, releases)
        releases = [*releases, *(one for one in lists if one not in releases)]
        described = (_described(base, release) for release in releases)
        print("\n".join(["To be removed:", *described, *_kept(kept), *_footings(base, releases)]))
        _confirm(yes)
        with progress("Removing"):
            before = Reach.of(base)
            base.remove(releases, kept)
            lost = list(before.without(Reach.of(base)))
            Knowledge(base, settings.knowledge_base).scopes.tidy()
        print("\n".join(["Removed.", *_newest(base, releases), *_consequences(base, lost)]), flush=True)
    give_back(settings.knowledge_base)


def find_releases(base: KnowledgeBase, name: str) -> list[Release]:
    """Return all releases of a source, or the one that is named after an @.

    Raises
    ------
    NotFoundError
        With what there is, and what may be meant.
    """
    of_source = [release for release in base.releases() if release.source == name]
    try:
        return of_source or [base.release(name)]
    except NotFoundError as error:
        if meant := _meant(name, sorted({release.source for release in base.releases()})):
            message = f"{error}; do you mean {meant}?"
            raise NotFoundError(message) from error
        raise


def _meant(name: str, sources: Sequence[str]) -> str:
    """Return the sources that may be meant: those of a file of that name, else one that is written much like it.

    Example
    -------
    >>> _meant("Welding", ["onet", "program-welding"]), _meant("onett", ["onet"]), _meant("x", ["onet"])
    ('program-welding', 'onet', '')
    """
    asked, _, version = name.partition("@")
    if asked in sources:
        return ""
    own = [source for source in sources if source in {own_source(kind, slug(asked)) for kind in (PROGRAM, SHEET)}]
    at = f"@{version}" if version else ""
    return " or ".join(f"{source}{at}" for source in own or filter(None, [nearest(asked, sources)]))


def _check_there(folder: Path) -> None:
    if not has_store(folder):
        message = f"nothing is imported into {folder}, so nothing can be removed; the embedded example is only read"
        raise NotFoundError(message)


def _described(base: KnowledgeBase, release: Release) -> str:
    files = base.files(release)
    rows = count(sum(file.kept for file in files), "row")
    reviews = len(stored_reviews(base, release))
    lost = f", with {count(reviews, 'review')} that people gave" if reviews else ""
    return f"  {release.source}@{release.version} · {release.title} ({rows} of {count(len(files), 'file')}){lost}"


def _kept(lists: Sequence[Release]) -> Iterator[str]:
    """Yield which lists of firms stay although a partnership that has them goes."""
    for release in lists:
        having = ", ".join(address.rpartition("/")[2] for address in release.part_of)
        yield f"  {release.name} stays: {having} has it, too"


def _footings(base: KnowledgeBase, releases: Sequence[Release]) -> Iterator[str]:
    """Yield what published versions rest on that is to go, and what to do before the next is published."""
    for release in releases:
        if version := resting_on(base, release):
            yield (
                f"  {version.name} rests on {release.name}. Without it the next version follows today's lists, and "
                f"whoever holds both may tell what a firm asks that came or left in between. Nothing brings it back: "
                f"copy the knowledge base first, or decide before you publish again what is to stay "
                f"(`ladderworks standard agreement {version.source} -o {version.source}.xlsx`)"
            )


def _confirm(yes: bool) -> None:
    """Ask, on a terminal or whoever answers through a pipe; where nobody does, it has to be said beforehand."""
    if yes:
        return
    try:
        meant = typer.confirm("Remove it?", err=True)
    except typer.Abort:
        message = "nobody answered whether to remove it; say --yes where this is meant"
        raise InputError(message) from None
    if not meant:
        print("Nothing was removed.")
        raise typer.Exit(ExitStatus.FOUND)


def _newest(base: KnowledgeBase, removed: Sequence[Release]) -> list[str]:
    """Return which releases are now the newest of the sources that some were removed of."""
    sources = {release.source for release in removed}
    return [f"The newest of {r.source} is now {r.source}@{r.version}." for r in base.current() if r.source in sources]


def _consequences(base: KnowledgeBase, lost: Sequence[str]) -> list[str]:
    example = [] if base.releases() else ["Nothing is imported any more: commands use the embedded example."]
    if not lost:
        return ["Everything that could be computed still can be, from what is left.", *example]
    return ["No longer computed:", *(f"  {each}" for each in lost), *example]
