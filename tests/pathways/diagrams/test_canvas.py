"""The pieces that all pictures are made of."""

from xml.etree import ElementTree as ET

from pathways.diagrams import canvas
from pathways.diagrams.metrics import Style, width
from pathways.diagrams.palette import DARK, LIGHT

PLAIN = Style("plain", 13.5, 17)
SVG = "{http://www.w3.org/2000/svg}"


def blank() -> ET.Element:
    return canvas.blank("trial", (100, 50.25), "A trial", "What is seen", ".trial .plain{}")


def test_a_picture_can_be_heard_and_knows_its_size() -> None:
    root = ET.fromstring(canvas.written(blank()))
    named = {one.get("id"): one.text for one in root.iter() if one.get("id")}

    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("100", "50.2", "0 0 100 50.2")
    assert named[root.get("aria-labelledby")] == "A trial"
    assert named[root.get("aria-describedby")] == "What is seen"


def test_what_xml_cannot_hold_is_replaced() -> None:
    root = blank()
    canvas.text(root, "a\x00b", PLAIN, 1, 2)

    assert [text.text for text in ET.fromstring(canvas.written(root)).iter(f"{SVG}text")] == [
        "a\N{REPLACEMENT CHARACTER}b"
    ]


def test_words_keep_the_length_of_our_typeface_unless_it_lacks_them() -> None:
    root = blank()
    for words in ("Splice rope", "", "نجار"):
        canvas.text(root, words, PLAIN, 1, 2, "end")
    written, foreign = root.findall("text")

    assert written.get("textLength") == canvas.number(width("Splice rope", PLAIN))
    assert (written.get("text-anchor"), foreign.get("textLength")) == ("end", None)


def test_lines_stand_below_each_other() -> None:
    root = blank()
    canvas.stacked(root, [("one", PLAIN), ("two", PLAIN)], 10, 100)

    # the middle of each line, and 0.36 of the size below it: 100 + 8.5 + 4.86, then 17 further down
    assert [(text.get("x"), text.get("y")) for text in root.findall("text")] == [("10", "113.4"), ("10", "130.4")]


def test_rules_are_light_then_dark_and_begin_with_the_class() -> None:
    style = canvas.rules("trial", [PLAIN], [".line{stroke-width:1}"], lambda colors: [f".page{{fill:{colors.page}}}"])
    light, _, dark = style.partition("@media screen and (prefers-color-scheme:dark)")

    assert f".trial .page{{fill:{LIGHT.page}}}" in light
    assert f".trial .page{{fill:{DARK.page}}}" in dark
    assert all(rule.startswith(".trial") for rule in light.split("\n") if rule)


def test_a_corner_is_round_only_where_that_is_asked() -> None:
    root = blank()
    canvas.rectangle(root, "a", 0, 0, 10, 10)
    canvas.rectangle(root, "b", 0, 0, 10, 10, 0)

    assert [one.get("rx") for one in root.findall("rect")] == [None, "0"]
