#!/usr/bin/env bash
# Walks through the pages in a real browser: browser_test.sh [COMMAND...], by default the built `hearsay serve` on a
# fresh ledger. Sets up what is missing: a Python environment with playwright, and Debian's chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
fail() { printf 'browser: %s\n' "$1" >&2; exit 1; }

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
if [[ -z $chromium ]]; then
  command -v apt-get >/dev/null || fail "chromium is missing, and no apt here to install it; name it in CHROMIUM"
  as_root=()
  (( EUID == 0 )) || as_root=(sudo)
  echo "browser: installing chromium with apt"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium >/dev/null \
    || { "${as_root[@]}" apt-get update >/dev/null; "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium >/dev/null; }
  chromium=$(command -v chromium) || fail "apt could not install chromium"
fi

venv=${XDG_CACHE_HOME:-$HOME/.cache}/hearsay/browser-venv
if ! "$venv/bin/python" -c 'import playwright' 2>/dev/null; then
  echo "browser: setting up playwright in $venv"
  python3 -m venv "$venv" || fail "python3-venv is missing"
  "$venv/bin/pip" install --quiet --disable-pip-version-check playwright==1.65.2
fi

if (( $# == 0 )); then
  [[ -x .build/release/hearsay ]] || fail "hearsay is not built; run make build first"
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  export HEARSAY_KEYS=$folder/keys
  set -- .build/release/hearsay serve --ledger "$folder/journey.db" --port 0
fi
CHROMIUM=$chromium "$venv/bin/python" Tests/Browser/journey.py "$@"
