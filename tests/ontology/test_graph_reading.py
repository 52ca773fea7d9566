"""What other people's graphs may not do: nest without end, speak of statements, or keep the reader busy."""

from __future__ import annotations

import pytest

from ontology.errors import UnreadableError
from ontology.graph_reading import MOST, read_rdf

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML = f'<rdf:RDF xmlns:rdf="{RDF}" xmlns="http://x/">'
MANY = 10_000

DEEP = {
    "elements": ("rdf", f"{XML}\n{'<a>' * MANY}{'</a>' * MANY}</rdf:RDF>", "elements .* line 2"),
    "elements without end": ("rdf", f"{XML}\n{'<a>' * MANY}", "elements .* line 2"),
    "nodes": ("ttl", f"<a:a> <a:p>\n{'[ <a:p> ' * MANY}<a:b>{']' * MANY} .", "brackets .* line 2"),
    "lists": ("ttl", f"<a:a> <a:p> \n{'(' * MANY}{')' * MANY} .", "brackets .* line 2"),
    "lists of graphs": ("trig", f"<a:g> {{ <a:a> <a:p> {'(' * MANY}{')' * MANY} }}", "brackets .* line 1"),
    "graphs in JSON": ("jsonld", '{"@graph":\n' * MANY + "{}" + "}" * MANY, "brackets .* line 501"),
    "lists in JSON": ("json", "[" * MANY + "]" * MANY, "brackets .* line 1"),
    "terms": ("nt", "<a:a> <a:p> " + "<<( <a:a> <a:p> " * MANY + "<a:b>" + " )>>" * MANY + " .", "line 1 .* statement"),
    "lists behind a comment": ("ttl", f"#\r<a:a> <a:p> {'(' * MANY}{')' * MANY} .", "brackets .* line 2"),
    "lists behind a text": ("trig", f"<a:g> {{ <a:a> <a:p> '\r', {'(' * MANY}{')' * MANY} }}", "brackets .* line 2"),
    "terms behind a comment": ("nt", f"#\r<a:a> <a:p> {'<<( <a:a> <a:p> ' * MANY}<a:b> .", "line 2 .* statement"),
    "a statement about one": ("ttl", "<a:a> <a:p> <a:b> .\n<< <a:a> <a:p> <a:b> >> <a:q> 1 .", "line 2 .* statement"),
    "an element about one": (
        "rdf",
        f'{XML}<rdf:Description rdf:about="a:a"><p rdf:parseType="Triple" xmlns:its="x" rdf:version="1.2">'
        '<rdf:Description rdf:about="a:b"><p>c</p></rdf:Description></p></rdf:Description></rdf:RDF>',
        "statement|no RDF/XML",
    ),
}


@pytest.mark.parametrize("kind", DEEP)
def test_what_nests_too_deeply_is_refused_with_its_line(kind: str) -> None:
    syntax, content, said = DEEP[kind]
    with pytest.raises(UnreadableError, match=said):
        read_rdf(content.encode(), syntax)


FLAT = {
    "brackets in texts": ("ttl", f"""<a:a> <a:p> "{"[" * MANY}", '{"{" * MANY}', '''\n{"(" * MANY}''' .""", 3),
    "brackets in comments": ("ttl", f"# {'[' * MANY}\n<a:a> <a:p> <a:b#c> . # {'<<' * MANY}", 1),
    "signs in a text": ("ttl", '<a:a> <a:p> "<< a >>", "a\\"<<" .', 2),
    "many side by side": ("ttl", f"<a:a> <a:p> {', '.join(['[ <a:p> ( 1 ) ]'] * 1_000)} .", 4_000),
    "a long list": ("ttl", f"<a:a> <a:p> ( {'1 ' * 1_000}) .", 2_001),
    "brackets in JSON": ("jsonld", f'{{"@id": "a:a", "a:p": "{"[" * MANY}\\"{"{" * MANY}"}}', 1),
    "elements side by side": ("rdf", f"{XML}{'<a/>' * MANY}</rdf:RDF>", MANY),
}


@pytest.mark.parametrize("kind", FLAT)
def test_what_only_looks_deep_is_read(kind: str) -> None:
    syntax, content, statements = FLAT[kind]
    assert len(read_rdf(content.encode(), syntax).splitlines()) == statements


def test_blank_nodes_that_all_look_alike_are_read_at_once() -> None:
    clique = "".join(f"_:a{i} <a:p> _:a{j} .\n" for i in range(12) for j in range(12) if i != j)
    assert len(read_rdf(clique.encode(), "nt").splitlines()) == 132


LONG = "a" * (MOST + 1)
HUGE = {
    "ttl": f'<a:a> <a:p> "{LONG}" .',
    "nt": f'<a:a> <a:p> "{LONG}" .',
    "trig": f"<a:a> <a:p> <a:{LONG}> .",
}


@pytest.mark.parametrize("syntax", HUGE)
def test_a_text_that_no_parser_holds_is_refused(syntax: str) -> None:
    with pytest.raises(UnreadableError, match="a text or an address of more than 16 MB"):
        read_rdf(HUGE[syntax].encode(), syntax)
