#!/usr/bin/env python3
"""Scores `hearsay diff --pairs` on the gold of edits (docs/edits-gold.md). Standard library only.

  score_edits.py --prepare quality/edits.json PAIRS.jsonl     the input: id, old, new
  score_edits.py quality/edits.json EDITS.jsonl [--part a|b|c] [--wrong] [--json]

A found edit and a true one belong together when they are in the same place and overlap on every side that both have; it
is right when its kind is the same. The share is right / (true + found ones that belong to none).
"""
import argparse
import json
from collections import Counter

SERIOUS = ("attribution", "fact")


def gold_spans(pair):
    """The true edits with the offsets of the words by which they are found; None for a side that has nothing."""
    edits = []
    for edit in pair["edits"]:
        spans = {}
        for side in ("old", "new"):
            words = edit[side]
            if words is None:
                spans[side] = None
                continue
            text = pair[side].get("headline") if edit["place"] == "headline" else pair[side]["text"]
            start = text.index(words)
            spans[side] = (start, start + len(words))
        edits.append((edit, spans))
    return edits


def overlap(gold, found, place):
    """Shared code points; a headline is one sentence, so any two agree. None where only one of them has the side."""
    if gold is None or found is None:
        return None
    if place == "headline" or found.get("start") is None:
        return 1
    return max(0, min(gold[1], found["end"]) - max(gold[0], found["start"]))


def likeness(spans, edit, place):
    """How well a found edit fits a true one; 0 when they do not belong together."""
    shared = [overlap(spans[side], edit.get(side), place) for side in ("old", "new")]
    told = [n for n in shared if n is not None]
    if not told or min(told) == 0:
        return 0
    # A side that only one of them has makes the fit worse, not impossible: the words may stand in either.
    return sum(told) - 0.5 * sum(n is None and (spans[side] is None) != (edit.get(side) is None)
                                 for side, n in zip(("old", "new"), shared))


def match(golds, found):
    """Pairs of indices, best fit first, each at most once."""
    fits = []
    for i, (gold, spans) in enumerate(golds):
        for j, edit in enumerate(found):
            if edit["place"] == gold["place"]:
                fit = likeness(spans, edit, gold["place"])
                if fit > 0:
                    fits.append((-fit, i, j))
    pairs, taken, used = [], set(), set()
    for _, i, j in sorted(fits):
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            pairs.append((i, j))
    return pairs


def score(pairs, told, wrong=False):
    total = Counter()
    confusion = Counter()
    for pair in pairs:
        golds, found = gold_spans(pair), told.get(pair["id"], {"edits": []})["edits"]
        matched = match(golds, found)
        total["true"] += len(golds)
        total["extra"] += len(found) - len(matched)
        notes = []
        for i, j in matched:
            gold, edit = golds[i][0], found[j]
            confusion[gold["kind"], edit["kind"]] += 1
            total["right"] += gold["kind"] == edit["kind"]
            total["kinds"] += gold["kinds"] == edit["kinds"]
            total["serious_as_style"] += gold["kind"] in SERIOUS and edit["kind"] == "style"
            if gold["kind"] != edit["kind"]:
                notes.append(f"  {gold['kind']} called {'+'.join(edit['kinds'])}: {edit['reason']}")
        for i, (gold, _) in enumerate(golds):
            if i not in {i for i, _ in matched}:
                confusion[gold["kind"], "-"] += 1
                total["serious_missed"] += gold["kind"] in SERIOUS
                notes.append(f"  {gold['kind']} not found: {gold['old']!r} -> {gold['new']!r}")
        for j, edit in enumerate(found):
            if j not in {j for _, j in matched}:
                confusion["-", edit["kind"]] += 1
                notes.append(f"  {'+'.join(edit['kinds'])} ({edit['place']}) is no edit: {edit['reason']}")
        if wrong and notes:
            print(pair["id"], *notes, sep="\n")
            print("  -", json.dumps(pair["old"], ensure_ascii=False))
            print("  +", json.dumps(pair["new"], ensure_ascii=False))
    share = total["right"] / max(1, total["true"] + total["extra"])
    return {"share": round(100 * share, 1), **{k: total[k] for k in
            ("true", "right", "extra", "kinds", "serious_as_style", "serious_missed")},
            "confusion": {f"{a} as {b}": n for (a, b), n in sorted(confusion.items())}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepare", action="store_true")
    parser.add_argument("gold")
    parser.add_argument("pred")
    parser.add_argument("--part", choices=["a", "b", "c"])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    args = parser.parse_args()
    pairs = [p for p in json.load(open(args.gold, encoding="utf8")) if args.part in (None, p["part"])]
    if args.prepare:
        with open(args.pred, "w", encoding="utf8") as out:
            for pair in pairs:
                line = {key: pair[key] for key in ("id", "old", "new")}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        return
    told = {}
    for line in open(args.pred, encoding="utf8"):
        if line.strip():
            result = json.loads(line)
            told[result["id"]] = result
    result = score(pairs, told, args.wrong)
    if args.json:
        print(json.dumps(result))
        return
    print(f"edits right {result['share']} % ({result['right']} of {result['true']} true + {result['extra']} others), "
          f"kinds exact {result['kinds']}, attribution or fact called style {result['serious_as_style']}, "
          f"not found {result['serious_missed']}")
    for name, count in result["confusion"].items():
        print(f"  {name:26} {count}")


if __name__ == "__main__":
    main()
