"""Checks annotations against the Web Annotation Data Model: python3 check_annotations.py PAGE [TEXT].

No package carries W3C's context or a schema of the model, so the rules below are written from the recommendation
(Web Annotation Data Model, 2017, sections 3 and 4), and the context from the meanings that its vocabulary gives to the
words used here. Where PyLD is, everything must expand by that context with nothing dropped; where anchorpoint is, its
selectors must find the words in TEXT.
"""
import hashlib
import json
import pathlib
import re
import sys

ANNO = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"
MOTIVATIONS = set(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating"
    " questioning replying tagging".split()
)
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z\Z")

# Which words an object of each type must have, and which it may have; all others must be of a vocabulary of their own.
RULES = {
    "Annotation": ({"id", "type", "target"}, {"body", "motivation", "created", "generator", "@context"}),
    "SpecificResource": ({"source"}, {"id", "type", "selector", "state", "purpose"}),
    "TextQuoteSelector": ({"type", "exact"}, {"prefix", "suffix"}),
    "TextPositionSelector": ({"type", "start", "end"}, set()),
    "TimeState": ({"type", "sourceDate"}, {"cached"}),
    "TextualBody": ({"type", "value"}, {"format", "language", "purpose", "id", "textDirection"}),
    "Software": (set(), {"id", "type", "name", "homepage"}),
}


def rules(node):
    must, may = RULES[node["type"]]
    assert must <= set(node), f"{node['type']} lacks {must - set(node)}"
    extra = {name for name in set(node) - must - may if ":" not in name}
    assert not extra, f"{node['type']} has {extra}"


def listed(value):
    return value if isinstance(value, list) else [value]


def selector(node, text):
    rules(node)
    if node["type"] == "TextQuoteSelector":
        assert all(isinstance(node.get(name, ""), str) for name in ("exact", "prefix", "suffix"))
    else:
        assert type(node["start"]) is int and type(node["end"]) is int and 0 <= node["start"] <= node["end"]
        assert text is None or node["end"] <= len(text)


def target(node, text):
    assert node["type"] == "SpecificResource"
    rules(node)
    assert isinstance(node["source"], str) and IRI.match(node["source"]), node["source"]
    for one in listed(node.get("selector", [])):
        selector(one, text)
    for state in listed(node.get("state", [])):
        rules(state)
        assert TIME.match(state["sourceDate"])
    if text is None or "selector" not in node:
        return
    quote, position = node["selector"]
    start, end = position["start"], position["end"]
    assert text[start:end] == quote["exact"]
    assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
    assert node["hearsay:textDigest"] == "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def annotation(node, text):
    assert node["type"] == "Annotation"
    rules(node)
    assert IRI.match(node["id"]) and listed(node["target"])
    assert set(listed(node.get("motivation", []))) <= MOTIVATIONS
    assert TIME.match(node.get("created", "2000-01-01T00:00:00Z"))
    rules(node["generator"])
    for body in listed(node.get("body", [])):
        if body["type"] in RULES:
            rules(body)
            assert body.get("purpose", "describing") in MOTIVATIONS
        else:
            assert IRI.match(body["id"]) and ":" in body["type"]
    for one in listed(node["target"]):
        target(one, text)


def expand(page):
    """Expands the page by what the words mean, and counts that no field was lost."""
    from pyld import jsonld

    link = {"@type": "@id"}
    context = {
        "id": "@id", "type": "@type", "oa": OA, "as": "http://www.w3.org/ns/activitystreams#",
        "AnnotationPage": "as:OrderedCollectionPage", "Software": "as:Application",
        "items": {"@id": "as:items", "@type": "@id", "@container": "@list"}, "generator": {"@id": "as:generator", **link},
        "body": {"@id": "oa:hasBody", **link}, "target": {"@id": "oa:hasTarget", **link},
        "source": {"@id": "oa:hasSource", **link}, "selector": {"@id": "oa:hasSelector", **link},
        "state": {"@id": "oa:hasState", **link}, "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"}, "describing": "oa:describing",
        "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value", "name": "http://xmlns.com/foaf/0.1/name",
        "label": "http://www.w3.org/2000/01/rdf-schema#label", "format": "http://purl.org/dc/elements/1.1/format",
        "language": "http://purl.org/dc/elements/1.1/language", "created": "http://purl.org/dc/terms/created",
    }
    for name in "Annotation SpecificResource TextualBody TextQuoteSelector TextPositionSelector TimeState".split():
        context[name] = "oa:" + name
    for name in "start end exact prefix suffix sourceDate".split():
        context[name] = "oa:" + name

    def load(url, options=None):
        assert url == ANNO, f"{url} is not to be fetched"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": {"@context": context}}

    def fields(node):
        if isinstance(node, list):
            return sum(map(fields, node))
        if not isinstance(node, dict):
            return 0
        inner = [value for name, value in node.items() if name != "@context"]
        return sum(not name.startswith("@") and name not in ("id", "type") for name in node) + sum(map(fields, inner))

    expanded = jsonld.expand(page, {"documentLoader": load})
    assert fields(expanded) == fields(page), f"{fields(expanded)} of {fields(page)} fields expand"
    first = expanded[0]["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert all(OA + "Annotation" in item["@type"] and OA + "hasTarget" in item for item in first)


def anchor(page, text):
    """Lets the selectors of another implementation find the words."""
    from anchorpoint.textselectors import TextPositionSelector, TextQuoteSelector

    for item in page["items"]:
        for one in listed(item["target"]):
            quote, position = one.get("selector", (None, None))
            if quote is None or not quote["exact"].strip():
                continue
            here = TextPositionSelector(start=position["start"], end=position["end"])
            assert quote["exact"] in here.select_text(text)
            # It looks for the first place, without regard to case, and trims what it finds.
            found = TextQuoteSelector(exact=quote["exact"]).select_text(text)
            assert found is not None and found.casefold() == quote["exact"].strip().casefold(), found


page = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
text = pathlib.Path(sys.argv[2]).read_bytes().decode("utf-8") if len(sys.argv) > 2 else None
assert page["@context"][0] == ANNO and page["type"] == "AnnotationPage" and IRI.match(page["id"])
for item in page["items"]:
    annotation(item, text)
done = ["the model's rules"]
try:
    expand(page)
    done.append("PyLD")
    if text is not None:
        anchor(page, text)
        done.append("anchorpoint")
except ImportError as missing:
    print("without", missing.name)
print("checked by", ", ".join(done) + ":", len(page["items"]), "annotations")
