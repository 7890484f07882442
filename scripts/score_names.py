#!/usr/bin/env python3
"""Scores `hearsay names --pairs GOLD.csv --format jsonl` on its gold. Standard library only.

  score_names.py PRED.jsonl GOLD.csv [--threshold 0.5] [--json] [--wrong]

GOLD has the columns name1, name2 and same or is_match (true, false). Lines of PRED answer its rows in order.
"alike": a pair is held to be one when its score reaches the threshold; "same": when the verdict is `same`, which is what
a ledger merges by. False merges are pairs of two sources with the verdict `same`.
"""
import argparse
import csv
import json
import sys


def f1(rows, told):
    tp = sum(gold and told(row) for gold, row in rows)
    fp = sum(not gold and told(row) for gold, row in rows)
    fn = sum(gold and not told(row) for gold, row in rows)
    share = lambda n, of: n / of if of else 0.0
    return {"F1": share(2 * tp, 2 * tp + fp + fn), "P": share(tp, tp + fp), "R": share(tp, tp + fn), "pairs": len(rows)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pred")
    parser.add_argument("gold")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    args = parser.parse_args()
    with open(args.gold, encoding="utf8", newline="") as file:
        gold = list(csv.DictReader(file))
    with open(args.pred, encoding="utf8") as file:
        pred = [json.loads(line) for line in file if line.strip()]
    if len(pred) != len(gold):
        sys.exit(f"{args.pred}: {len(pred)} lines for {len(gold)} pairs")
    rows = []
    for answer, pair in zip(pred, gold):
        if (answer["name1"], answer["name2"]) != (pair["name1"], pair["name2"]):
            sys.exit(f"{args.pred}: {answer['name1']!r} stands where {pair['name1']!r} is asked for")
        rows.append(((pair.get("same") or pair.get("is_match")) == "true", answer))
    foreign = [row for row in rows if not (row[1]["name1"] + row[1]["name2"]).isascii()]
    alike, same = (lambda row: row["score"] >= args.threshold), (lambda row: row["verdict"] == "same")
    result = {
        "alike": f1(rows, alike), "alike_non_ascii": f1(foreign, alike), "same": f1(rows, same), "same_non_ascii": f1(foreign, same),
        "false_merges": sum(not gold and same(row) for gold, row in rows),
    }
    if args.wrong:
        for gold, row in rows:
            if gold != alike(row) or gold != same(row):
                print(f"{'one' if gold else 'two'} {row['verdict']:9} {row['score']:.2f} {row['name1']} | {row['name2']}: {row['reason']}")
    if args.json:
        return print(json.dumps(result))
    for name in ("alike", "alike_non_ascii", "same", "same_non_ascii"):
        score = result[name]
        print(f"{name:16} F1 {100 * score['F1']:.1f}  P {100 * score['P']:.1f}  R {100 * score['R']:.1f}  ({score['pairs']} pairs)")
    print(f"false merges     {result['false_merges']}")


if __name__ == "__main__":
    main()
