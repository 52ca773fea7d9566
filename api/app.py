"""The HTTP application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Final

from fastapi import Depends, FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from api.http.current import Current
from api.http.description import DescribedApp
from api.http.headers import SecurityHeaders
from api.http.heads import HeadRequests
from api.http.origins import OtherOrigins
from api.http.parameters import check_parameters
from api.http.problems import add_handlers
from api.ims.application import case_application
from api.pages.page import STATIC
from api.routes import (
    agreements,
    changes,
    comparisons,
    dataset,
    documents,
    explore,
    health,
    jobs,
    ladders,
    occupations,
    plans,
    questions,
    sectors,
    sparql,
    standards,
    traces,
)
from api.settings import Settings
from pathways.diagrams.fonts import FILE

NOUNS: Final = (
    explore,
    occupations,
    ladders,
    comparisons,
    plans,
    questions,
    sectors,
    standards,
    agreements,
    changes,
    jobs,
    traces,
    documents,
    dataset,
    sparql,
    health,
)
"""What the application answers about, in the order in which addresses are tried."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the application; it opens the knowledge base when it starts and lets go of it when it stops.

    Parameters
    ----------
    settings
        Those of the environment, where none are given.
    """
    used = settings or Settings.read()

    @asynccontextmanager
    async def knowledge(app: FastAPI) -> AsyncIterator[None]:
        with Current(used) as app.state.current:
            yield

    app = DescribedApp(
        title="Ladderworks",
        summary="Career ladders and skill standards from linked data.",
        version=version("ladderworks"),
        lifespan=knowledge,
        dependencies=[Depends(check_parameters)],
        redirect_slashes=False,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.add_middleware(OtherOrigins, origins=used.origins)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(HeadRequests)
    add_handlers(app)
    for noun in NOUNS:
        app.include_router(noun.router)
    app.add_api_route("/static/typeface.ttf", _typeface, include_in_schema=False)
    app.mount("/ims", case_application(app.state))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _typeface() -> FileResponse:
    """Return the typeface that pictures are measured in."""
    return FileResponse(FILE, media_type="font/ttf", headers={"cache-control": "public, max-age=604800"})
