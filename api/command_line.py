"""The command line: one command a noun, each in `api.commands`, loaded only when it is called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from typing import Annotated

import typer

from api.ownership import CollisionError, check_owners
from api.terminal.console import note
from api.terminal.exit_status import ExitStatus

COMMANDS = {
    "demo": "Run the embedded example end to end and write it as pages and files.",
    "import": "Import a release of a source into the knowledge base.",
    "remove": "Take a source, or one release of it, out of the knowledge base.",
    "status": "Say what the knowledge base holds.",
    "search": "Find occupations, skills, outcomes, credentials and programs by their names.",
    "related": "List the occupations most related to some, or to all.",
    "sectors": "List the sectors that a ladder can be drawn of, or rank a region's.",
    "ladder": "Draw the ladder of a sector, or from one occupation to another.",
    "trace": "Say from which row of which file each figure of a ladder comes.",
    "routes": "Compare the ways to an occupation, or up from one, side by side.",
    "ask": "Ask what leads to a job, opens doors, pays a family, or breaks a ladder.",
    "link": "Find the competencies that statements mean.",
    "align": "Say which competencies of a framework a college program covers.",
    "review": "Keep what people decide of a program's suggestions, and say how the review stands.",
    "harmonize": "Propose a standard from the lists of firms.",
    "standard": "Agree on a standard, publish it, and write it as other systems take it.",
    "evaluate": "Measure how good the engine's answers are, on labeled data.",
    "batch": "Align a whole corpus of statements, by the million.",
    "check": "Check graphs against the SHACL shapes and the OWL vocabulary.",
    "infer": "Find what follows from releases, and keep it apart from what they assert.",
    "query": "Run a SPARQL query; it can only read.",
    "serve": "Serve the pages and the HTTP interface.",
}
"""Each command and its line in the help."""


def main() -> None:
    """Run the command that the process was started with."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status."""
    try:
        check_owners()
        application(arguments)(arguments, prog_name="ladderworks")
    except CollisionError as collision:
        note(f"ladderworks: {collision}")
        return ExitStatus.WRONG
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitStatus.WRONG
    except Exception as error:
        status: ExitStatus = import_module("api.terminal.failures").explain(error)
        return status
    return ExitStatus.DONE


def application(arguments: Sequence[str]) -> typer.Typer:
    """Return the application with the commands that the arguments name; the others only have a line in the help."""
    app = typer.Typer(
        help="Career ladders and skill standards from linked data.",
        epilog="LADDERWORKS_KB names the folder of the knowledge base, LADDERWORKS_BASE_IRI its web address.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    for name, line in COMMANDS.items():
        command = _load(name) if name in arguments else _unloaded
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name, short_help=line)
        else:
            app.command(name, short_help=line)(command)
    return app


def _load(name: str) -> Callable[..., None] | typer.Typer:
    """Return the function of a command, or its commands; ``import`` is no name that a module can have."""
    module = import_module(f"api.commands.{'imports' if name == 'import' else name}")
    command: Callable[..., None] | typer.Typer = module.run
    return command if isinstance(command, typer.Typer) else import_module("api.terminal.inputs").sparing(command)


def _unloaded() -> None:
    """Stand in for a command that the arguments do not name."""


def _say_version(wanted: bool) -> None:
    if wanted:
        print(f"ladderworks {version('ladderworks')}")
        raise typer.Exit


def _options(
    show_version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Take the options that belong to no command."""
