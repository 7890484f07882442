#!/usr/bin/env bash
# Throughput of the built command: bench.sh BINARY [ARTICLES.jsonl]. One thread, so that CPU time means something.
set -euo pipefail
binary=$(realpath "${1:?usage: bench.sh BINARY [ARTICLES.jsonl]}")
input=${2:-}
cd "$(dirname "$0")/.."
data=${HEARSAY_DATA:-../shared/data}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OMP_NUM_THREADS=1

if [[ -z $input ]]; then
  input=$work/articles.jsonl
  if [[ -d $data/polnear/dev ]]; then
    echo "bench: the articles of polnear/dev"
    python3 scripts/polnear_input.py "$data/polnear" dev >"$input"
  else
    echo "bench: no data at $data; the example article 40 times"
    python3 - Examples/*.txt >"$input" <<'PYTHON'
import json, sys
for number in range(40):
    for path in sys.argv[1:]:
        print(json.dumps({"id": f"{path}-{number}", "text": open(path, encoding="utf8").read()}))
PYTHON
  fi
fi
for run in 1 2 3; do
  printf 'run %s  ' "$run"
  "$binary" read --jobs 1 --format jsonl --stats "$input" 2>&1 >/dev/null | grep '^stats:'
done
