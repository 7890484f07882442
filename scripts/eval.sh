#!/usr/bin/env bash
# Scores the built command against gold data: eval.sh BINARY. What is absent is skipped, and said so.
# HEARSAY_DATA names the data folder (default: ../shared/data); the scorers lie beside it in ../score.
set -euo pipefail
binary=$(realpath "${1:?usage: eval.sh BINARY}")
cd "$(dirname "$0")/.."
data=${HEARSAY_DATA:-../shared/data}
score=$data/../score
seed=$data/../seed
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
skip() { printf 'eval: skipped %s: %s\n' "$1" "$2"; }

if [[ ! -d $data ]]; then
  skip "everything" "no data at $data (set HEARSAY_DATA)"
  exit 0
fi

if [[ -d $data/polnear/dev && -f $score/score_reading.py ]]; then
  echo "eval: attributions and voices (polnear/dev)"
  python3 scripts/polnear_input.py "$data/polnear" dev >"$work/polnear.jsonl"
  "$binary" read --format jsonl --stats "$work/polnear.jsonl" >"$work/polnear.pred.jsonl"
  voices=()
  if [[ -d $data/voices/dev ]]; then voices=(--voices "$data/voices/dev"); else skip "voices" "no $data/voices/dev"; fi
  python3 "$score/score_reading.py" "$work/polnear.pred.jsonl" --polnear "$data/polnear/dev" "${voices[@]}"
else
  skip "attributions" "no $data/polnear/dev or no score_reading.py"
fi

if [[ -f $data/passages/dev.json && -f $score/score_passages.py ]]; then
  echo "eval: passages (passages/dev.json)"
  python3 "$score/score_passages.py" --prepare "$data/passages/dev.json" "$work/passages.jsonl"
  "$binary" read --format jsonl --stats "$work/passages.jsonl" >"$work/passages.pred.jsonl"
  python3 "$score/score_passages.py" "$data/passages/dev.json" "$work/passages.pred.jsonl"
else
  skip "passages" "no $data/passages/dev.json or no score_passages.py"
fi

if [[ -f $seed/article.txt && -f $seed/gold.json ]]; then
  echo "eval: the seed article"
  "$binary" read --format json "$seed/article.txt" >"$work/seed.json"
  python3 scripts/seed_check.py "$work/seed.json" "$seed/gold.json"
else
  skip "the seed article" "no $seed/article.txt with gold.json"
fi

for stories in "$data/stories/dev" quality/stories; do
  if [[ -d $stories && -f $score/score_trace.py ]]; then
    echo "eval: how claims travelled ($stories)"
    rm -rf "$work/stories" "$work/traces"
    python3 "$score/score_trace.py" --prepare "$stories" "$work/stories"
    mkdir -p "$work/traces"
    for story in "$work"/stories/*.jsonl; do
      "$binary" trace --format json "$story" >"$work/traces/$(basename "$story" .jsonl).json"
    done
    python3 "$score/score_trace.py" "$stories" "$work/traces"
  else
    skip "how claims travelled" "no $stories or no score_trace.py"
  fi
done

echo "eval: what edits changed (quality/edits.json)"
python3 scripts/score_edits.py --prepare quality/edits.json "$work/pairs.jsonl"
"$binary" diff --pairs "$work/pairs.jsonl" >"$work/edits.jsonl"
python3 scripts/score_edits.py quality/edits.json "$work/edits.jsonl"

if [[ -d $data/recognizers/dev && -f $score/score_times.py ]]; then
  echo "eval: times and numbers (recognizers/dev)"
  cases=$data/recognizers/dev
  python3 "$score/score_times.py" --prepare "$cases/DateTimeModel.json" "$work/times.jsonl"
  "$binary" times --format jsonl "$work/times.jsonl" >"$work/times.pred.jsonl"
  python3 "$score/score_times.py" "$cases/DateTimeModel.json" "$work/times.pred.jsonl"
  for model in NumberModel PercentModel NumberRangeModel; do
    python3 scripts/score_numbers.py --prepare "$cases/$model.json" "$work/$model.jsonl"
    "$binary" times --format jsonl "$work/$model.jsonl" >"$work/$model.pred.jsonl"
    printf '%s: ' "$model"
    python3 scripts/score_numbers.py "$cases/$model.json" "$work/$model.pred.jsonl"
  done
else
  skip "times and numbers" "no $data/recognizers/dev or no score_times.py"
fi
