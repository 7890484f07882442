#!/usr/bin/env python3
"""Tests gate.py with a command and a scorer made of a few lines each. Standard library only."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SCORER = """import json, pathlib, sys
root = pathlib.Path(__file__).resolve().parent.parent
if "--prepare" in sys.argv: pathlib.Path(sys.argv[-1]).write_text("")
else:
    isOurs = pathlib.Path(sys.argv[2]).read_text().strip() == "ours"
    chain = float((root / "chain").read_text()) if isOurs else 0.1
    print(json.dumps({"passages": 3, "statements": {"F1": 0.7, "P": 0.7, "R": 0.7}, "chain": chain,
                      "near_miss_false_per_passage": float((root / "near").read_text()), "deep": None}))
"""


class GateTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        (self.root / "data/passages").mkdir(parents=True)
        (self.root / "score").mkdir()
        (self.root / "data/passages/dev.json").write_text("[]")
        (self.root / "score/score_passages.py").write_text(SCORER)
        self.binary = self.root / "hearsay"
        self.binary.write_text("#!/bin/sh\necho ours\n")
        self.binary.chmod(0o755)
        self.floors = self.root / "floors.json"
        self.measure(0.5, 0.8)

    def measure(self, chain, near=0.8):
        (self.root / "chain").write_text(str(chain))
        (self.root / "near").write_text(str(near))

    def gate(self, *flags, data="data"):
        return subprocess.run(
            [sys.executable, HERE / "gate.py", self.binary, "--data", self.root / data, "--floors", self.floors, *flags],
            capture_output=True, text=True, check=False)

    def floor(self, name):
        return json.loads(self.floors.read_text())["suites"]["passages"]["floors"][name]

    def test_an_update_pins_and_the_gate_holds(self):
        self.assertEqual(self.gate("--update").returncode, 0)
        self.assertEqual(self.floor("passages.chain"), 0.5)
        done = self.gate()
        self.assertEqual(done.returncode, 0, done.stderr)
        row = next(line for line in done.stdout.splitlines() if line.startswith("passages.chain"))
        self.assertEqual(row.split()[1:], ["0.500", "0.500", "0.100"])
        self.assertIn("gate: skipped trace: no ", done.stdout)

    def test_below_the_floor_fails_but_not_within_epsilon(self):
        self.gate("--update")
        self.measure(0.496)
        self.assertEqual(self.gate().returncode, 0)
        self.measure(0.49)
        done = self.gate()
        self.assertEqual(done.returncode, 1)
        self.assertIn("passages.chain is 0.4900, its floor 0.5000", done.stderr)

    def test_what_should_be_small_has_a_ceiling(self):
        self.gate("--update")
        self.measure(0.5, 0.7)
        self.assertEqual(self.gate("--update").returncode, 0)
        self.assertEqual(self.floor("passages.near_miss_false_per_passage"), 0.7)
        self.measure(0.5, 0.8)
        self.assertEqual(self.gate().returncode, 1)

    def test_other_data_fails(self):
        self.gate("--update")
        (self.root / "data/passages/dev.json").write_text("[ ]")
        done = self.gate()
        self.assertEqual(done.returncode, 1)
        self.assertIn("data/passages/dev.json is not the pinned data", done.stderr)
        self.assertEqual(self.gate("--update").returncode, 0)
        self.assertEqual(self.gate().returncode, 0)

    def test_a_floor_falls_only_when_named(self):
        self.gate("--update")
        self.measure(0.4)
        done = self.gate("--update")
        self.assertEqual(done.returncode, 1)
        self.assertIn("--lower passages.chain", done.stderr)
        self.assertEqual(self.floor("passages.chain"), 0.5)
        self.assertEqual(self.gate("--update", "--lower", "passages.chain").returncode, 0)
        self.assertEqual(self.floor("passages.chain"), 0.4)

    def test_floors_rise_by_themselves_on_update(self):
        self.gate("--update")
        self.measure(0.6)
        self.gate("--update")
        self.assertEqual(self.floor("passages.chain"), 0.6)

    def test_a_command_that_fails_fails_the_gate(self):
        self.gate("--update")
        self.binary.write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
        for flags in [(), ("--update",)]:
            done = self.gate(*flags)
            self.assertEqual(done.returncode, 1)
            self.assertIn("passages: hearsay … ended with 1: broken", done.stderr)

    def test_without_data_it_is_skipped_and_says_so(self):
        done = self.gate(data="none")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(len(done.stdout.splitlines()), 2)
        self.assertIn("gate: skipped all but our own gold: no data at ", done.stdout)

    def test_our_own_gold_is_measured_without_data(self):
        (self.root / "names.csv").write_text("name1,name2,same\nNoor Abara,Noor Abara,true\nNoor Abara,Tom Reed,false\n")
        answers = [{"name1": "Noor Abara", "name2": name, "verdict": verdict, "score": score}
                   for name, verdict, score in (("Noor Abara", "same", 1), ("Tom Reed", "different", 0))]
        (self.root / "answers").write_text("\n".join(map(json.dumps, answers)))
        self.binary.write_text(f"#!/bin/sh\ncat {self.root}/answers\n")
        self.assertEqual(self.gate("--update", data="none").returncode, 0)
        floors = json.loads(self.floors.read_text())["suites"]["names"]["floors"]
        self.assertEqual((floors["names.same"], floors["names.false_merges"]), (1, 0))
        answers[1].update(verdict="same", score=1)
        (self.root / "answers").write_text("\n".join(map(json.dumps, answers)))
        done = self.gate(data="none")
        self.assertEqual(done.returncode, 1)
        self.assertIn("names.false_merges is 1.0000, its floor 0.0000", done.stderr)

    def test_lower_without_update_is_usage(self):
        self.assertEqual(self.gate("--lower", "passages.chain").returncode, 64)


if __name__ == "__main__":
    unittest.main()
