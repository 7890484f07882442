#!/usr/bin/env bash
# Builds and runs all tests with the flags given. The last line is "N passed, N failed".
set -euo pipefail
log=$(mktemp)
trap 'rm -f "$log"' EXIT
"$(dirname "$0")/build.sh" --build-tests "$@"
# --skip-build, since `swift test` would compile everything again with flags of its own.
echo "test: swift test --skip-build $*"
status=0
swift test --skip-build "$@" 2>&1 | tee "$log" || status=$?

# Swift Testing closes with "Test run with N tests in M suites passed after …" or "… failed after … with K issues.".
# XCTest's own "Executed 0 tests" says nothing here: the package has no XCTest.
plain=$(sed -E $'s/\x1b\\[[0-9;]*m//g' "$log")
total=$(sed -nE 's/.*Test run with ([0-9]+) tests?.*(passed|failed) after.*/\1/p' <<<"$plain" | awk '{ n += $1 } END { print n + 0 }')
failed=$(grep -E '^[^ ]+ Test .* failed after' <<<"$plain" | grep -cvE '^[^ ]+ Test (run with|case) ' || true)
skipped=$(grep -cE '^[^ ]+ Test .* skipped' <<<"$plain" || true)
if (( total == 0 )); then
  echo "test: no test was run" >&2
  (( status == 0 )) && status=1
  (( failed > 0 )) || failed=1
elif (( status != 0 && failed == 0 )); then
  echo "test: swift test ended with $status though no test is known to have failed" >&2
  failed=1
fi
passed=$(( total - failed - skipped ))
(( passed >= 0 )) || passed=0
(( skipped == 0 )) || echo "$skipped skipped (each says why above)"
echo "$passed passed, $failed failed"
exit "$status"
