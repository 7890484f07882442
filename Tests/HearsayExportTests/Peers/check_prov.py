"""Checks a graph against the PROV-O ontology: python3 check_prov.py GRAPH.

Two JSON-LD processors (rdflib's and PyLD) must read the same triples. The ontology is W3C's own file, which pyLODE
carries: every word of prov: must be in it, every subject in the domain and every object in the range of its property
as far as the graph tells its type, and nothing may be of two disjoint classes.
"""
import importlib.util
import json
import pathlib
import sys

from pyld import jsonld
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import OWL, PROV, RDF, RDFS, XSD


def refuse(url, options=None):
    raise RuntimeError(f"{url} is not to be fetched")


jsonld.set_document_loader(refuse)
text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
graph = Graph().parse(data=text, format="json-ld")
quads = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"})
assert isomorphic(graph, Graph().parse(data=quads, format="nt")), "two readers read two graphs"

folder = pathlib.Path(importlib.util.find_spec("pylode").submodule_search_locations[0])
ontology = Graph().parse(folder / "rdf" / "prov.ttl", format="turtle")
prefix = str(PROV)


def above(term, relation):
    return set(ontology.transitive_objects(term, relation))


def classes(node):
    found = {one for kind in graph.objects(node, RDF.type) for one in above(kind, RDFS.subClassOf)}
    return {one for one in found if str(one).startswith(prefix)}


def allowed(property, relation):
    """The classes of a domain or a range, a union taken apart."""
    result = set()
    for one in ontology.objects(property, relation):
        union = ontology.value(one, OWL.unionOf)
        result |= set(ontology.items(union)) if union else {one}
    return result


def fits(node, wanted):
    if not wanted or OWL.Thing in wanted:
        return True
    if isinstance(node, Literal):
        return node.datatype in wanted or RDFS.Literal in wanted
    return not classes(node) or bool(classes(node) & wanted)


words = 0
for subject, predicate, object in graph:
    if predicate == RDF.type and str(object).startswith(prefix):
        assert (object, RDF.type, OWL.Class) in ontology, f"{object} is no class"
    if not str(predicate).startswith(prefix):
        continue
    words += 1
    kinds = set(ontology.objects(predicate, RDF.type))
    assert kinds & {OWL.ObjectProperty, OWL.DatatypeProperty}, f"{predicate} is no property"
    assert isinstance(object, Literal) == (OWL.DatatypeProperty in kinds), f"{predicate} {object!r}"
    assert fits(subject, allowed(predicate, RDFS.domain)), f"{subject} is not in the domain of {predicate}"
    assert fits(object, allowed(predicate, RDFS.range)), f"{object!r} is not in the range of {predicate}"
    if isinstance(object, Literal) and object.datatype == XSD.dateTime:
        assert object.value is not None, f"{object} is no time"
for node in set(graph.subjects()):
    assert not isinstance(node, BNode) or (None, None, node) in graph
    for one in classes(node):
        assert not classes(node) & set(ontology.objects(one, OWL.disjointWith)), f"{node} is of disjoint classes"
for needed in sys.argv[2:]:
    assert (None, URIRef(prefix + needed), None) in graph or (None, RDF.type, URIRef(prefix + needed)) in graph, needed
print("checked by rdflib, PyLD and prov.ttl:", words, "of", len(graph), "triples")
