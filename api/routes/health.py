"""Whether the service lives and is ready, for whoever watches over it."""

from __future__ import annotations

from enum import StrEnum
from http import HTTPStatus

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict

from api.http.service import WAIT, Started

router = APIRouter(tags=["health"])


class Condition(StrEnum):
    """How far the service is."""

    ALIVE = "alive"
    STARTING = "starting"
    READY = "ready"


class Health(BaseModel):
    """What whoever watches over the service is told."""

    model_config = ConfigDict(frozen=True)

    status: Condition


@router.get("/healthz")
def is_alive() -> Health:
    """Say that the process answers."""
    return Health(status=Condition.ALIVE)


@router.get("/readyz", responses={503: {"model": Health, "description": "Not yet: Retry-After says when to ask again"}})
def is_ready(service: Started, response: Response) -> Health:
    """Say whether requests are answered without waiting; 503 until they are."""
    if service.ready:
        return Health(status=Condition.READY)
    response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    response.headers["retry-after"] = str(WAIT)
    return Health(status=Condition.STARTING)
