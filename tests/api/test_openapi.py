"""Every operation of the service's own OpenAPI document, asked with valid, boundary and hostile values.

Whatever is asked, the answer is one that the document announces: its status, its media type and its shape.
"""

import json
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from api.app import create_app
from api.settings import Settings
from ontology.addresses import is_address
from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from tests.pathways.agreements.conftest import twice

__all__ = ["twice"]
"""A fixture of others: a standard that was published twice, as the embedded example was not."""

Schema = dict[str, Any]
"""A JSON schema, a parameter or an operation, as the document has it."""

DOCUMENT = create_app(Settings(Path("nothing"), Identifiers())).openapi()
OPERATIONS = [(path, method) for path, methods in DOCUMENT["paths"].items() for method in methods]
PROBLEM = {"$ref": "#/components/schemas/Problem"}
USUAL = settings().max_examples
"""Examples of a property, in the profile that is loaded."""

KNOWN = {
    "limit": ["1", "20", "200"],
    "offset": ["0", "5", "1000"],
    "q": ["mechanic helper", "wind", "regsitered", "49-90", "first-line"],
    "code": ["49-9098.00", "http://localhost:8000/id/onet/49-9098.00", "mechanic helper", "Electricians"],
    "sector": ["power-generation"],
    "from": ["49-9098.00", "47-2111.00", "mechanic helper"],
    "to": ["11-3051.00", "Electricians"],
    "firm": ["stillwater-bend-hydro", "Basalt Ridge Energy Center (fictional)"],
    "region": ["Washington", "5300000"],
    "skill": ["Electrical Fundamentals", "PG-ELE-01|Lockout/Tagout"],
    "level": ["0", "2.5", "7"],
    "wage": ["45000", "0"],
    "hourly": ["21.5", "0"],
    "wage-source": ["a living wage calculator, 2025"],
    "by": ["all", "jobs", "extra-jobs"],
    "kind": ["partnership", "career cluster"],
    "move": ["Washington", "5300000"],
    "language": ["en", "EN"],
    "within": ["0", "36", "600"],
    "ways": ["1", "8", "40"],
    "enough": ["0", "62000"],
    "high_wage": ["0", "62000"],
    "high_skill": ["0", "4"],
    "in_demand": ["0", "2.5"],
    "rungs": ["2", "24", "1000"],
    "occupation": ["49-9098.00", "Electricians"],
    "of": ["rung", "step", "ladder", "routes", "leads-to", "doors", "breaks", "pays", "taught", "plan"],
    "find": ["2", "job zone"],
    "format": ["json", "svg", "ttl", "text/turtle", "csv", "jsonld", "md", "html", "nt", "rdf"],
    "extension": ["json", "svg", "ttl", "csv", "dot", "md"],
    "iri": ["http://localhost:8000/id/onet/49-9098.00", "http://localhost:8000/id/power-generation/PG-SAF-03"],
    "source": ["onet", "power-generation"],
    "query": ["SELECT * { ?s a ceterms:Occupation } LIMIT 3", "ASK { ?s ?p 1 }", "DESCRIBE ?s { ?s a ceterms:Course }"],
    "default-graph-uri": ["http://localhost:8000/graph/power-generation/draft"],
    "named-graph-uri": ["http://localhost:8000/graph/power-generation/draft"],
    "name": ["all.nq.gz", "power-generation@draft.nq.gz"],
    "release": ["draft"],
    "standard": ["harbor", "harbor@1.1"],
    "local": ["49-9098.00", "49-9098.00.ttl", "PG-SAF-03", "PG-SAF-03.jsonld"],
}
"""Values that find something in the embedded example, or among what is published."""

PLAN = {"from": "49-9098.00", "to": "11-3051.00", "record": {"skills": ["Rigging and Lifting"]}}
BODIES = {"/api/v1/plans": PLAN, "/api/v1/plans/trace": PLAN}
"""What is sent to those who take a body; `test_plans` sends others."""

FIELDS = {"/sparql": {"query": "SELECT * { ?s a ceterms:Occupation } LIMIT 3"}}
"""What is sent to those who take a form; `test_sparql` sends others."""

HOSTILE = (
    *("\r\nINFO: forged", "\x00", "\x1b[2J", "\x85forged", "\u2028forged", "\u202etxt", "\ufeff", "\U0010ffff"),
    *("<script>alert(1)</script>", "\"'`><", "{{7*7}}", "${7*7}", "%s%n", "%00", "%0d%0a", "%", "%zz", "%2e%2e%2f"),
    *("../../../../etc/passwd", "..", ".", "/", "//", "\\", "?", "#", "&", "=", ";", ",", " ", "\t", "+", "*", "~"),
    *("' OR 1=1 --", "> } DROP ALL #", "urn:x", "http://x/<y>", "http://x/a b", "http://x/\nforged", "javascript:1"),
    *(
        "=1+1",
        "@SUM(A1)",
        "看護師",
        "é",
        "e\u0301",
        "ß",
        "İ",
        "ﬁ",
        "\uff11\uff12",
        "-0",
        "null",
        "true",
        "[]",
        "None",
        "NaN",
    ),
)
INTEGERS = ("", "x", "1.5", "1e3", "NaN", "-1", "0", "1", "200", "201", "99999999999999999999", "-0", "+1", "1_0", " 1")
MEDIA_TYPES = (
    *(
        "",
        "*/*",
        "application/json",
        "text/html",
        "text/turtle",
        "image/svg+xml",
        "text/*;q=0.5",
        "*/*;q=0",
        "nonsense",
    ),
    *(
        "application/problem+json",
        "text/html;q=nan",
        "application/json;q=inf",
        "a/b;q=-1",
        ",,;;=",
        "x" * 5000,
        "*/json",
    ),
    *("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html;q=0, */*;q=0.1", "\x7f/\xff"),
)
TAGS = ("", "", '"x"', 'W/"', ",", "*")


# --- Asking ---


def texts(name: str, schema: Schema) -> st.SearchStrategy[str]:
    """Texts for a parameter: known ones, any, hostile ones, and those at the bounds that it declares."""
    longest = schema.get("maxLength", 100)
    bounds = ["", "x" * longest, "x" * (longest + 1), "é" * longest, "urn:" + "x" * (longest - 4)]
    mixed = st.tuples(st.sampled_from(KNOWN[name]), st.sampled_from(HOSTILE)).map("".join)
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    return st.one_of(st.sampled_from([*HOSTILE, *bounds]), mixed, anything)


def integers(schema: Schema) -> st.SearchStrategy[str]:
    """Numbers for a parameter, around the bounds that it declares, and what is none."""
    bounds = [schema[bound] + step for bound in ("minimum", "maximum") if bound in schema for step in (-1, 0, 1)]
    return st.one_of(st.sampled_from([*map(str, bounds), *INTEGERS]), st.integers().map(str))


def values(parameter: Schema, *, spoiled: bool) -> st.SearchStrategy[str | None]:
    """Values for a parameter; those that are not to be spoiled find something or are left out where they may be."""
    schema = parameter["schema"]
    if not spoiled:
        known = st.sampled_from(KNOWN[parameter["name"]])
        return known if parameter["required"] else st.none() | known
    found = integers(schema) if schema.get("type") in {"integer", "number"} else texts(parameter["name"], schema)
    return found if parameter["in"] == "path" else st.none() | found


@st.composite
def requests(draw: st.DrawFn, path: str, operation: Schema) -> tuple[dict[str, str], str, dict[str, str]]:
    """Values by parameter, the address made of them, and headers; few parameters are spoiled at once."""
    places = {parameter["name"]: parameter for parameter in operation.get("parameters", [])}
    spoiled = draw(st.sets(st.sampled_from([*places, "accept"]), max_size=2))
    given = {name: draw(values(parameter, spoiled=name in spoiled)) for name, parameter in places.items()}
    used = {name: value for name, value in given.items() if value is not None}
    accepted = MEDIA_TYPES if "accept" in spoiled else ("", "*/*")
    headers = {"accept": draw(st.sampled_from(accepted)), "if-none-match": draw(st.sampled_from(TAGS))}
    return used, address(path, {name: parameter["in"] for name, parameter in places.items()}, used), headers


def address(path: str, places: dict[str, str], used: dict[str, str]) -> str:
    """The address of an operation with values for its parameters."""
    for name, value in used.items():
        # A client takes dots between two slashes for a way up, unless they are escaped.
        sent = quote(value, safe="") if value.strip(".") else value.replace(".", "%2E")
        path = path.replace(f"{{{name}}}", sent)
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in used.items() if places[name] == "query")
    return f"{path}?{query}" if query else path


# --- Judging ---


def faults(value: object, schema: Schema, place: str = "$") -> Iterator[str]:
    """What of a value its JSON schema does not allow, as far as our document uses the language."""
    if "$ref" in schema:
        yield from faults(value, DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]], place)
    elif "anyOf" in schema:
        if all(list(faults(value, each, place)) for each in schema["anyOf"]):
            yield f"{place}: {value!r} is none of {schema['anyOf']}"
    elif not is_of(value, schema.get("type")) or value not in schema.get("enum", [value]):
        yield f"{place}: {value!r} is not {schema.get('type')} {schema.get('enum', '')}"
    else:
        yield from bounds_broken(value, schema, place)
        yield from parts_at_fault(value, schema, place)


TYPES: dict[str | None, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (),
    "array": (list,),
    "object": (dict,),
    None: (object,),
}


def is_of(value: object, kind: str | None) -> bool:
    """Whether a value is of a type of JSON."""
    if isinstance(value, bool) or value is None:
        return kind in (None, {True: "boolean", False: "boolean", None: "null"}[value])
    return isinstance(value, TYPES[kind])


def bounds_broken(value: object, schema: Schema, place: str) -> Iterator[str]:
    """Bounds and patterns that a value breaks."""
    if isinstance(value, str):
        if len(value) > schema.get("maxLength", len(value)) or not re.search(schema.get("pattern", ""), value):
            yield f"{place}: {value!r} breaks {schema}"
        if schema.get("format") == "iri" and not is_address(value):
            yield f"{place}: {value!r} is no address"
    elif isinstance(value, int | float):
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        if not low <= value <= high or value <= schema.get("exclusiveMinimum", value - 1):
            yield f"{place}: {value!r} breaks {schema}"


def parts_at_fault(value: object, schema: Schema, place: str) -> Iterator[str]:
    """What the parts of an array or an object have that their schemas do not allow."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from faults(item, schema.get("items", {}), f"{place}[{number}]")
    if isinstance(value, dict):
        declared = schema.get("properties", {})
        others = schema.get("additionalProperties", {})
        yield from (f"{place}: {name} is missing" for name in schema.get("required", []) if name not in value)
        for name, item in value.items():
            if name not in declared and others is False:
                yield f"{place}: {name} is not declared"
            else:
                yield from faults(item, declared.get(name, others), f"{place}.{name}")


def undeclared(operation: Schema, status: int, content_type: str, body: bytes) -> list[str]:
    """What an answer is that its operation does not announce; no fault of the service is taken as announced."""
    announced = operation["responses"].get(str(status))
    if announced is None or status >= 500:
        return [f"status {status}"]
    content = announced.get("content", {})
    media_type = content_type.partition(";")[0]
    if media_type not in content:
        return [f"{status} as {media_type!r}"] if body or content else []
    schema = content[media_type].get("schema")
    return list(faults(json.loads(body), schema)) if schema else []


def refused(used: dict[str, str], operation: Schema) -> bool:
    """Whether the document says that values cannot be used."""
    parameters = {parameter["name"]: parameter for parameter in operation.get("parameters", [])}
    missing = any(parameter.get("required") and name not in used for name, parameter in parameters.items())
    return missing or any(
        list(faults(read(value, parameters[name]["schema"]), parameters[name]["schema"]))
        for name, value in used.items()
    )


def read(value: str, schema: Schema) -> object:
    """A value as its type has it; integers are read as leniently as the service does."""
    if schema.get("type") == "array":
        return [value]
    if schema.get("type") not in {"integer", "number"}:
        return value
    try:
        if schema["type"] == "number":
            return float(value)
        return int(value)
    except ValueError:
        return value


class Log(logging.Handler):
    """Keeps what is logged while it is attached."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture(scope="module")
def log() -> Iterator[Log]:
    """What is logged by whomever, warnings and worse."""
    kept = Log()
    logging.getLogger().addHandler(kept)
    yield kept
    logging.getLogger().removeHandler(kept)


@pytest.fixture
def asked_of(client: TestClient, request: pytest.FixtureRequest) -> Callable[[str], TestClient]:
    """What returns the service to ask at a path: of what is published where that is asked for, else the example's."""

    def service(path: str) -> TestClient:
        if "/standards" not in path:
            return client
        base: KnowledgeBase = request.getfixturevalue("twice")
        served: TestClient = request.getfixturevalue("serve")(base, ready=True)
        return served

    return service


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_whatever_is_asked_the_answer_is_announced(
    asked_of: Callable[[str], TestClient], log: Log, path: str, method: str
) -> None:
    operation, client = DOCUMENT["paths"][path][method], asked_of(path)
    seen: set[int] = set()

    # A plan takes a hundred times as long as other answers.
    few = "/plans" in path or not operation.get("parameters")

    @settings(max_examples=USUAL // 3 if few else 2 * USUAL)
    @given(requests(path, operation))
    def ask(request: tuple[dict[str, str], str, dict[str, str]]) -> None:
        used, target, headers = request
        log.lines.clear()
        encoded = {name.encode(): value.encode("latin-1") for name, value in headers.items()}
        body, fields = (BODIES.get(path), FIELDS.get(path)) if method == "post" else (None, None)
        answer = client.request(method, target, headers=encoded, follow_redirects=False, json=body, data=fields)
        seen.add(answer.status_code)
        content_type = answer.headers.get("content-type", "")
        assert undeclared(operation, answer.status_code, content_type, answer.content) == [], target
        if answer.status_code != 404:  # which also says that no route has such a path
            assert (answer.status_code == 422) == refused(used, operation), target
        if answer.status_code >= 400:
            assert content_type in ("application/problem+json", "text/html; charset=utf-8")
        assert [line for line in log.lines if not line.isprintable()] == []

    ask()
    assert {min(seen)} <= {200, 303}
    assert not operation.get("parameters") or {404, 406, 422} & seen


@pytest.mark.parametrize(
    ("page", "like"),
    [
        ("/", "/api/v1/occupations"),
        ("/explore", "/api/v1/ladders"),
        ("/compare", "/api/v1/ladders/routes"),
        ("/standards/{standard}/agreement", "/api/v1/standards/{standard}/agreement"),
        ("/standards/{standard}/jobs", "/api/v1/standards/{standard}/jobs"),
    ],
)
def test_whatever_is_asked_a_page_answers_with_a_page(
    asked_of: Callable[[str], TestClient], log: Log, page: str, like: str
) -> None:
    """Pages are not in the document; they take what the operation beside them takes."""
    operation, client = DOCUMENT["paths"][like]["get"], asked_of(page)

    @given(requests(page, operation))
    def ask(request: tuple[dict[str, str], str, dict[str, str]]) -> None:
        _, target, _ = request
        log.lines.clear()
        answer = client.get(target, headers={"accept": "text/html"})
        assert answer.status_code in (200, 400, 404, 422), target
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert "<script" not in answer.text
        assert [line for line in log.lines if not line.isprintable()] == []

    ask()


def test_the_document_is_served_as_it_is_made(client: TestClient) -> None:
    assert client.get("/api/v1/openapi.json").json() == json.loads(json.dumps(DOCUMENT))


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_operation_says_what_can_go_wrong_and_how(path: str, method: str) -> None:
    answers = DOCUMENT["paths"][path][method]["responses"]
    failures = {status: answer["content"] for status, answer in answers.items() if status >= "4"}

    assert {"500", "503"} <= set(failures) or path in ("/healthz", "/readyz")
    if path != "/readyz":
        assert [
            status for status, content in failures.items() if content["application/problem+json"] != {"schema": PROBLEM}
        ] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@pytest.mark.parametrize("path", DOCUMENT["paths"])
def test_no_operation_changes_anything(client: TestClient, path: str, method: str) -> None:
    if method.lower() in DOCUMENT["paths"][path]:
        pytest.skip("is answered and changes nothing either")
    answer = client.request(method, path, content=b"\x00{")

    assert answer.status_code == 405
    assert list(faults(answer.json(), PROBLEM)) == []


@pytest.mark.parametrize(
    ("value", "schema", "found"),
    [
        ({"a": 1}, {"type": "object", "required": ["b"]}, "b is missing"),
        ({"a": 1}, {"type": "object", "additionalProperties": False}, "a is not declared"),
        ([1, "x"], {"type": "array", "items": {"type": "integer"}}, r"\$\[1\]: 'x' is not integer"),
        (0, {"type": "integer", "minimum": 1}, "0 breaks"),
        (True, {"type": "integer"}, "True is not integer"),
        ("xx", {"type": "string", "maxLength": 1}, "'xx' breaks"),
        ("x", {"type": "string", "pattern": "^y"}, "'x' breaks"),
        ("x", {"type": "string", "format": "iri"}, "'x' is no address"),
        ("x", {"type": "string", "enum": ["y"]}, "'x' is not string"),
        (1, {"anyOf": [{"type": "string"}, {"type": "null"}]}, "1 is none of"),
        ({"title": "x"}, PROBLEM, "status is missing"),
    ],
)
def test_the_judge_notices(value: object, schema: Schema, found: str) -> None:
    assert re.search(found, "\n".join(faults(value, schema)))
