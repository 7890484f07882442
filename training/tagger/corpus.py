"""PolNeAR 1.0 (brat stand-off) as texts with flat attributions.

Every attribution has at most one source and one cue span and one to three content spans; roles never overlap, so one
label per word describes a text completely, and two links (content -> cue, cue -> source) give the attributions back.
"""

import glob
import os
import re
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass
class Attribution:
    source: list[Span]
    cue: list[Span]
    content: list[Span]


@dataclass
class Article:
    name: str
    text: str
    versions: list[list[Attribution]]  # one per annotator, the first one first


def read_annotations(path: str) -> list[Attribution]:
    """The attributions of one .ann file; references to spans that the file lacks are skipped."""
    spans: dict[str, list[Span]] = {}
    events: list[str] = []
    for line in open(path, encoding="utf8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) < 2 or not parts[0]:
            continue
        if parts[0][0] == "T":
            spans[parts[0]] = [tuple(map(int, r.split())) for r in parts[1].split(" ", 1)[1].split(";")]
        elif parts[0][0] == "E":
            events.append(parts[1])
    found = []
    for event in events:
        roles: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
        for argument in event.split():
            role, reference = argument.split(":")
            role = re.sub(r"\d+$", "", role).lower()
            if role in roles:
                roles[role] += spans.get(reference, [])
        if roles["content"]:
            found.append(Attribution(**{k: sorted(v) for k, v in roles.items()}))
    return found


def read_corpus(folder: str) -> list[Article]:
    """All articles of `folder` (text/*.txt, attributions/*.ann) that somebody annotated, in name order."""
    articles = []
    for path in sorted(glob.glob(os.path.join(glob.escape(folder), "text", "*.txt"))):
        name = os.path.basename(path)[:-4]
        pattern = os.path.join(folder, "attributions", name)
        annotations = sorted(glob.glob(glob.escape(pattern) + "_????.ann"))
        if annotations:
            text = open(path, encoding="utf8", newline="").read()
            articles.append(Article(name, text, [read_annotations(a) for a in annotations]))
    return articles
