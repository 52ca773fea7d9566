"""``ladderworks serve``: the pages and the HTTP interface."""

from __future__ import annotations

import socket
import warnings
from contextlib import suppress
from dataclasses import replace
from typing import Annotated
from urllib.parse import urlsplit

import typer
import uvicorn
from pydantic.warnings import UnsupportedFieldAttributeWarning

from api.app import create_app
from api.http.log import log_plainly
from api.outward import is_local
from api.settings import Settings
from api.terminal.console import note
from ontology.errors import InputError


def run(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    demo: Annotated[
        bool, typer.Option("--demo", help="Serve the example with its published standard, and store nothing.")
    ] = False,
) -> None:
    """Serve the pages and the HTTP interface until stopped with Ctrl-C."""
    _check_free(host, port)
    log_plainly()
    # FastAPI silences this one for a moment, in a way that another thread may undo just then.
    warnings.simplefilter("ignore", UnsupportedFieldAttributeWarning)
    settings = replace(Settings.read(), demonstration=demo)
    app = create_app(settings)
    if warning := elsewhere(settings.identifiers.base, port):
        note(warning)
    note("Starting …")
    ready = f"Serving on http://{'localhost' if host == '127.0.0.1' else host}:{port} (stop with Ctrl-C)"
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
    with suppress(KeyboardInterrupt):
        Telling(config, ready).run()


class Telling(uvicorn.Server):
    """A server that says so once it answers.

    Parameters
    ----------
    ready
        What it says then.
    """

    def __init__(self, config: uvicorn.Config, ready: str) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so where that worked."""
        await super().startup(sockets)
        if self.started:
            note(self._ready)


def _check_free(host: str, port: int) -> None:
    """Refuse an address that cannot be listened on.

    Raises
    ------
    InputError
        With what is in the way.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(address)
    except OSError as error:
        message = f"cannot listen on {host}, port {port}: {error.strerror or error}; choose another with --port"
        raise InputError(message) from error


def elsewhere(base: str, port: int) -> str:
    """Return what to say where the addresses in the data lead to a port that is not served; else nothing.

    Example
    -------
    >>> elsewhere("https://ladders.example", 8080), elsewhere("http://localhost:8000", 8000)
    ('', '')
    """
    if not is_local(base) or (urlsplit(base).port or 80) == port:
        return ""
    return (
        f"The addresses of things begin with {base}, which is not port {port}: links in the data lead nowhere. "
        f"Serve on that port, or import again under another LADDERWORKS_BASE_IRI"
    )
