"""Whether the service lives and is ready, for whoever watches over it."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.service import WAIT, Started

router = APIRouter(tags=["health"])


@router.get("/healthz")
def is_alive() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "alive"}


@router.get("/readyz")
def is_ready(service: Started, response: Response) -> dict[str, str]:
    """Say whether requests are answered without waiting; 503 until they are."""
    if service.ready:
        return {"status": "ready"}
    response.status_code = 503
    response.headers["retry-after"] = str(WAIT)
    return {"status": "starting"}
