"""The documentation holds: its commands run, its links lead somewhere, and nothing of the product is left out."""

from __future__ import annotations

import doctest
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel

from api.app import create_app
from api.command_line import COMMANDS, run
from api.knowledge import Knowledge
from api.settings import Settings
from ontology.errors import LadderworksError
from ontology.store import KnowledgeBase
from pathways.formats import FORMATS
from pathways.formats.spreadsheet import COLUMNS
from pathways.ladders import best_ways, choosing, climbs, goal, search, sound, standing, tolls, transitions, unrated
from pathways.occupations import wages
from pathways.records.ladder import Evidence, Gain, Ladder, Preparation, Rung, Schooling, Source, Step, TradeOff, Wage
from pathways.steps import beginnings, care, costs, heights, helpers, judging, leadership, rules, shared, traits
from standards.imports import import_release
from standards.sources.readers import SOURCES

PROJECT = Path(__file__).parents[1]
DOCS = PROJECT / "docs"
REFERENCE = DOCS / "reference"
PAGES = sorted([PROJECT / "README.md", PROJECT / "CHANGELOG.md", *DOCS.rglob("*.md")])
EXAMPLE = Path("examples/power-generation")
LABELED = Path("examples/labeled-statements")

BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(<?([^)>\s]+)>?\)")
WIDEST = 132
"""Characters of a line of prose; tables, HTML and usage may be wider."""
CODE = re.compile(r"^```.*?^```$|^ {4}.*?$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: ``sh run`` is run, ``exit=1`` is what it ends with, ``file=NAME`` is written before."""

    language: str
    marks: tuple[str, ...]
    text: str

    def mark(self, name: str) -> str:
        return next((mark.partition("=")[2] for mark in self.marks if mark.startswith(f"{name}=")), "")


def blocks(page: Path) -> list[Block]:
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [Block(language, tuple(marks.split()), text) for language, marks, text in found]


def name(page: Path) -> str:
    return str(page.relative_to(PROJECT))


RUNNABLE = [page for page in PAGES if any("run" in block.marks for block in blocks(page))]
WORKED = [page for page in PAGES if any(block.language == "pycon" for block in blocks(page))]


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a knowledge base that holds the example, and its snapshot."""
    folder = tmp_path_factory.mktemp("docs") / "kb"
    settings = Settings.read({"LADDERWORKS_KB": str(folder)})
    with KnowledgeBase.open(folder, settings.identifiers, write=True) as base:
        import_release(base, "partnership", [PROJECT / EXAMPLE])
        Knowledge(base, folder).scopes.prepare()
    return folder


@pytest.fixture
def desk(imported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that a reader works in: the example is there, and imported."""
    for folder in (EXAMPLE, LABELED):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    shutil.copy(PROJECT / "README.md", tmp_path)
    shutil.copytree(imported, tmp_path / "kb")
    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "kb"))
    monkeypatch.delenv("LADDERWORKS_BASE_IRI", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", RUNNABLE, ids=name)
def test_commands_run(page: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for block in blocks(page):
        if file := block.mark("file"):
            (desk / file).parent.mkdir(parents=True, exist_ok=True)
            (desk / file).write_text(block.text, encoding="utf-8")
        if "run" in block.marks:
            expected = int(block.mark("exit") or 0)
            for line in block.text.splitlines():
                status = execute(line)
                assert status == expected, f"{name(page)}: {line}\n{capsys.readouterr().err}"


def execute(line: str) -> int:
    """Run a line of a shell and return its exit status."""
    program, *arguments = shlex.split(line)
    if program == "curl":
        return fetch(arguments)
    assert program == "ladderworks", line
    return run(arguments)


def fetch(arguments: list[str]) -> int:
    """Ask the service as curl would."""
    address = next(argument for argument in arguments if argument.startswith("http"))
    headers = [arguments[n + 1].split(": ") for n, argument in enumerate(arguments) if argument == "-H"]
    app = create_app()
    with TestClient(app, base_url="http://localhost:8000") as client:
        app.state.current.service.wait(120)
        answer = client.get(address, headers=dict(headers), follow_redirects="-L" in arguments)
    wanted = dict(headers).get("Accept", "")
    assert answer.headers["content-type"].startswith(wanted)
    return 0 if answer.is_success and answer.content else 1


def test_the_example_says_what_the_template_page_has_replaced() -> None:
    """What the page tells to replace is there to be replaced, and what it tells to search for covers every member."""
    page = (DOCS / "how-to" / "partnership.md").read_text(encoding="utf-8")
    rows = page.split("| text of the example |")[1].split("\n\n")[0].splitlines()[2:]
    declared = (PROJECT / EXAMPLE / "partnership.toml").read_text(encoding="utf-8")
    named = [text.rstrip("… ") for row in rows for text in re.findall(r"`([^`]+)`", row.split(" | ")[0])]

    assert len(named) > 5
    assert [text for text in named if text not in declared] == []


@pytest.mark.parametrize("page", WORKED, ids=name)
def test_worked_numbers_hold(page: Path) -> None:
    text = "".join(block.text for block in blocks(page) if block.language == "pycon")
    test = doctest.DocTestParser().get_doctest(text, {}, name(page), name(page), 0)
    said = io.StringIO()
    assert not doctest.DocTestRunner().run(test, out=said.write).failed, said.getvalue()


WEIGHTS = {
    "costs.PER_STEP": f"| every step | {costs.PER_STEP:g} |",
    "costs.UNRELATED": f"| distance | {costs.UNRELATED:g} ",
    "costs.GAP": f"| what is to be learned | {costs.GAP:g} ",
    "costs.WIDE_GAP": f"gap, and {costs.WIDE_GAP:g} ",
    "costs.WIDE": f"of the gap is above {costs.WIDE:g} |",
    "costs.LEARNED_ON_THE_JOB": f"closes part of a gap by itself: {costs.LEARNED_ON_THE_JOB:g} of it in four years",
    "costs.UNKNOWN_GAP": f"An unknown gap counts as {costs.UNKNOWN_GAP:g}.",
    "costs.PREPARATION": f"| time | {costs.PREPARATION:g} for each year of preparation more",
    "costs.EDUCATION": f"and again {costs.EDUCATION:g} for each year of school more |",
    "costs.LOST_TRAINING": f"| training lost | {costs.LOST_TRAINING:g} ",
    "costs.OTHER_FIELD": f"| another field (SOC major group) | {costs.OTHER_FIELD:g} |",
    "leadership.CLOSE_FIELDS": f"shares none of it, below a relatedness of {leadership.CLOSE_FIELDS:g}.",
    "leadership.OUTSIDE_SUPERVISOR": f"or with too little preparation to lead | {leadership.OUTSIDE_SUPERVISOR:g} |",
    "leadership.OTHER_CREW": f"to leading another of the same field | {leadership.OTHER_CREW:g} |",
    "costs.SIDEWAYS": f"months of preparation apart | {costs.SIDEWAYS:g} |",
    "costs.MUCH_THE_SAME": f"less than {costs.MUCH_THE_SAME:g} months of preparation apart |",
    "costs.OTHER_TRADE": f"long-trained trade to another in the same zone | {costs.OTHER_TRADE:g} |",
    "costs.NEW_TRADE": f"takes {beginnings.ASKED:g} months of training | {costs.NEW_TRADE:g} |",
    "costs.NEW_SUBJECT": f"fewer than a quarter of programs in common | {costs.NEW_SUBJECT:g} |",
    "beginnings.NEIGHBORING": f"to one that is not close ({beginnings.NEIGHBORING:g})",
    "helpers.LEFT_GROUP": f"into another field, other than to lead | {helpers.LEFT_GROUP:g} |",
    "costs.SHARED": f"Distance counts with {costs.SHARED:g} of what knowledge and programs in common add.",
    "helpers.TAUGHT": f"at least {helpers.TAUGHT:g} + {1 - helpers.TAUGHT:g} ",
    "judging.JUDGED": f"counts as at least {judging.JUDGED:g} + {1 - judging.JUDGED:g} ",
    "judging.LEAST_ALIKE": f"From a relatedness of {judging.LEAST_ALIKE:g}",
    "shared.KNOWLEDGE": f"stand in where one is unknown), {shared.KNOWLEDGE:g} ",
    "shared.PROGRAMS": f"knowledge and {shared.PROGRAMS:g} ",
    "shared.USUAL": f"what is usual ({shared.USUAL_KNOWLEDGE:g} and {shared.USUAL_PROGRAMS:g},",
    "rules.LEAST_SUPPORTED": f"below a support of {rules.LEAST_SUPPORTED:g}, and of",
    "rules.LEAST_SUPPORTED_LOW": f"of {rules.LEAST_SUPPORTED_LOW:g} where both are in job zones 1 and 2",
    "rules.LEAST_SUPPORTED_UNRATED": f"or of {rules.LEAST_SUPPORTED_UNRATED:g} where O*NET rates",
    "rules.LOW": f"where both are in job zones 1 and {rules.LOW:g}:",
    "leadership.ASSOCIATE": f"an associate's degree ({leadership.ASSOCIATE:g} months)",
    "care.CLOSE_WORK": f"job zone that asks for none, below a relatedness of {care.CLOSE_WORK:g};",
    "beginnings.CLOSE_SUBJECTS": f"shares no program, below a relatedness of {beginnings.CLOSE_SUBJECTS:g};",
    "leadership.UNSHARED_FIELDS": f"Nor, below {leadership.UNSHARED_FIELDS[-1][1]:g}, from leading a crew",
    "sound.SUPPORTED": f"has no step with a support below {sound.SUPPORTED:g},",
    "unrated.CLOSE": f"names the nearest that is rated from a relatedness of {unrated.CLOSE:g} on",
    "sound.FAR": f"the best costs more than {sound.FAR:g} (three sound steps and a half)",
    "sound.FARTHER": f"It is none up to a cost of {sound.FARTHER:g} where",
    "sound.HIGHER": f"where it is {sound.HIGHER:g} or more higher, in job zones and ranks",
    "sound.FAR_SUPPORTED": f"each step of every way has a support of {sound.FAR_SUPPORTED:g}:",
    "goal.GOOD": f"each with a support of {goal.GOOD:g}) lead to for a cost of {goal.NEAR:g} at most",
    "goal.TOWARD": f"where none has a relatedness of {goal.TOWARD:g} to the goal.",
    "costs.OTHER_PROFESSION": f"| to at least a year less of school | {costs.OTHER_PROFESSION:g} |",
    "traits.SCHOOLED": f"rest on a degree ({traits.SCHOOLED:g} months of school) | {costs.OTHER_PROFESSION:g} |",
    "costs.OTHER_LICENSE": f"behind for another | {costs.OTHER_LICENSE:g} |",
    "costs.LICENSED_BY_DEGREE": f"a license that took a degree ({costs.LICENSED_BY_DEGREE:g} months of school)",
    "leadership.BACK_TO_THE_RANKS": f"or from management back to a crew | {leadership.BACK_TO_THE_RANKS:g} |",
    "costs.OTHER_APPRENTICESHIP": f"construction trade to another trade | {costs.OTHER_APPRENTICESHIP:g} |",
    "leadership.SKIPPED_RANK": f"from below job zone 4 | {leadership.SKIPPED_RANK:g} |",
    "rules.MOST_UNLED": f"straight into management where the gap is above {rules.MOST_UNLED:g}:",
    "costs.SKIPPED_ZONE": f"| each job zone skipped | {costs.SKIPPED_ZONE:g} for",
    "rules.CLOSE_TO_SKIP": f"over a job zone with a degree, below a relatedness of {rules.CLOSE_TO_SKIP:g} or",
    "rules.SUPPORTED_TO_SKIP": f"or a support of {rules.SUPPORTED_TO_SKIP:g};",
    "beginnings.STRANGE_KNOWLEDGE": f"knowledge (less than {beginnings.STRANGE_KNOWLEDGE:g} alike)",
    "care.CLOSE_CARE": f"programs have none in common below {care.CLOSE_CARE:g},",
    "care.CARED": f"which from a relatedness of {care.CARED:g} on take in",
    "costs.ASSISTED": f"from a relatedness of {costs.ASSISTED:g} on the less, the closer the work",
    "beginnings.DOCTORAL": f"takes a doctorate ({beginnings.DOCTORAL:g} months of school)",
    "beginnings.ASSISTANTS": f"professional one, below a relatedness of {beginnings.ASSISTANTS:g};",
    "costs.SKIPPED_MONTHS": f"for {costs.SKIPPED_MONTHS:g} months of preparation more, and in proportion",
    "rules.CLOSE_PROFESSIONS": f"neither managing, below a relatedness of {rules.CLOSE_PROFESSIONS:g},",
    "beginnings.FURTHER_DEGREE": f"further degree ({beginnings.FURTHER_DEGREE:g} months of education more)",
    "rules.POSTGRADUATE": f"degree after the bachelor's ({rules.POSTGRADUATE:g} months of education)",
    "leadership.PROFESSIONAL": f"from job zone {leadership.PROFESSIONAL:g} on in the manager's own field",
    "heights.KEPT": f"to less than {heights.KEPT:g} of it and",
    "heights.FEWER_MONTHS": f"of it and {heights.FEWER_MONTHS:g} months less.",
    "costs.DEAREST": f"A step that costs more than {costs.DEAREST:g},",
    "costs.CLOSE": f"where its ends are related by less than {costs.CLOSE:g}:",
    "heights.CLOSE_WORK": f"closely related ({heights.CLOSE_WORK:g}),",
    "heights.BRIEF": f"fewer than {heights.BRIEF:g} months",
    "heights.BRIEFLY_RELATED": f"from a relatedness of {heights.BRIEFLY_RELATED:g} on, with",
    "beginnings.CLOSE_WORK": f"(less than {beginnings.STRANGE_KNOWLEDGE:g} alike), below {beginnings.CLOSE_WORK:g};",
    "judging.WHOLE_CRAFT": f"with {judging.WHOLE_CRAFT:g} of the preparation",
    "heights.USUAL_IN_A_ZONE": f"at most {heights.USUAL_IN_A_ZONE:g} times the median of one's job zone",
    "rules.NEIGHBORS": f"neither is among the {rules.NEIGHBORS:g} closest",
    "rules.LEAST_RELATED": f"below a relatedness of {rules.LEAST_RELATED:g},",
    "rules.LEAST_RELATED_WORK": f"or of {rules.LEAST_RELATED_WORK:g} when titles are left out",
    "leadership.SUPERVISED": f"counts as {leadership.SUPERVISED:g} + {1 - leadership.SUPERVISED:g} ",
    "leadership.OWN_SUPERVISOR": f"at least {leadership.OWN_SUPERVISOR:g} times as related as to the closest",
    "leadership.SEASONED": f"at least {leadership.SEASONED:g} of the supervisor's preparation",
    "leadership.SEASONED_SERVICE": f"learns a trade for years, {leadership.SEASONED_SERVICE:g} of it is enough.",
    "leadership.SEASONED_FIELD": f"with at least {leadership.SEASONED_FIELD:g} of the manager's preparation.",
    "leadership.KNOWS_THE_FIELD": f"from job zone {leadership.KNOWS_THE_FIELD:g} on, with at least",
    "leadership.MANAGED": f"at least {leadership.MANAGED:g} + {1 - leadership.MANAGED:g} ",
    "tolls.PAY_CUT": f"by {tolls.PAY_CUT:g} for each halving",
    "tolls.GIVEN_UP": f"and by {tolls.GIVEN_UP:g} more where the step is a trade-off",
    "tolls.OFF_THE_WAY": f"or to the start than the goal is | {tolls.OFF_THE_WAY:g} |",
    "tolls.SLACK": f"differs by more than {tolls.SLACK:g},",
    "tolls.ENOUGH": f"and where it is below {tolls.ENOUGH:g}:",
    "tolls.AWAY": f"less related to the goal than the one before | {tolls.AWAY:g} |",
    "tolls.OVERSHOOT": f"months more) | {tolls.OVERSHOOT:g} |",
    "tolls.MORE": f"preparation than the goal ({tolls.MORE - 1:.0%} and",
    "tolls.MORE_MONTHS": f"and {tolls.MORE_MONTHS:g} months more) |",
    "tolls.SPECIAL": f"are published of it alone | {tolls.SPECIAL:g} |",
    "tolls.FEW_JOBS": f"| {tolls.FEW_JOBS:g} for each power of ten below",
    "tolls.COMMON": f"each power of ten below {tolls.COMMON:g} of all who work",
    "best_ways.WAYS": f"{best_ways.WAYS:g} ways are drawn at most, with {best_ways.WAYS:g} rungs between start and",
    "best_ways.MOST_WAYS": f"(`--ways`, up to {best_ways.MOST_WAYS:g})",
    "best_ways.FINER": f"for each {best_ways.FINER:g} of them one more that takes a step of theirs in two",
    "best_ways.JOINT": f"to a rung of another by a step that costs {best_ways.JOINT:g} at most",
    "best_ways.JOINED": f"for each {best_ways.JOINED:g} one more that goes from a rung of one to a rung of another",
    "best_ways.ALIKE": f"cost {best_ways.ALIKE:g} times their relatedness to the closest",
    "search.STEP_MORE": f"or at most {search.STEP_MORE:g} more: what a large step costs;",
    "best_ways.SMALLER": f"each half costs at most {best_ways.SMALLER:g} times the step,",
    "best_ways.BOTH": f"both together at most {best_ways.BOTH:g} times,",
    "search.WORST": f"costs at most {search.WORST:g} times as much as the first one",
    "search.AS_STEEP": f"has no step that costs more than {costs.DEAREST:g}, or, where the first way has a dearer one, "
    f"than {search.AS_STEEP:g} times that.",
    "search.DETOUR": f"has at most {search.DETOUR:g} steps more,",
    "choosing.LOOKED_AT": f"of the {choosing.LOOKED_AT:g} with the most jobs that are left",
    "choosing.WORTH": f"on average at least {choosing.WORTH:g} times the median of those picked",
    "choosing.RARE": f"a rung with a tenth of the jobs costs {choosing.RARE:g} more",
    "choosing.LEAST_ON": f"fewer than {choosing.LEAST_ON:g} times the jobs",
    "choosing.ATTEMPTS": f"is exchanged, up to {choosing.ATTEMPTS:g} times over",
    "choosing.CLOSED": f"from an entry of the sector, else {choosing.CLOSED:g} of",
    "choosing.ENDS": f"{choosing.ENDS:g} where no step leads on from it",
    "climbs.MOST_RUNGS": f"has at most {climbs.MOST_RUNGS:g} rungs",
    "climbs.ALTERNATIVE": f"costs at most {climbs.ALTERNATIVE:g} times as much.",
    "climbs.SHORTCUT": f"at up to {climbs.SHORTCUT:g} times its cost.",
    "climbs.WORST_PAY": f"pay falls there by no more than {1 - 2**climbs.WORST_PAY:.0%}.",
    "climbs.NEXT_RELATED": f"a relatedness of at least {climbs.NEXT_RELATED:g}.",
    "climbs.START_RELATED": f"with a relatedness to it of at least {climbs.START_RELATED:g},",
    "climbs.LED_RELATED": f"related to them by {climbs.LED_RELATED:g} at least",
    "tolls.SCARCE": f"{tolls.SCARCE:g} for each power of ten below {tolls.COMMON:g}",
    "climbs.OWN_DEGREE": f"both usually take {climbs.OWN_DEGREE:g} months of school",
    "climbs.MOST_COST": f"A step that costs more than {climbs.MOST_COST:g}, pay aside,",
    "standing.ENTRY_ZONE": f"its job zone is 1 or {standing.ENTRY_ZONE:g}",
    "standing.ENTRY_MONTHS": f"its preparation at most {standing.ENTRY_MONTHS:g} months",
    "standing.ADVANCED_ZONE": f"A rung below job zone {standing.ADVANCED_ZONE:g},",
    "transitions.DEGREE_MONTHS": f"or with {transitions.DEGREE_MONTHS:g} months of schooling more",
    "transitions.LONG": f"A step with a gap above {transitions.LONG:g} is marked as *long*",
    "wages.TRADEOFF": f"the median pay falls by more than {wages.TRADEOFF:.0%} is marked as a *trade-off*",
}
"""What the page on the computing of ladders says of each weight."""


def test_the_page_says_every_weight_of_the_engine() -> None:
    weights = {
        name
        for module in (costs, leadership, rules, tolls, best_ways, search, sound, choosing, climbs)
        for name, value in vars(module).items()
        if name.isupper() and name not in {"TRADEOFF", "FEWEST"} and isinstance(value, int | float)
    }
    assert weights <= {weight.rpartition(".")[2] for weight in WEIGHTS}


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_weight_is_that_of_the_engine(weight: str) -> None:
    page = " ".join((DOCS / "how-a-ladder-is-computed.md").read_text(encoding="utf-8").split())
    assert WEIGHTS[weight] in page


def test_pages_that_repeat_a_figure_have_the_same() -> None:
    """A figure that a page and the engine name does not drift apart."""
    numbers = {12: "twelve"}
    assert f"Up to {numbers[best_ways.WAYS]} ways through different rungs" in prose("how-to/worker.md")


def prose(page: str) -> str:
    """Return a page of the docs in one line."""
    return " ".join((DOCS / page).read_text(encoding="utf-8").split())


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    broken = [link for link in links(page) if not leads(page, link)]
    assert not broken


def links(page: Path) -> Iterator[str]:
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    found = LINK.findall(text) + re.findall(r'(?:href|src)="([^"]+)"', text)
    yield from (link for link in found if not re.match(r"[a-z]+:", link))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_lines_are_no_wider_than_those_of_code(page: Path) -> None:
    lines = BLOCK.sub("", page.read_text(encoding="utf-8")).splitlines()
    assert not [line for line in lines if len(line) > WIDEST and not line.startswith(("|", "<", " " * 4))]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_modules_that_are_named_exist(page: Path) -> None:
    named = re.findall(r"`([\w./-]+/[\w.-]+\.py)`", page.read_text(encoding="utf-8"))
    assert not [path for path in named if not (PROJECT / path).is_file()]


def leads(page: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not anchor:
        return target.exists()
    return target.is_file() and anchor in anchors(target)


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_is_linked() -> None:
    reached = {(page.parent / link.partition("#")[0]).resolve() for page in PAGES for link in links(page)}
    assert not [name(page) for page in PAGES if page not in reached and page != PROJECT / "README.md"]


def test_every_command_is_in_the_reference() -> None:
    headings = anchors(REFERENCE / "command-line.md")
    assert not [command for command in COMMANDS if command not in headings]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_reference(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        run([command, "--help"])
    except LadderworksError as error:
        pytest.fail(str(error))
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help"}
    section = text_of("command-line.md").split(f"\n## {command}\n")[1].split("\n## ")[0]
    assert not [option for option in options if option not in section]


def test_every_source_is_in_the_reference() -> None:
    pages = (
        text_of("command-line.md"),
        (DOCS / "how-to" / "import.md").read_text(),
        (PROJECT / "README.md").read_text(),
    )
    assert not [source for source in SOURCES for page in pages if f"`{source}`" not in page]


def test_every_route_is_in_the_reference(desk: Path) -> None:
    routes = create_app().openapi()["paths"]
    assert not [route for route in routes if f"`{route}`" not in text_of("http.md")]


def test_every_form_of_a_ladder_is_in_the_reference() -> None:
    for form in FORMATS:
        assert f"| `{form.extension}` | `{form.media_type}` |" in text_of("http.md")
        assert f"`{form.extension}`" in text_of("command-line.md")


def test_every_column_of_the_csv_is_in_the_reference() -> None:
    section = text_of("ladder-forms.md").split("\n## CSV\n")[1].split("\n## ")[0]
    assert not [column for column in COLUMNS if f"`{column}`" not in section]


@pytest.mark.parametrize("record", [Ladder, Source, Rung, Schooling, Wage, Step, TradeOff, Gain, Preparation, Evidence])
def test_every_field_of_a_ladder_is_in_the_reference(record: type[BaseModel]) -> None:
    section = text_of("ladder-forms.md").split("\n## JSON\n")[1].split("\n## ")[0]
    assert not [field for field in record.model_fields if f"`{field}`" not in section]


def test_every_setting_is_in_the_reference() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "api").rglob("*.py"))
    used = set(re.findall(r"\bLADDERWORKS_[A-Z_]+", source))
    assert not [variable for variable in used if variable not in text_of("environment.md")]


def text_of(page: str) -> str:
    return (REFERENCE / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_nothing_of_one_machine_is_named(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"/work\b|/root\b|/tmp\b|/home/\w", text)
