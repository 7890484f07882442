#!/usr/bin/env python3
"""The dumb yardstick: baseline.py read|times|diff INPUT.jsonl, trace STORY.jsonl, capture FOLDER or names PAIRS.csv.
Standard library only.

A handful of regular expressions, in the output's form. What the real reader is worth is its distance to this.
"""
import csv
import difflib
import hashlib
import html
import json
import os
import re
import sys

VERBS = r"(?:said|says|told|wrote|added|claimed|announced|warned|argued|denied|confirmed|insisted|acknowledged|tweeted)"
NAME = r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
SOURCE = rf"(?:{NAME}|[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Aa]n?|[Tt]wo) (?:\w+ ){{0,3}}(?:officials?|sources?|spokes\w+|aides?))"
PATTERNS = [
    # "…," X said.   "…," said X.
    re.compile(rf"(?P<content>[\"“][^\"”“]{{8,600}}[\"”]),? (?P<source>{SOURCE}) (?P<cue>{VERBS})"),
    re.compile(rf"(?P<content>[\"“][^\"”“]{{8,600}}[\"”]),? (?P<cue>{VERBS}) (?P<source>{SOURCE})"),
    # X said that …
    re.compile(rf"(?P<source>{SOURCE}) (?P<cue>{VERBS}) (?P<content>[^.?!\n]{{12,400}}[.?!])"),
    # …, X said.   according to X
    re.compile(rf"(?P<content>[A-Z][^.?!\n\"“”]{{12,400}}), (?P<source>{SOURCE}) (?P<cue>{VERBS})\."),
    re.compile(rf"(?P<content>[A-Z][^.?!\n\"“”]{{12,400}}), (?P<cue>according to) (?P<source>{SOURCE})"),
]
MONTHS = "January February March April May June July August September October November December".split()
DATE = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b")
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def spans(match, role):
    return [{"start": match.start(role), "end": match.end(role)}]


def voice(name, number):
    low = name.lower()
    named = name[0].isupper() and low not in ("he", "she", "they") and not low.startswith(("the ", "a ", "two "))
    hidden = bool(re.search(r"official|source|aide", low)) and not named
    kind = "people" if low == "they" or re.match(r"two |.*s$", low) and hidden else "person"
    return {"id": f"v{number}", "name": name if named else None, "kind": kind, "anonymous": hidden, "affiliation": None,
            "role": None if named else name, "reason": None, "people": None, "mentions": []}


def read(article):
    text, taken, voices, statements = article["text"], set(), {}, []
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            if match.start("cue") in taken:
                continue
            taken.add(match.start("cue"))
            name = match["source"]
            if name not in voices:
                voices[name] = voice(name, len(voices) + 1)
            content = match["content"]
            forecast = {"due": None, "certainty": "certain"} if re.search(r"\bwill\b", content) else None
            statements.append({
                "id": f"s{len(statements) + 1}", **{r: spans(match, r) for r in ("source", "cue", "content")},
                "quotation": "direct" if content[0] in "\"“" else "indirect", "voice": voices[name]["id"], "relay": [],
                "stance": "denies" if match["cue"] == "denied" else "asserts", "forecast": forecast, "said": None,
                "times": [], "quantities": [], "places": [], "confidence": 0.5})
    return {"hearsay": 1, "id": article.get("id"), "document": {"text": text}, "voices": list(voices.values()), "statements": statements}


def times(article):
    found = []
    for match in DATE.finditer(article["text"]):
        day = f"{match['year']}-{MONTHS.index(match['month']) + 1:02}-{int(match['day']):02}"
        found.append((match.span(), {"start": day, "end": day}))
    for match in YEAR.finditer(article["text"]):
        if not any(a <= match.start() < b for (a, b), _ in found):
            found.append((match.span(), {"start": match[0] + "-01-01", "end": match[0] + "-12-31"}))
    return {"id": article.get("id"), "times": [
        {"start": a, "end": b, "kind": "interval", "value": value, "modality": "exact"} for (a, b), value in found]}


def trace(articles):
    """Sentences that share half their longer words are one claim; who names another outlet took from its first article."""
    claims, edges = [], []
    for number, article in enumerate(articles):
        for match in re.finditer(r"[^.?!\n]{20,}[.?!]", article["text"]):
            words = {w.lower() for w in re.findall(r"[\w']{5,}", match[0])}
            same = next((c for c in claims if 2 * len(words & c["words"]) > len(words | c["words"])), None)
            if not same:
                same = {"id": f"c{len(claims) + 1}", "words": words, "members": [], "contradicts": [], "forecast": None}
                claims.append(same)
            same["members"].append({"article": article["id"], "start": match.start(), "end": match.end()})
        for other in articles[:number]:
            if other["outlet"] != article["outlet"] and other["outlet"] in article["text"]:
                edges.append({"from": other["id"], "to": article["id"], "kind": "citation"})
                break
    for claim in claims:
        del claim["words"]
        claim["origins"] = {"least": 1, "likely": 1, "most": 1}
    return {"hearsay": 1, "articles": [], "edges": edges, "claims": claims}


def capture(path):
    """All words between tags are the body, the title is the headline, and og:image the only picture."""
    raw = open(path, "rb").read()
    page = raw.decode("utf8", errors="replace")
    title = re.search(r"(?is)<title[^>]*>(.*?)</title>", page)
    canonical = re.search(r"""(?i)<link[^>]*rel=["']?canonical[^>]*href=["']?([^"'> ]+)""", page)
    shown = re.sub(r"(?is)<(script|style|head)\b.*?</\1>|<!--.*?-->", " ", page)
    text = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", shown)).split())
    return {"hearsay": 1, "document": {
        "id": "sha256:" + hashlib.sha256(raw).hexdigest(), "canonicalURL": canonical and canonical[1],
        "headline": title and html.unescape(title[1]).strip(), "authors": [], "published": None, "text": text,
        "body": {"start": 0, "end": len(text)}, "updates": [], "images": [], "related": [], "links": []}}


def names(pair):
    """The same letters are the same name; half of the words in common are alike."""
    words = [set(re.findall(r"\w+", pair[name].casefold())) for name in ("name1", "name2")]
    share = len(words[0] & words[1]) / max(1, len(words[0] | words[1]))
    verdict = "same" if share == 1 else "possible" if share >= 0.5 else "different"
    return {"name1": pair["name1"], "name2": pair["name2"], "verdict": verdict, "score": share, "reason": "words in common"}


def diff(pair):
    """Sentences that went, with those in whose place they stood; other digits are another fact, all else is style."""
    edits = []
    if pair["old"].get("headline") != pair["new"].get("headline"):
        edits.append({"kind": "style", "kinds": ["style"], "place": "headline", "old": {}, "new": {}, "reason": "other letters"})
    old, new = ([m for m in re.finditer(r"[^.?!\n]+[.?!]?", pair[side]["text"]) if m[0].strip()] for side in ("old", "new"))
    matcher = difflib.SequenceMatcher(None, [m[0].strip() for m in old], [m[0].strip() for m in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        for i in range(0 if tag == "equal" else max(b - a, d - c)):
            sides = [part[first + i] if first + i < last else None for part, first, last in ((old, a, b), (new, c, d))]
            digits = [re.findall(r"\d+", side[0]) if side else None for side in sides]
            kind = "style" if digits[0] == digits[1] else "fact"
            edits.append({"kind": kind, "kinds": [kind], "place": "body", "reason": "other letters", **{
                name: side and {"start": side.start(), "end": side.end()} for name, side in zip(("old", "new"), sides)}})
    return {"hearsay": 1, "id": pair["id"], "edits": edits}


def main():
    mode, path = sys.argv[1:3]
    if mode == "capture":
        for name in sorted(os.listdir(path)):
            print(json.dumps(capture(os.path.join(path, name)), ensure_ascii=False))
        return
    if mode == "names":
        with open(path, encoding="utf8", newline="") as file:
            for pair in csv.DictReader(file):
                print(json.dumps(names(pair), ensure_ascii=False))
        return
    with open(path, encoding="utf8") as file:
        articles = [json.loads(line) for line in file if line.strip()]
    if mode == "trace":
        print(json.dumps(trace(articles)))
        return
    for article in articles:
        print(json.dumps({"read": read, "times": times, "diff": diff}[mode](article), ensure_ascii=False))


if __name__ == "__main__":
    main()
