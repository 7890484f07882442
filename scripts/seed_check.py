#!/usr/bin/env python3
"""Compares one reading with its gold: seed_check.py READING.json GOLD.json.

A gold statement is found when a statement of the reading covers the same content to at least a half (overlap by union)
and their cues overlap; one to one. Over the found: voice (name, else role or affiliation, alike) and relay right.
Also: the dates that the gold names, and the reasons for anonymity.
"""
import json
import re
import sys

ARTICLES = re.compile(r"^(the|a|an|one|president|mr|mrs|ms|dr) ")


def chars(spans):
    out = set()
    for span in spans or []:
        start, end = (span["start"], span["end"]) if isinstance(span, dict) else span
        out |= set(range(start, end))
    return out


def gold_spans(value):
    if not value:
        return []
    return [value] if isinstance(value[0], int) else value


def words(text):
    return set(re.sub(r"[^\w ]", "", ARTICLES.sub("", (text or "").lower())).split())


def similar(a, b):
    a, b = words(a), words(b)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= 0.5


def same_voice(gold, got):
    if not got:
        return False
    if gold["kind"] == "unspecified" or got["kind"] == "unspecified":
        return gold["kind"] == got["kind"]
    if gold["name"] or got["name"]:
        return similar(gold["name"], got["name"])
    if gold["anonymous"] != got["anonymous"]:
        return False
    ours, theirs = (got["role"], got["affiliation"]), (gold["role"], gold["affiliation"])
    return any(similar(a, b) for a in theirs for b in ours)


def match(gold, statements):
    """Pairs gold and read statements one to one, best overlap first."""
    pairs = []
    for g, one in enumerate(gold):
        cue, content = chars(gold_spans(one["cue"])), chars(gold_spans(one["content"]))
        for s, other in enumerate(statements):
            got = chars(other["content"])
            union = len(content | got)
            overlap = len(content & got) / union if union else 0
            if overlap >= 0.5 and (not cue or cue & chars(other["cue"])):
                pairs.append((overlap, g, s))
    found = {}
    for _, g, s in sorted(pairs, reverse=True):
        if g not in found and s not in found.values():
            found[g] = s
    return found


def same_way(one, other, gold_voices, voices):
    if len(one["relay"]) != len(other["relay"]):
        return False
    ways = zip(one["relay"], other["relay"])
    return same_voice(gold_voices[one["voice"]], voices.get(other["voice"])) and all(
        same_voice(gold_voices[a], voices.get(b)) for a, b in ways
    )


def days(statements):
    """Every day interval that the reading resolves, as start/end."""
    out = set()
    for one in statements:
        values = [t.get("value") or {} for t in one["times"]] + [one.get("said") or {}]
        values.append((one.get("forecast") or {}).get("due") or {})
        for value in values:
            start, end = value.get("start") or value.get("at"), value.get("end") or value.get("at")
            if start and end:
                out.add((start[:10], end[:10]))
    return out


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        reading = json.loads(file.readline())
    with open(sys.argv[2], encoding="utf8") as file:
        gold = json.load(file)
    voices = {voice["id"]: voice for voice in reading["voices"]}
    gold_voices = {voice["id"]: voice for voice in gold["voices"]}
    attributions, statements = gold["attributions"], reading["statements"]
    found = match(attributions, statements)
    right = {g for g, s in found.items() if same_way(attributions[g], statements[s], gold_voices, voices)}
    print(f"statements found      {len(found)} of {len(attributions)}")
    print(f"voice and relay right {len(right)} of {len(attributions)}")
    resolved = days(statements)
    wanted = [one["said"] for one in attributions if one.get("said")]
    wanted += [time for one in attributions for time in one.get("times", []) if len(time) == 10]
    for day in sorted(set(wanted)):
        print(f"day {day}        {'found' if (day, day) in resolved else 'NOT FOUND'}")
    for reason in filter(None, (voice["reason"] for voice in gold["voices"])):
        got = any(similar(reason, voice["reason"]) for voice in voices.values())
        print(f"reason for anonymity  {'found' if got else 'NOT FOUND'}")
    for g, one in enumerate(attributions):
        if g not in right:
            print(f"  {one['id']}: {'voice or relay differs' if g in found else 'not found'}")


if __name__ == "__main__":
    main()
