"""``ladderworks status``: what the knowledge base holds."""

from __future__ import annotations

from typing import Annotated

import typer

from api.holdings import Holdings, ReleaseHoldings, holdings
from api.knowledge import open_knowledge
from api.settings import Settings
from api.terminal.console import table


def run(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Say which releases the knowledge base holds, what was kept of each file, and what it lacks.

    The counts are those of the records that are stored now.
    """
    settings = Settings.read()
    with open_knowledge(settings) as knowledge:
        held = holdings(knowledge.base, settings.knowledge_base, example=knowledge.example)
    print(held.model_dump_json(indent=2) if as_json else _text(held))


def _text(held: Holdings) -> str:
    where = f"the embedded example (nothing is imported into {held.folder} yet)" if held.example else held.folder
    return "\n\n".join([f"Knowledge base: {where}", *map(_release, held.releases)])


def _release(held: ReleaseHoldings) -> str:
    release = held.release
    lines = [
        f"{release.source} {release.version} · {release.title}",
        f"  graph     {release.iri}",
        *([f"  stands at {release.stands.word}"] if release.stands else []),
        f"  license   {release.license or 'not stated'}",
        f"  imported  {release.imported:%Y-%m-%d %H:%M} UTC by {release.tool}",
        *(f"  lacks     {lack}" for lack in release.lacks),
    ]
    files = [("file", "rows", "kept"), *((file.name, file.rows, file.kept) for file in held.files)]
    records = [("record", "count"), *((count.name, count.count) for count in held.records)]
    tables = [_indented(table(rows)) for rows in (files, records) if len(rows) > 1]
    return "\n\n".join(["\n".join(lines), *tables])


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines())
