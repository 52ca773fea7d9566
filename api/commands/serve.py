"""``ladderworks serve``: the pages and the HTTP interface."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from api.console import note
from api.log import log_plainly


def run(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 lets other machines in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Serve the pages and the HTTP interface until stopped with Ctrl-C."""
    log_plainly()
    app = create_app()
    note(f"Serving on http://{'localhost' if host == '127.0.0.1' else host}:{port} (stop with Ctrl-C)")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
