"""The state is written as tables, decided in, and read back."""

import csv
import io
import re
from collections.abc import Callable

import pytest

from ontology.errors import ConflictError, RefusedError
from ontology.records import Iri
from ontology.report import Finding
from ontology.store import KnowledgeBase
from standards.agreement import (
    NOW,
    Motion,
    Stance,
    Status,
    account,
    decide,
    read_agreement,
    read_motions,
    read_stances,
    speak,
    undo,
    write_book,
    write_csv,
    write_requirements,
)
from standards.agreement.tables import NEEDED, YOURS
from standards.archives import ArchivedFile
from standards.cells import read_cells, sheet_names
from standards.publishing.grounds import requirements
from tests.standards.agreement.conftest import CHARTS, DANA, ENGINES, ROPES, SLUG, TIDES, firm

Move = Callable[..., Motion]
Say = Callable[..., Stance]


def file(name: str, content: bytes) -> ArchivedFile:
    return ArchivedFile(name, "", lambda: content)


def rows(base: KnowledgeBase) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_csv(read_agreement(base, SLUG)).decode())))


def as_csv(cells: list[dict[str, str]]) -> ArchivedFile:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(cells[0]))
    writer.writeheader()
    writer.writerows(cells)
    return file("decisions.csv", text.getvalue().encode())


def test_a_row_has_the_words_of_each_firm_side_by_side_and_empty_columns_to_decide_in(base: KnowledgeBase) -> None:
    (charts,) = (row for row in rows(base) if row["address"] == CHARTS)

    assert (charts["Tug Co says"], charts["Dredge Co says"], charts["Ferry Co says"]) == (
        "Read charts [level 2, importance 3: Deckhand; level 4, importance 5: Mate]",
        "Chart reading [level 5, importance 4: Hand]",
        "",
    )
    assert (charts["status"], charts["support"], charts["statement"]) == ("proposed", "shared", "Read charts")
    assert {charts[name] for name in YOURS} == {""}


def test_a_row_names_what_comes_near_as_it_reads_now_until_that_is_settled(base: KnowledgeBase, move: Move) -> None:
    def near() -> dict[str, str]:
        return {row["address"]: row["near"] for row in rows(base)}

    assert near() == {ROPES: "", ENGINES: "", CHARTS: "Read tide tables (0.40)", TIDES: "Read charts (0.40)"}
    decide(base, SLUG, [move(CHARTS, "reword", wording="Read sea charts")], DANA)
    assert near()[TIDES] == "Read sea charts (0.40)"
    decide(base, SLUG, [move(TIDES, "reject", reason="One firm only")], DANA)
    assert near() == {ROPES: "", ENGINES: "", CHARTS: "", TIDES: "Read sea charts (0.40)"}


def test_the_sheet_to_decide_in_has_what_comes_near(base: KnowledgeBase) -> None:
    book = file("agreement.xlsx", write_book(read_agreement(base, SLUG)))
    lines = [*read_cells(book, "Decisions").frame.iter_rows()]
    heads = next(line for line in lines if "near" in line)
    (charts,) = (line for line in lines if line[1] == CHARTS)

    assert charts[heads.index("near")] == "Read tide tables (0.40)"


def test_what_is_filled_in_is_decided(base: KnowledgeBase) -> None:
    cells = rows(base)
    for row in cells:
        if row["address"] == CHARTS:
            row |= {"decision": "accept", "wording": "Read paper charts", "code": "HT-7"}
        if row["address"] == TIDES:
            row |= {"decision": "Merge", "into": CHARTS.rsplit("/", 1)[-1]}
    motions, report = read_motions(as_csv(cells))
    decide(base, SLUG, motions, DANA)
    now = read_agreement(base, SLUG)

    assert len(report) == 0
    assert (str(now.statements[CHARTS].wording), now.statements[CHARTS].code) == ("Read paper charts", "HT-7")
    assert now.tallies[TIDES].status is Status.MERGED
    assert {row["address"] for row in rows(base)} == {ROPES, CHARTS, ENGINES}


def test_a_row_that_is_filled_in_without_a_decision_is_told(base: KnowledgeBase) -> None:
    cells = rows(base)
    cells[0]["wording"] = "Something else"
    motions, report = read_motions(as_csv(cells))

    assert motions == []
    assert [(finding.code, finding.row) for finding in report] == [("undecided", 2)]


def test_a_file_without_the_columns_is_told(base: KnowledgeBase) -> None:
    wrong = file("list.csv", b"Skill,Level\nWeld,3\n")
    found = [report for _, report in (read_motions(wrong), read_stances(wrong, read_agreement(base, SLUG)))]

    assert [finding.code for report in found for finding in report] == ["missing-column", "missing-column"]
    decisions, positions = (finding.remedy or "" for report in found for finding in report)
    assert "`address` or `statement`, and `decision`; for instance the lines `address,decision,reason`" in decisions
    assert "`organization` and `position` alone: `organization,position,wording_seen`" in positions


def test_the_rows_that_are_given_as_examples_are_read(base: KnowledgeBase, move: Move) -> None:
    """Whoever copies them into a file has one that is taken: of a firm on a statement, and on the whole."""
    decide(base, SLUG, [move(one, "accept") for one in (ROPES, CHARTS, TIDES, ENGINES)], DANA)
    agreement = read_agreement(base, SLUG)
    wrong = file("list.csv", b"Skill,Level\nWeld,3\n")
    ((told,),) = [read_stances(wrong, agreement)[1]]
    examples = re.findall("`([^` ]*,[^` ]*)`", told.remedy or "")
    taken = []
    for header, row in zip(examples[::2], examples[1::2], strict=True):
        stances, report = read_stances(file("positions.csv", f"{header}\n{row}\n".encode()), agreement)
        assert len(report) == 0
        taken += stances

    assert [one.position for one in taken] == ["endorse", "ratify"]
    assert len(speak(base, SLUG, taken, DANA).agreement.positions) == 2


def test_positions_are_read_one_a_row(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    text = (
        "address,statement,organization,position,change,reason\n"
        f"{ROPES},Splice rope and wire,tug-co,endorse,,\n"
        f"{ROPES},Splice rope and wire,Ferry Co,dissent,,No ropes here\n"
    )
    stances, report = read_stances(file("positions.csv", text.encode()), read_agreement(base, SLUG))
    spoken = speak(base, SLUG, stances, DANA).agreement

    assert len(report) == 0
    assert {(one.organization, one.taken.word, one.reason) for one in spoken.tallies[ROPES].positions} == {
        (firm("tug-co"), "endorse", None),
        (firm("ferry-co"), "dissent", "No ropes here"),
    }


def test_positions_are_read_one_a_column_and_what_was_said_before_is_not_said_again(
    base: KnowledgeBase, move: Move, say: Say
) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    speak(base, SLUG, [say("tug-co", ROPES, "dissent", reason="Too much")], DANA)
    agreement = read_agreement(base, SLUG)
    text = (
        "address,wording_seen,status,statement,Tug Co,Ferry Co,Seafarers\n"
        f"standard,{agreement.seen[:12]},,The whole,,,ratify\n"
        f"{ROPES},{agreement.statements[ROPES].seen[:12]},accepted,Splice rope and wire,dissent: Too much,"
        "adopt with change: Splice: rope and wire,\n"
    )
    stances, _ = read_stances(file("positions.csv", text.encode()), agreement)

    assert [(one.organization, one.position, one.change) for one in stances] == [
        (firm("seafarers"), "ratify", ""),
        (firm("ferry-co"), "adopt with change", "Splice: rope and wire"),
    ]
    after = speak(base, SLUG, stances, DANA).agreement
    assert len(after.tallies[ROPES].positions) == 2


RATIFIED = "organization,position,by,reason\nseafarers,ratify,Odell  Marsh,Our apprentices can be trained by it\n"


def test_ratifications_are_read_from_a_table_without_statements(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    agreement = read_agreement(base, SLUG)
    for seen in (NOW, agreement.seen[:8]):
        stances, report = read_stances(file("ratifications.csv", RATIFIED.encode()), agreement, seen)
        (said,) = speak(base, SLUG, stances, DANA).agreement.ratifications

        assert len(report) == 0
        assert (said.organization, said.taken.word, said.by) == (firm("seafarers"), "ratify", "Odell Marsh")
        assert said.seen == agreement.seen


def test_nobody_ratifies_unread(base: KnowledgeBase, move: Move, say: Say) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    before = read_agreement(base, SLUG)
    speak(base, SLUG, [say(firm, ROPES, "endorse") for firm in ("tug-co", "ferry-co")], DANA)
    agreement = read_agreement(base, SLUG)
    refusals: list[Finding] = []
    for seen in ("", before.seen[:12]):
        stances, _ = read_stances(file("ratifications.csv", RATIFIED.encode()), agreement, seen)
        with pytest.raises(RefusedError) as refused:
            speak(base, SLUG, stances, DANA)
        refusals += refused.value.report

    assert [one.code for one in refusals] == ["no-wording-seen", "changed-meanwhile"]
    assert "or say it of all such rows with `--seen`" in refusals[0].remedy
    assert read_agreement(base, SLUG).ratifications == ()


def test_what_a_row_says_was_looked_at_stands_before_what_is_said_of_all(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    agreement = read_agreement(base, SLUG)
    text = (
        f"address,wording_seen,organization,position\nstandard,0000000000,seafarers,ratify\n{ROPES},,tug-co,endorse\n"
    )
    stances, _ = read_stances(file("positions.csv", text.encode()), agreement, NOW)

    assert [one.wording_seen for one in stances] == ["0000000000", ""]


def test_a_header_means_the_same_on_every_sheet(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    agreement = read_agreement(base, SLUG)
    book = file("agreement.xlsx", write_book(agreement))
    sheets = [cells_of(book, name, "address") for name in ("Decisions", "Positions")]
    said = [{row["address"]: row for row in rows}[ROPES] for rows in sheets]

    shared = {header for header in said[0].keys() & said[1].keys() if not str(header).isdecimal()}  # those are of rows
    assert shared == {"address", "status", "code_now", "category_now", "statement"}
    assert all(said[0][header] == said[1][header] for header in shared)
    assert said[1]["wording_seen"] == agreement.statements[ROPES].seen[:12]
    assert sheets[1][0]["wording_seen"] == account(agreement).wording_seen[:12]


def test_positions_stand_by_category_and_code_and_are_read_back_by_the_code(base: KnowledgeBase, move: Move) -> None:
    """What was published comes before what has no code yet; a firm's copy may leave the addresses out."""
    codes = {ENGINES: "HT-1A", CHARTS: "HT-30", ROPES: "HT-5"}
    decide(base, SLUG, [move(iri, "accept", code=code) for iri, code in codes.items()], DANA)
    agreement = read_agreement(base, SLUG)
    rows = cells_of(file("agreement.xlsx", write_book(agreement)), "Positions", "address")
    told = [(row["code_now"], row["category_now"], row["statement"]) for row in rows]
    lines = ["code_now,wording_seen,Tug Co", *(f"{row['code_now']},{row['wording_seen']},endorse" for row in rows[1:3])]
    stances, report = read_stances(file("copy.csv", "\n".join(lines).encode()), agreement)

    assert told == [
        ("", "", "The whole standard as it is agreed"),
        ("HT-5", "Deck", "Splice rope and wire"),
        ("HT-30", "Deck", "Read charts"),
        ("", "Deck", "Read tide tables"),
        ("HT-1A", "Engine", "Watch the engine"),
    ]
    assert not report
    assert [one.subject for one in speak(base, SLUG, stances, DANA).endorsements] == [ROPES, CHARTS]


def test_the_wording_that_was_seen_is_read_under_its_former_header(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    agreement = read_agreement(base, SLUG)
    text = f"address,revision,Tug Co\n{ROPES},{agreement.statements[ROPES].seen[:12]},endorse\n"
    stances, _ = read_stances(file("positions.csv", text.encode()), agreement)

    assert len(speak(base, SLUG, stances, DANA).agreement.tallies[ROPES].positions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "address,organization,position\n{code},Tug Co,endorse\n",
        "code,organization,position\n{code},Tug Co,endorse\n",
        "statement,organization,position\n{code},Tug Co,endorse\n",
        "statement,organization,position\n{iri},Tug Co,endorse\n",
        "address,wording_seen,organization,position\n{code},,Tug Co,endorse\n",
        "address,Tug Co\n{code},endorse\n",
    ],
)
def test_a_row_that_names_a_statement_and_no_wording_says_so(base: KnowledgeBase, move: Move, text: str) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    agreement = read_agreement(base, SLUG)
    code = agreement.statements[ROPES].code or ""
    stances, report = read_stances(file("said.csv", text.format(code=code, iri=ROPES).encode()), agreement)
    assert not report.refused
    with pytest.raises(RefusedError) as refused:
        speak(base, SLUG, stances, DANA)

    (found,) = refused.value.report
    assert (found.code, found.file, found.row, found.column) == ("no-wording-seen", "said.csv", 2, "wording_seen")
    assert found.value in (code, ROPES)
    assert found.message.startswith("the row names the statement and not the wording that was read")
    assert "into the column `statement`" in found.remedy


def test_a_code_with_the_wording_beside_it_names_a_statement(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    agreement = read_agreement(base, SLUG)
    one = agreement.statements[ROPES]
    text = f"code,statement,organization,position\n{one.code},{one.wording},Tug Co,endorse\n"
    stances, _ = read_stances(file("said.csv", text.encode()), agreement)

    assert len(speak(base, SLUG, stances, DANA).agreement.tallies[ROPES].positions) == 1


def test_a_wording_that_a_statement_never_had_is_put_down_to_nobody(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    agreement = read_agreement(base, SLUG)
    text = f"address,statement,organization,position\n{ROPES},Splice roops,Tug Co,endorse\n"
    stances, _ = read_stances(file("said.csv", text.encode()), agreement)
    with pytest.raises(ConflictError, match="it does not read so: the proposal was made anew since, or it never did"):
        speak(base, SLUG, stances, DANA)

    decide(base, SLUG, [move(ROPES, "reword", wording="Splice ropes and wire")], DANA)
    with pytest.raises(ConflictError, match="Dana Whitefeather decided “reword”"):
        speak(base, SLUG, stances, DANA)


def test_a_table_without_statements_says_how_one_is_named(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    agreement = read_agreement(base, SLUG)
    stances, _ = read_stances(file("said.csv", b"organization,position\nTug Co,endorse\n"), agreement, "now")
    with pytest.raises(RefusedError) as refused:
        speak(base, SLUG, stances, DANA)
    (found,) = refused.value.report
    assert found.remedy.endswith("to speak of one statement, name it in a column `address` or `statement`")


def test_the_workbook_goes_out_and_comes_back(base: KnowledgeBase, move: Move, say: Say) -> None:
    decide(base, SLUG, [move(ROPES, "accept"), move(ENGINES, "reject", reason="Old")], DANA)
    speak(base, SLUG, [say("tug-co", ROPES, "endorse")], DANA)
    agreement = read_agreement(base, SLUG)
    book = file("agreement.xlsx", write_book(agreement))

    assert sheet_names(book) == ["Decisions", "Positions", "Log"]  # nothing was given of what occupations need
    assert write_book(agreement) == book.read()
    assert read_motions(book)[0] == []
    assert read_stances(book, agreement)[0] == []
    log = [cell for row in read_cells(book, "Log").frame.iter_rows() for cell in row if cell]
    assert {"accept", "reject", "Old", "Dana Whitefeather", "Watch the engine"} <= set(log)


def test_the_log_says_what_went_into_what_and_how_it_is_worded(base: KnowledgeBase, move: Move) -> None:
    motions = [move(TIDES, "merge", into=CHARTS), move(CHARTS, "reword", wording="Read all charts")]
    decide(base, SLUG, motions, DANA)
    reworded, merged = account(read_agreement(base, SLUG)).decisions

    assert (merged.named, merged.into) == ("Read tide tables", "Read charts")
    assert (reworded.named, reworded.into, reworded.wording) == ("Read charts", "", "Read all charts")


def test_the_log_names_statements_as_they_read_when_it_was_decided(base: KnowledgeBase, move: Move) -> None:
    """What is undone later still counted then; what was undone before did not."""
    accepted = decide(base, SLUG, [move(CHARTS, "accept", wording="Read paper charts")], DANA).decisions[0]
    decide(base, SLUG, [move(CHARTS, "level", occupation="53-5011.00", level="3")], DANA)
    decide(base, SLUG, [move(CHARTS, "reword", wording="Read screens")], DANA)
    undo(base, SLUG, accepted.iri, DANA, "Too early")
    decide(base, SLUG, [move(CHARTS, "reword", wording="Read maps")], DANA)
    (word,) = decide(base, SLUG, [move(CHARTS, "split", voices="Dredge Co", wording="Plot a course")], DANA).decisions
    agreement = read_agreement(base, SLUG)
    log = cells_of(file("agreement.xlsx", write_book(agreement)), "Log", "counts no more")

    assert [(row["decision"], row["statement then"]) for row in reversed(log)] == [
        ("accept", "Read charts"),
        ("level", "Read paper charts"),
        ("reword", "Read paper charts"),
        ("undo", "Read screens"),
        ("reword", "Read screens"),
        ("split", "Read maps"),
    ]
    assert (log[0]["into"], log[0]["wording"]) == ("Plot a course", "Plot a course")
    assert word.into in agreement.statements


def test_a_rewording_that_was_undone_is_not_what_a_later_decision_was_about(base: KnowledgeBase, move: Move) -> None:
    reworded = decide(base, SLUG, [move(CHARTS, "reword", wording="Read screens")], DANA).decisions[0]
    undo(base, SLUG, reworded.iri, DANA, "No screens here")
    decide(base, SLUG, [move(CHARTS, "accept", code="HT-7")], DANA)
    told = account(read_agreement(base, SLUG)).decisions

    assert [(one.decision, one.named, one.code) for one in told] == [
        ("accept", "Read charts", "HT-7"),
        ("undo", "Read screens", "HT-7"),
        ("reword", "Read charts", "HT-7"),
    ]


def test_the_account_says_it_all(base: KnowledgeBase, move: Move, say: Say) -> None:
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    speak(base, SLUG, [say("tug-co", ROPES, "endorse")], DANA)
    told = account(read_agreement(base, SLUG))
    (ropes,) = (one for one in told.statements if one.address == ROPES)

    assert told.rule == "adopted by 2 firms with 60% of the employment, and ratified by every union"
    assert (told.can_be_ratified, told.counts[Status.ACCEPTED], told.counts[Status.PROPOSED]) == (False, 1, 3)
    assert (ropes.adopted_by, ropes.share, ropes.code) == (("Tug Co",), 0.6, "HT-1")
    assert ropes.missing == "1 more firm; not spoken: Dredge Co, Ferry Co"
    assert [(one.decision, one.by, one.counts) for one in told.decisions] == [("accept", "Dana Whitefeather", True)]
    assert told.model_validate_json(told.model_dump_json()) == told


def test_a_workbook_of_yesterday_is_refused_where_something_has_changed(base: KnowledgeBase, move: Move) -> None:
    cells = rows(base)
    decide(base, SLUG, [move(CHARTS, "reword", wording="Read screens")], DANA)
    for row in cells:
        row["decision"] = "accept"
    with pytest.raises(RefusedError) as error:
        decide(base, SLUG, read_motions(as_csv(cells))[0], DANA)

    assert [(finding.code, finding.file) for finding in error.value.report] == [("changed-meanwhile", "decisions.csv")]


def cells_of(book: ArchivedFile, sheet: str, heading: str) -> list[dict[str, str]]:
    """Return the rows of a sheet below its headings."""
    lines = [[cell or "" for cell in line] for line in read_cells(book, sheet).frame.iter_rows()]
    place = next(number for number, line in enumerate(lines) if heading in line)
    return [dict(zip(lines[place], line, strict=True)) for line in lines[place + 1 :]]


def test_a_sheet_and_a_table_have_what_occupations_need(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(CHARTS, "level", occupation="53-5011.00", level="3,5", relation="optional")], DANA)
    agreement = read_agreement(base, SLUG)
    told = requirements(base, agreement)
    book = file("agreement.xlsx", write_book(agreement, told))
    (charts,) = (row for row in cells_of(book, "Requirements", "level from") if row["statement"] == "Read charts")
    table = list(csv.DictReader(io.StringIO(write_requirements(told).decode())))

    assert sheet_names(book) == ["Decisions", "Positions", "Requirements", "Log"]
    assert (charts["occupation"], charts["level"], charts["level from"]) == ("Sailors (53-5011.00)", "3.5", "decided")
    assert (charts["relation"], charts["importance"], charts["importance from"]) == ("optional", "", "too few firms: 2")
    assert [*table[0]] == [*NEEDED]
    assert {(row["statement"], row["level"]) for row in table} >= {("Read charts", "3.5"), ("Read tide tables", "")}
    assert (read_motions(book)[0], read_stances(book, agreement)[0]) == ([], [])


def test_the_log_tells_what_was_decided_beside_the_wording(base: KnowledgeBase, move: Move) -> None:
    """Names, voices of a split, what is undone; moves have a test of their own."""
    decide(base, SLUG, [move(ROPES, "reword", wording="Splice lines", label="Lines", category="Ropes")], DANA)
    (first,) = account(read_agreement(base, SLUG)).decisions
    undo(base, SLUG, Iri(first.address), DANA, "Too early")
    told = {one.decision: one.particulars for one in account(read_agreement(base, SLUG)).decisions}

    assert told["reword"] == "name Lines; category Ropes"
    assert told["undo"] == f"takes back reword of {first.at:%Y-%m-%d} ({first.address.rpartition('/')[2][:12]})"


def test_the_log_tells_what_an_occupation_needs(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(CHARTS, "level", occupation="53-5011.00", level="3,5", relation="optional")], DANA)
    agreement = read_agreement(base, SLUG)
    (row,) = cells_of(file("agreement.xlsx", write_book(agreement)), "Log", "counts no more")

    assert (row["occupation"], row["relation"]) == ("Sailors (53-5011.00)", "optional")
    assert (row["importance"], row["level"]) == ("", "3.5")
    (told,) = account(agreement).decisions
    assert (told.occupation, told.level, told.importance) == ("Sailors (53-5011.00)", 3.5, None)
