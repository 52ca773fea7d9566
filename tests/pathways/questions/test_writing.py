"""Answers to questions, written in every form."""

import csv
import io
from dataclasses import replace

from pathways.questions.breaks import breaks
from pathways.questions.doors import doors
from pathways.questions.field import Field
from pathways.questions.leads_to import leads_to
from pathways.questions.pays import pays
from pathways.questions.records import Answer
from pathways.questions.taught import taught_in_one_more
from pathways.questions.writing import table, write_answer, write_csv, write_markdown


def test_every_answer_is_written_in_every_form(power: Field) -> None:
    answers: list[Answer] = [
        leads_to(power, power.snapshot.find("51-8013.00")),
        doors(power),
        breaks(power),
        pays(power, 60_000),
        taught_in_one_more(power, ["PG-ELE-01"]),
    ]

    for answer in answers:
        rows = table(answer)
        assert {len(row) for row in rows} == {len(rows[0])}
        assert type(answer).model_validate_json(write_answer(answer, "json")) == answer
        assert len(list(csv.reader(io.StringIO(write_csv(answer).decode("utf-8-sig"))))) == len(rows)
        assert write_markdown(answer).startswith(f"# {answer.title}\n\n{answer.summary}\n")
        assert "Helpers--" not in write_markdown(answer)
    assert any("Helpers--" in write_csv(answer).decode() for answer in answers)
    assert any("Helpers\u2013" in write_markdown(answer) for answer in answers)


def test_a_csv_of_nothing_holds_the_sentence(unrated: Field) -> None:
    answer = doors(unrated)

    assert list(csv.reader(io.StringIO(write_csv(answer).decode("utf-8-sig")))) == [[answer.summary]]


def test_one_entry_rung_is_called_the_only_one(power: Field) -> None:
    only = replace(power)
    only.__dict__["entries"] = power.entries[:1]
    said = breaks(only).summary
    assert said.startswith(f"The only entry rung of {power.label} meets")
    assert "of the 1 entry" not in said
