"""Checks ClaimReview against the vocabulary of schema.org and what Google asks of it: python3 check_reviews.py REVIEWS.

The vocabulary is schema.org's own file, which RO-Crate's library carries. Its context is only on the web; what it does
is said here in one line: every word is schema.org's.
"""
import importlib.util
import json
import pathlib
import sys
from datetime import datetime

SCHEMA = "http://schema.org/"
folder = pathlib.Path(importlib.util.find_spec("rocrate").submodule_search_locations[0])
terms = {}
for term in json.loads((folder / "data" / "schema.jsonld").read_text(encoding="utf-8"))["@graph"]:
    terms[term["@id"].removeprefix("schema:").removeprefix(SCHEMA)] = term


def names(term, field):
    value = terms[term].get(field, [])
    value = value if isinstance(value, list) else [value]
    return {one["@id"].removeprefix("schema:").removeprefix(SCHEMA) for one in value if isinstance(one, dict)}


def above(kind):
    return {kind}.union(*(above(one) for one in names(kind, "rdfs:subClassOf") if one in terms))


def check(node, path):
    kind = node["@type"]
    assert kind in terms and terms[kind]["@type"] == "rdfs:Class", f"{path}: {kind} is no class"
    for name, values in node.items():
        if name.startswith("@"):
            continue
        assert name in terms and terms[name]["@type"] == "rdf:Property", f"{path}: {name} is no property"
        assert above(kind) & names(name, "schema:domainIncludes"), f"{path}: {kind} has no {name}"
        wanted = names(name, "schema:rangeIncludes")
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, dict):
                check(value, f"{path}.{name}")
                assert above(value["@type"]) & wanted, f"{path}.{name}: {value['@type']} is not of {wanted}"
            else:
                assert isinstance(value, str) and value, f"{path}.{name}: {value!r}"
                assert wanted & {"Text", "URL", "Date", "DateTime"}, f"{path}.{name}: no text is wanted"
                if wanted & {"Date", "DateTime"}:
                    datetime.fromisoformat(value)


document = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
assert set(document) == {"@context", "@graph"} and document["@context"] == "https://schema.org"
for number, review in enumerate(document["@graph"]):
    check(review, f"review {number}")
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] and review["url"].startswith(("https://", "http://"))
    assert review["reviewRating"]["alternateName"] and review["author"]["name"].strip()
print("checked by schema.org's vocabulary:", len(document["@graph"]), "reviews")
