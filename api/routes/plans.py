"""Plans over HTTP: a record comes in, a plan goes out, and nothing of either is kept."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from http import HTTPStatus
from typing import Annotated, Any, Final

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import ErrorDetails

from api.http.answers import with_charset
from api.http.description import forms, problems
from api.http.headers import policy_for
from api.http.negotiation import Offer as Form
from api.http.negotiation import choose
from api.http.problems import WrongBodyError
from api.http.service import Service, Shared
from api.queries.ladders import UnclearLadderError
from api.queries.plans import PlanQuery
from ontology.errors import LadderworksError
from pathways.plans import FORMS, Offer, Person, Plan, plan_form
from pathways.plans.wrong_values import WrongValue, wrong_values

LARGEST: Final = 2_000_000
"""Bytes of a request, at most."""

MOST_TOLD: Final = 20
"""Errors of a request that are told."""

OFFERS: Final = tuple(Form(form.extension, form.media_type) for form in FORMS)

REFUSALS: Final = (
    *(HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.LENGTH_REQUIRED),
    *(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY),
)


class BoundedRoute(APIRoute):
    """A route that reads no request longer than `LARGEST`."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request, once its length is known to be bearable."""
        answer = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            length = request.headers.get("content-length", "")
            if not length.isdecimal():
                raise HTTPException(HTTPStatus.LENGTH_REQUIRED)
            if int(length) > LARGEST:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            try:
                return await answer(request)
            except RequestValidationError as error:
                raise _unreadable(error) from None

        return bounded


def _unreadable(error: RequestValidationError) -> Exception:
    """Return what to say of a body: where it stops being JSON, or which of its values cannot be read."""
    found = [one for one in error.errors() if one["loc"][0] == "body"]
    if not found:
        return error
    first = found[0]
    if tuple(first["loc"]) == ("body",):
        message = "the body is no JSON object, or is not sent as one"
        return UnclearLadderError(message, "Send a JSON object with the header Content-Type: application/json.")
    if first["type"] == "json_invalid":
        at, why = first["loc"][-1], first.get("ctx", {}).get("error", "")
        message = f"the body is not JSON: {why} at character {at}"
        return UnclearLadderError(message, "Send a JSON object, with names and texts in double quotes.")
    return WrongBodyError(_wrong(error.body, found[:MOST_TOLD]), len(found))


def _wrong(body: object, found: Sequence[Mapping[str, Any]]) -> tuple[WrongValue, ...]:
    """Return what is wrong with the values of a body."""
    names = [field.alias or name for name, field in PlanRequest.model_fields.items()]
    errors = [ErrorDetails(**{**one, "loc": tuple(one["loc"][1:])}) for one in found]  # type: ignore[typeddict-item]
    return wrong_values(body, errors, names=names)


class PlanRequest(BaseModel):
    """What a plan is asked for with.

    Parameters
    ----------
    record
        What the person has.
    start, goal
        Code, address or title of an occupation: where the person stands, a job of the record where empty; where to, the
        next rung where empty.
    region
        Whose pay the ladder shows; the nation where empty.
    offers
        Courses and credentials besides those that are known here.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    record: Person = Person()
    start: Annotated[str, Field(alias="from", max_length=500)] = ""
    goal: Annotated[str, Field(alias="to", max_length=500)] = ""
    region: Annotated[str, Field(max_length=100)] = ""
    offers: Annotated[tuple[Offer, ...], Field(max_length=500)] = ()


router = APIRouter(prefix="/api/v1/plans", tags=["plans"], route_class=BoundedRoute)


@router.post("", response_model=Plan, responses={**forms(OFFERS), **problems(*REFUSALS)})
def post_plan(
    request: Request,
    service: Shared,
    asked: PlanRequest,
    form: Annotated[str, Query(alias="format", max_length=50)] = "",
) -> Response:
    """Plan from what a person has to a goal. Nothing of the record is stored or logged.

    The form is what ``format`` names (a file extension or a media type), else what ``Accept`` prefers.
    """
    offer = choose(OFFERS, request.headers.get("accept", ""), form)
    content = plan_form(offer.extension).write(_answer(service, asked))
    sent = {"cache-control": "no-store", "vary": "Accept"}
    if offer.extension == "html":
        sent["content-security-policy"] = policy_for(content.decode())
    return Response(content, headers=sent, media_type=with_charset(offer.media_type))


def _answer(service: Service, asked: PlanRequest) -> Plan:
    """Return the plan; a fault of ours is told without the words of the record, which would stand in the log."""
    query = PlanQuery(asked.record, asked.start.strip(), asked.goal.strip(), asked.region.strip(), asked.offers)
    try:
        return query.answer(service.scopes, service.desks)
    except LadderworksError:
        raise
    except Exception as error:
        message = f"a plan could not be made: {type(error).__name__}"
        raise RuntimeError(message) from None
