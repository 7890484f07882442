#!/usr/bin/env bash
# Throughput of the built command: bench.sh BINARY [ARTICLES.jsonl]. One thread, so that CPU time means something.
# First the encoder alone beside onnxruntime, then whole readings, then one article cold. See docs/benchmarks.md.
# HEARSAY_DATA names the data folder (default: ../shared/data); without it, invented articles are read.
set -euo pipefail
binary=$(realpath "${1:?usage: bench.sh BINARY [ARTICLES.jsonl]}")
input=${2:-}
cd "$(dirname "$0")/.."
data=${HEARSAY_DATA:-../shared/data}
weights=${HEARSAY_MODEL:-${XDG_CACHE_HOME:-${HOME:?}/.cache}/hearsay}/model.safetensors
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "bench: commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown), $(sed -nE 's/^model name\s*: //p' /proc/cpuinfo | head -n 1)," \
  "$(nproc --all) cores, load $(cut -d' ' -f1 /proc/loadavg)"
python3 benchmarks/onnx_peer.py "$(dirname "$binary")/hearsay-bench" "$weights"

if [[ -z $input ]]; then
  input=$work/articles.jsonl
  if [[ -f $data/forecasts/dev.json ]]; then
    echo "bench: whole readings of the articles of forecasts/dev.json"
    python3 - "$data/forecasts/dev.json" >"$input" <<'PYTHON'
import json, sys
for number, article in enumerate(json.load(open(sys.argv[1], encoding="utf8"))):
    print(json.dumps({"id": str(number), "text": article["original_text"]}))
PYTHON
  else
    echo "bench: no data at $data; whole readings of the example article, 100 times"
    python3 - Examples/*.txt >"$input" <<'PYTHON'
import json, sys
for number in range(100):
    for path in sys.argv[1:]:
        print(json.dumps({"id": f"{path}-{number}", "text": open(path, encoding="utf8").read()}))
PYTHON
  fi
else
  echo "bench: whole readings of $input"
fi
for run in 1 2; do
  printf 'run %s  ' "$run"
  "$binary" read --jobs 1 --format jsonl --stats "$input" 2>&1 >/dev/null | grep '^stats:'
done

printf 'two threads  '
python3 - "$binary" "$input" <<'PYTHON'
import subprocess, sys, time
def wall(jobs):
    start = time.monotonic()
    subprocess.run([sys.argv[1], "read", "--jobs", jobs, "--format", "jsonl", sys.argv[2]], stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - start
one, two = (min(wall(jobs) for _ in range(2)) for jobs in ("1", "2"))
print(f"wall_seconds={two:.1f} one_thread={one:.1f} speed_up={one / two:.2f}")
PYTHON

echo "bench: one article of 800 words, a process each"
python3 - Examples/*.txt >"$work/article.txt" <<'PYTHON'
import sys
left = 800
paragraphs = [line for path in sys.argv[1:] for line in open(path, encoding="utf8").read().split("\n") if line]
while left > 0:
    for paragraph in paragraphs:
        words = paragraph.split()[:left]
        left -= len(words)
        if words: print(" ".join(words) + "\n")
PYTHON
python3 - "$binary" "$work/article.txt" <<'PYTHON'
import os, subprocess, sys, time
for run in range(1, 6):
    start = time.monotonic()
    child = subprocess.Popen([sys.argv[1], "read", "--jobs", "1", "--format", "json", sys.argv[2]], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    if status: sys.exit(f"bench: hearsay ended with status {status}")
    print(f"run {run}  wall_seconds={wall:.3f} cpu_seconds={usage.ru_utime + usage.ru_stime:.3f} peak_mib={usage.ru_maxrss / 1024:.0f}")
PYTHON

if [[ -d $data/pages/aeb ]]; then
  python3 benchmarks/capture_peer.py "$binary" "$data/pages/aeb"
else
  echo "bench: no pages at $data/pages/aeb; capture is not measured"
fi

if [[ -f $data/forecasts/dev.json ]]; then
  python3 benchmarks/copies_peer.py "$(dirname "$binary")/hearsay-bench" "$data/forecasts/dev.json" 10000
  echo "bench: tracing ledgers of invented affairs"
  "$binary" add --ledger "$work/base.db" --text-field original_text "$data/forecasts/dev.json" >/dev/null
  python3 benchmarks/trace_scale.py "$(dirname "$binary")" "$work/base.db" 1000 3000 10000
else
  echo "bench: no articles at $data/forecasts; near copies and traces are not measured"
fi
