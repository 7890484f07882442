#!/usr/bin/env bash
# Builds the package with the flags given, and shows progress: the compiler's own on a terminal, else a line now and then.
set -euo pipefail
echo "build: swift build $*"
if [[ -t 1 ]]; then exec swift build "$@"; fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift build "$@" >"$log" 2>&1 &
builder=$!
trap 'kill "$builder" 2>/dev/null; rm -f "$log"' INT TERM
shown=0
while kill -0 "$builder" 2>/dev/null; do
  sleep 1
  (( ++shown % 20 == 0 )) && printf 'build: %s\n' "$(tail -n 1 "$log" | tr '\r' '\n' | tail -n 1 | cut -c1-100)"
done
if ! wait "$builder"; then
  grep -E 'error:' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
  echo "build: failed" >&2
  exit 1
fi
echo "build: done"
