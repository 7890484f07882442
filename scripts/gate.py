#!/usr/bin/env python3
"""Holds the built command against the floors: gate.py BINARY [--update [--lower MEASURE]...]. Standard library only.

A measure may not fall below its floor by more than epsilon, and the data must be the pinned one. Beside each score
stands that of a dumb baseline. Data that is absent is skipped, and said so.

  --update            measures, raises the floors to what is measured, pins the data, writes quality/floors.json
  --lower MEASURE     lets --update lower this floor; without it a fall is refused and nothing is written
  --data FOLDER       the data (default: $HEARSAY_DATA, else ../shared/data); the scorers lie beside it in ../score
  --floors FILE       the floors (default: quality/floors.json); our own gold lies beside them

Exit: 0 held, 1 not held or refused, 64 usage.
"""
import argparse
import gzip
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EPSILON = 0.005
# Measures of which less is better: their floor is a ceiling.
LESS = {
    "passages.near_miss_false_per_passage", "trace.origins_error", "trace_own.origins_error", "pages.false_date", "pages.false_author", "pages.false_notes",
    "names.false_merges", "names_dev.false_merges", "edits.serious_as_style", "edits.serious_missed",
}


def run(*command, out=None):
    """Runs a command; its output goes to a file or is returned. Raises with its last line of error."""
    with open(out, "wb") if out else tempfile.TemporaryFile() as file:
        done = subprocess.run([str(c) for c in command], stdout=file, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            lines = done.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
            raise RuntimeError(f"{pathlib.Path(str(command[0])).name} … ended with {done.returncode}: {lines[-1]}")
        if not out:
            file.seek(0)
            return file.read().decode()
    return ""


def scored(*command):
    return json.loads(run(sys.executable, *command, "--json"))


def picked(result, *paths):
    """Values at "a.b" paths; an object stands for its F1."""
    found = {}
    for path in paths:
        value = result
        for key in path.split("."):
            value = (value or {}).get(key)
        value = value.get("F1") if isinstance(value, dict) else value
        if value is not None:
            found[path] = value
    return found


# Each suite: what it reads below the data folder, what it measures with a function from inputs to outputs.


def polnear(data, score, work, reader):
    run(sys.executable, HERE / "polnear_input.py", data / "polnear", "dev", out=work / "in.jsonl")
    reader("read", work / "in.jsonl", work / "out.jsonl")
    result = scored(score / "score_reading.py", work / "out.jsonl", "--polnear", data / "polnear/dev", "--voices", data / "voices/dev")
    roles = [f"{kind}.{role}" for kind in ("token", "fragment") for role in ("source", "cue", "content")]
    return picked(
        result, *roles, "full", *("voices." + name for name in (
            "b_cubed_F1", "name", "kind", "stance", "relay_exact", "relay_link", "anonymous", "forecast", "due_exact")))


def passages(data, score, work, reader):
    gold = data / "passages/dev.json"
    run(sys.executable, score / "score_passages.py", "--prepare", gold, work / "in.jsonl")
    reader("read", work / "in.jsonl", work / "out.jsonl")
    result = scored(score / "score_passages.py", gold, work / "out.jsonl")
    return picked(result, *(name for name in result if name != "passages"))


def times(data, score, work, reader):
    gold = data / "recognizers/dev/DateTimeModel.json"
    run(sys.executable, score / "score_times.py", "--prepare", gold, work / "in.jsonl")
    reader("times", work / "in.jsonl", work / "out.jsonl")
    result = scored(score / "score_times.py", gold, work / "out.jsonl")
    return picked(result, *(f"{kind}.{name}" for kind in ("all", "core") for name in ("exact", "overlap", "value")))


def seed(data, score, work, reader):
    article, gold = data.parent / "seed/article.txt", data.parent / "seed/gold.json"
    (work / "in.jsonl").write_text(json.dumps({"id": "seed", "text": article.read_bytes().decode("utf8")}) + "\n", encoding="utf8")
    reader("read", work / "in.jsonl", work / "out.jsonl")
    text = run(sys.executable, HERE / "seed_check.py", work / "out.jsonl", gold)
    counts = re.findall(r"^(statements found|voice and relay right) +(\d+) of (\d+)", text, re.M)
    return {name.replace(" ", "_"): int(n) / int(of) for name, n, of in counts}


def traced(stories, score, work, reader):
    run(sys.executable, score / "score_trace.py", "--prepare", stories, work / "stories")
    (work / "traces").mkdir()
    for story in sorted((work / "stories").glob("*.jsonl")):
        reader("trace", story, work / "traces" / (story.stem + ".json"))
    result = scored(score / "score_trace.py", stories, work / "traces")
    return picked(result, "edges", "members", "claims_b_cubed_F1", "origins_exact", "origins_error", "contradictions", "forecasts", "due_exact", "outcome_exact")


def trace(data, score, work, reader):
    return traced(data / "stories/dev", score, work, reader)


def trace_own(data, score, work, reader):
    return traced(located("quality/stories", data), score, work, reader)


def pages(data, score, work, reader):
    """Bodies and metadata by the common gold, what stands around them by our own."""
    found = {}
    for name in ("aeb", "metadata"):
        folder = work / name
        folder.mkdir()
        # In the order of the gold, which is how the scorer tells them apart.
        for number, page in enumerate(sorted(json.loads((data / "pages" / name / "gold.json").read_text(encoding="utf8")))):
            packed = data / "pages" / name / "html" / (re.sub(r"\.html(\.gz)?$", "", page) + ".html.gz")
            (folder / f"{number:03}.html").write_bytes(gzip.decompress(packed.read_bytes()))
        reader("capture", folder, work / (name + ".jsonl"))
        result = scored(score / "score_capture.py", work / (name + ".jsonl"), "--pages", data / "pages" / name)
        found.update(picked(result, "body", "title", "author", "date", "pieces_F1"))
        if "body" in result:
            found.update(body_P=result["body"]["P"], body_R=result["body"]["R"], body_exact=result["body"]["exact"])
        for kind in ("date", "author"):
            if "false_" + kind in result:
                found["false_" + kind] = result["false_" + kind][0]
    (work / "all.jsonl").write_bytes((work / "aeb.jsonl").read_bytes() + (work / "metadata.jsonl").read_bytes())
    own = scored(HERE / "score_pages.py", HERE.parent / "quality/pages.json", work / "all.jsonl", "--pages", data / "pages")
    found.update(picked(own, "canonical", "captions", "credits", "related", "links"))
    found["false_notes"] = own["notes"]["false"]
    return found


def pairs_of_names(gold, work, reader):
    reader("names", gold, work / "out.jsonl")
    result = scored(HERE / "score_names.py", work / "out.jsonl", gold)
    found = picked(result, "alike", "alike_non_ascii", "same", "same_non_ascii")
    return {**found, "same_P": result["same"]["P"], "false_merges": result["false_merges"]}


def names(data, score, work, reader):
    return pairs_of_names(located("quality/names.csv", data), work, reader)


def names_dev(data, score, work, reader):
    return pairs_of_names(data / "names/cases-dev.csv", work, reader)


def edits(data, score, work, reader):
    """All parts, and the third, which was written last, alone."""
    gold = located("quality/edits.json", data)
    run(sys.executable, HERE / "score_edits.py", "--prepare", gold, work / "in.jsonl")
    reader("diff", work / "in.jsonl", work / "out.jsonl")
    result = scored(HERE / "score_edits.py", gold, work / "out.jsonl")
    third = scored(HERE / "score_edits.py", gold, work / "out.jsonl", "--part", "c")
    return {
        "right": result["share"] / 100, "right_c": third["share"] / 100, "kinds_exact": result["kinds"] / result["true"],
        "serious_as_style": result["serious_as_style"], "serious_missed": result["serious_missed"]}


SUITES = {
    "pages": (pages, ["data/pages/aeb", "data/pages/metadata", "score/score_capture.py"]),
    "polnear": (polnear, ["data/polnear/dev", "data/polnear/metadata.tsv", "data/voices/dev", "score/score_reading.py"]),
    "passages": (passages, ["data/passages/dev.json", "score/score_passages.py"]),
    "times": (times, ["data/recognizers/dev/DateTimeModel.json", "score/score_times.py"]),
    "seed": (seed, ["seed/article.txt", "seed/gold.json"]),
    "trace": (trace, ["data/stories/dev", "score/score_trace.py"]),
    "trace_own": (trace_own, ["quality/stories", "score/score_trace.py"]),
    "names": (names, ["quality/names.csv", "scripts/score_names.py"]),
    "names_dev": (names_dev, ["data/names/cases-dev.csv", "scripts/score_names.py"]),
    "edits": (edits, ["quality/edits.json", "scripts/score_edits.py"]),
}
# What is our own; the gold lies beside the floors.
OWN = {"quality": HERE.parent / "quality", "scripts": HERE}


def located(name, data):
    """A pinned path: below the data folder, beside it, or our own."""
    first, rest = name.split("/", 1)
    return {"data": data, **OWN}.get(first, data.parent / first) / rest


def digest(path):
    """The SHA-256 of a file, or of the names and digests of all files in a folder."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    total = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        total.update(f"{file.relative_to(path).as_posix()} {digest(file)}\n".encode())
    return total.hexdigest()


def command(binary):
    def reader(mode, source, target):
        form = ["--format", "json" if mode == "trace" else "jsonl"]
        run(binary, mode, *form, *(["--pairs"] if mode in ("names", "diff") else []), source, out=target)
    return reader


def baseline(mode, source, target):
    run(sys.executable, HERE / "baseline.py", mode, source, out=target)


def measured(suite, data, reader):
    with tempfile.TemporaryDirectory() as folder:
        values = SUITES[suite][0](data, data.parent / "score", pathlib.Path(folder), reader)
    return {f"{suite}.{name}": round(value, 4) for name, value in values.items()}


def holds(name, value, floor, epsilon):
    return value <= floor + epsilon if name in LESS else value >= floor - epsilon


def better(name, a, b):
    return min(a, b) if name in LESS else max(a, b)


class Gate:
    """One run: collects the rows of the table and what is wrong."""

    def __init__(self, data, pinned):
        self.data, self.pinned = data, pinned
        self.epsilon = pinned.get("epsilon", EPSILON)
        self.rows, self.problems, self.suites = [], [], {}

    def absent(self, suite, binary):
        for name in SUITES[suite][1]:
            if not located(name, self.data).exists():
                return f"no {located(name, self.data)}"
        if suite == "times" and b"USAGE: hearsay times" not in subprocess.run([binary, "times", "--help"], capture_output=True, check=False).stdout:
            return "this build has no command `times`"
        return None

    def check(self, suite, binary, update):
        old = self.pinned.get("suites", {}).get(suite, {"data": {}, "floors": {}})
        hashes = {name: digest(located(name, self.data)) for name in SUITES[suite][1]}
        for name, value in hashes.items():
            if not update and old["data"].get(name) not in (None, value):
                self.problems.append(f"{name} is not the pinned data (run with --update to pin it)")
        ours, dumb = measured(suite, self.data, command(binary)), measured(suite, self.data, baseline)
        for name, floor in old["floors"].items():
            if name not in ours:
                self.problems.append(f"{name} was not measured")
            elif not holds(name, ours[name], floor, self.epsilon):
                self.problems.append(f"{name} is {ours[name]:.4f}, its floor {floor:.4f}")
        for name, value in ours.items():
            self.rows.append((name, old["floors"].get(name), value, dumb.get(name)))
        self.suites[suite] = {"data": hashes, "ours": ours, "floors": old["floors"]}

    def updated(self, lowered):
        """The floors with what is better taken in; raises when one would fall that may not."""
        suites = dict(self.pinned.get("suites", {}))
        falls = []
        for suite, found in self.suites.items():
            floors = {}
            for name in sorted({**found["floors"], **found["ours"]}):
                floor, value = found["floors"].get(name), found["ours"].get(name)
                if name in lowered:
                    floors.update({name: value} if value is not None else {})
                elif value is None or floor is not None and not holds(name, value, floor, self.epsilon):
                    falls.append(f"{name} would fall from {floor:.4f} to {'nothing' if value is None else f'{value:.4f}'}: say --lower {name}")
                else:
                    floors[name] = value if floor is None else better(name, value, floor)
            suites[suite] = {"data": found["data"], "floors": floors}
        if falls:
            raise ValueError("\n".join(falls))
        return {"epsilon": self.epsilon, "suites": suites}

    def table(self):
        print(f"{'measure':44}{'floor':>9}{'measured':>10}{'baseline':>10}")
        for name, floor, value, dumb in self.rows:
            shown = [f"{x:.3f}" if x is not None else "-" for x in (floor, value, dumb)]
            mark = "" if floor is None or holds(name, value, floor, self.epsilon) else "  BELOW" if name not in LESS else "  ABOVE"
            print(f"{name:44}{shown[0]:>9}{shown[1]:>10}{shown[2]:>10}{mark}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.error = lambda message: (parser.print_usage(sys.stderr), print(f"gate: {message}", file=sys.stderr), sys.exit(64))
    parser.add_argument("binary")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--lower", action="append", default=[], metavar="MEASURE")
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path(os.environ.get("HEARSAY_DATA") or HERE.parent / "../shared/data"))
    parser.add_argument("--floors", type=pathlib.Path, default=HERE.parent / "quality/floors.json")
    given = parser.parse_args()
    if given.lower and not given.update:
        parser.error("--lower goes with --update")
    return given


def main():
    given = arguments()
    binary, data = os.path.abspath(given.binary), given.data.resolve()
    OWN["quality"] = given.floors.resolve().parent
    pinned = json.loads(given.floors.read_text(encoding="utf8")) if given.floors.exists() else {}
    has_data = data.is_dir()
    if not has_data:
        print(f"gate: skipped all but our own gold: no data at {data} (set HEARSAY_DATA)")
    gate = Gate(data, pinned)
    for suite in SUITES:
        reason = gate.absent(suite, binary)
        if reason:
            if has_data:
                print(f"gate: skipped {suite}: {reason}")
            continue
        try:
            gate.check(suite, binary, given.update)
        except RuntimeError as error:
            gate.problems.append(f"{suite}: {error}")
    if gate.rows:
        gate.table()
    if given.update:
        failed = [p for p in gate.problems if p.split(":")[0] in SUITES]
        try:
            floors = gate.updated(set(given.lower))
        except ValueError as error:
            failed += str(error).splitlines()
        if not failed:
            given.floors.parent.mkdir(exist_ok=True)
            given.floors.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf8")
            print(f"gate: wrote {given.floors}")
        gate.problems = failed
    for problem in gate.problems:
        print(f"gate: {problem}", file=sys.stderr)
    print("gate: not held" if gate.problems else "gate: held")
    return 1 if gate.problems else 0


if __name__ == "__main__":
    sys.exit(main())
