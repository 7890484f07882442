#!/bin/sh
# Builds the fuzz target and runs it: Fuzz/run.sh html|text [seconds]. Findings and corpus are kept below .build/fuzz.
set -eu
cd "$(dirname "$0")/.."
kind="${1:-html}"
seconds="${2:-300}"
out=.build/fuzz
mkdir -p "$out/corpus-$kind" "$out/findings"

flags="-O -wmo -swift-version 6 -parse-as-library -sanitize=fuzzer,address -I $out -I Sources/CGumbo
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility
  -enable-upcoming-feature InternalImportsByDefault"
newest=$(find Sources/HearsayCore Sources/HearsayCapture Fuzz -name '*.swift' -newer "$out/fuzz-capture" 2>/dev/null || echo stale)
if [ -n "$newest" ]; then
  # shellcheck disable=SC2086
  {
    swiftc $flags -c -emit-module -module-name HearsayCore -o "$out/HearsayCore.o" \
      -emit-module-path "$out/HearsayCore.swiftmodule" Sources/HearsayCore/*.swift
    swiftc $flags -c -emit-module -module-name HearsayCapture -o "$out/HearsayCapture.o" \
      -emit-module-path "$out/HearsayCapture.swiftmodule" $(find Sources/HearsayCapture -name '*.swift')
    swiftc $flags -module-name FuzzCapture Fuzz/FuzzCapture.swift "$out/HearsayCore.o" "$out/HearsayCapture.o" -lgumbo \
      -o "$out/fuzz-capture"
  }
fi

if [ -z "$(ls -A "$out/corpus-$kind")" ]; then
  if [ "$kind" = html ]; then
    printf '0<html><head><title>A - B</title><meta property="og:title" content="A"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Jane Roe"}],"datePublished":"2031-03-04T10:00:00Z"}</script></head><body><article><h1>A</h1><figure><img src=x><figcaption>A pier. Jane Roe / AP</figcaption></figure><p>The harbour was closed, the <a href="/x">council</a> said on Friday, after the storm.<br><br>It opens soon.<ul><li>One</ul><table><tr><td>x</table></article></body></html>' > "$out/corpus-html/page"
  else
    printf '1Harbour closed\n\nMarch 4, 2031\nBy Jane Roe, Staff Writer\n\nA pier. Jane Roe / AP\n\nUpdated with comments.\n\nThe harbour was <u>closed</u>, the council told\n\nthe Gazette on Friday.\f3\nRelated article: Storm near\n\nOriginal url:\n\nhttps://www.example.org/a' > "$out/corpus-text/article"
  fi
fi
# The first byte of an input chooses the format, see FuzzCapture.swift.
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 "$out/fuzz-capture" "$out/corpus-$kind" -dict="Fuzz/$kind.dict" \
  -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
  -artifact_prefix="$out/findings/$kind-"
