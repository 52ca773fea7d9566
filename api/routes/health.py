"""Whether the service lives and is ready, for whoever watches over it."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.service import Shared

router = APIRouter(tags=["health"])


@router.get("/healthz")
def is_alive() -> dict[str, str]:
    """Say that the process answers."""
    return {"status": "alive"}


@router.get("/readyz")
def is_ready(service: Shared, response: Response) -> dict[str, str]:
    """Say whether requests are answered without waiting; 503 until they are."""
    response.status_code = 200 if service.ready else 503
    return {"status": "ready" if service.ready else "starting"}
