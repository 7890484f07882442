#!/usr/bin/env python3
"""Scores the quantities of `hearsay times --format jsonl` on Recognizers-Text number cases. Standard library only.

  score_numbers.py --prepare CASES.json OUT.jsonl      the input: id and text
  score_numbers.py CASES.json PRED.jsonl [--json]

Value F1 = 2 correct / (gold + predicted). Correct = overlaps, one to one, and the value is equal: for numbers the value
itself, for percentages (PercentModel, where only the unit % counts) the value, for ranges both ends, or the one end that is given (which side is open
is not told by a quantity). A percentage without a number ("the % of") has no value and is left out of both.
"""
import argparse
import json
import re


def bounds(text, percent):
    """The ends that a gold resolution names, in order."""
    if text is None or text == "null":
        return None
    if re.match(r"[\[(]", text):
        return sorted(float(x) for x in re.split(",", text.strip("[]()")) if x.strip())
    return [float(text.rstrip("%"))]


def same(gold, quantity, percent):
    told = [quantity["value"]] + ([quantity["upper"]] if quantity.get("upper") is not None else [])
    gold = gold[:1] if len(gold) == 2 and gold[0] == gold[1] else gold
    if percent and quantity.get("unit") != "%":
        return False
    return len(told) == len(gold) and all(abs(a - b) <= 1e-9 + 1e-6 * abs(b) for a, b in zip(sorted(told), gold))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prepare", action="store_true")
    parser.add_argument("gold")
    parser.add_argument("pred")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    args = parser.parse_args()
    cases = json.load(open(args.gold, encoding="utf-8-sig"))
    if args.prepare:
        with open(args.pred, "w", encoding="utf8") as out:
            for i, case in enumerate(cases):
                out.write(json.dumps({"id": str(i), "text": case["Input"]}, ensure_ascii=False) + "\n")
        return
    pred = {}
    for line in open(args.pred, encoding="utf8"):
        if line.strip():
            reading = json.loads(line)
            pred[str(reading["id"])] = reading["quantities"]
    correct = golds = told = 0
    for i, case in enumerate(cases):
        gold = []
        for result in case.get("Results") or []:
            percent = result["TypeName"] == "percentage"
            ends = bounds((result.get("Resolution") or {}).get("value"), percent)
            if ends is not None:
                gold.append((result["Start"], result["End"] + 1, ends, percent))
        free = list(pred.get(str(i), []))
        if "PercentModel" in args.gold:  # other numbers are no percentages, right or wrong
            free = [q for q in free if q.get("unit") == "%"]
        golds, told = golds + len(gold), told + len(free)
        missed = []
        for start, end, ends, percent in gold:
            hits = [q for q in free if q["start"] < end and q["end"] > start]
            hits.sort(key=lambda q: abs(q["start"] - start) + abs(q["end"] - end))
            if hits and same(ends, hits[0], percent):
                correct += 1
            else:
                missed.append((case["Input"][start:end], ends, [(q["value"], q["upper"]) for q in hits[:1]]))
            if hits:
                free.remove(hits[0])
        if args.wrong and (missed or free):
            print(f"{i} {case['Input'][:120]!r} missed {missed} extra {[(q['value'], q['upper']) for q in free]}")
    score = {"value": 2 * correct / (golds + told) if golds + told else 0.0, "gold": golds, "told": told}
    print(json.dumps(score) if args.json else f"value F1 {100 * score['value']:.1f} (gold {golds}, told {told})")


if __name__ == "__main__":
    main()
