#!/usr/bin/env bash
# Walks through the pages in a real browser: browser_test.sh [COMMAND...], by default the built `hearsay serve` on a
# fresh ledger. Sets up what is missing: a Python environment with playwright, and Debian's chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
fail() { printf 'browser: %s\n' "$1" >&2; exit 1; }

# Installs Debian packages by name.
install() {
  local as_root=() command
  command -v apt-get >/dev/null || return 1
  (( EUID == 0 )) || as_root=(sudo)
  echo "browser: installing $* with apt"
  command=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
  "${command[@]}" >/dev/null 2>&1 || { "${as_root[@]}" apt-get update >/dev/null 2>&1; "${command[@]}" >/dev/null; }
}

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}
if [[ -z $chromium ]]; then
  install chromium || fail "chromium is missing and apt could not install it; name another one in CHROMIUM"
  chromium=$(command -v chromium) || fail "apt installed no chromium"
fi

venv=${XDG_CACHE_HOME:-$HOME/.cache}/hearsay/browser-venv
if ! "$venv/bin/python" -c 'import playwright' 2>/dev/null; then
  echo "browser: setting up playwright in $venv"
  if ! python3 -m venv "$venv" >/dev/null 2>&1; then
    install python3-venv || fail "python3-venv is missing and apt could not install it"
    python3 -m venv "$venv" || fail "no Python environment can be made in $venv"
  fi
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
