#!/bin/sh
# Builds the fuzz target and runs it: Fuzz/run.sh KIND [seconds]. Findings and corpus are kept below .build/fuzz.
# KIND is html, text, mail, archives, feeds, fetching, tokenizer, weights, notes or timestamps.
set -eu
cd "$(dirname "$0")/.."
kind="${1:-html}"
seconds="${2:-300}"
out=.build/fuzz
case "$kind" in
  html | text) target=capture module=FuzzCapture ;;
  mail) target=mail module=FuzzMail ;;
  archives) target=archives module=FuzzArchives ;;
  tokenizer) target=tokenizer module=FuzzTokenizer ;;
  weights) target=weights module=FuzzWeights ;;
  notes) target=notes module=FuzzNotes ;;
  timestamps) target=timestamps module=FuzzTimestamps ;;
  feeds) target=feeds module=FuzzFeeds ;;
  fetching) target=fetching module=FuzzFetching ;;
  *) echo "fuzz: unknown kind $kind; see the head of this script" >&2; exit 64 ;;
esac
mkdir -p "$out/corpus-$kind" "$out/findings"

flags="-O -wmo -swift-version 6 -parse-as-library -sanitize=fuzzer,address -I $out -package-name hearsay -I $out/kernels -I Sources/CModest -I Sources/CCurl
  -I Sources/CXML -I Sources/CZip -I Sources/CZlib -I Sources/CBrotli -I Sources/COpenSSL -I /usr/include/libxml2
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility
  -enable-upcoming-feature InternalImportsByDefault"
# shellcheck disable=SC2086
compile() { # NAME: compiles a target of the package
  swiftc $flags -c -emit-module -module-name "$1" -o "$out/$1.o" -emit-module-path "$out/$1.swiftmodule" \
    $(find "Sources/$1" -name '*.swift')
}

# swift-crypto as the package's own build has made it: the target TransparencyLog must have been built.
crypto=.build/checkouts/swift-crypto/Sources
crypto_flags="-I .build/release/Modules -I $crypto/CCryptoBoringSSL/include -I $crypto/CCryptoBoringSSLShims/include"
crypto_objects() {
  for name in Crypto CryptoBoringWrapper CCryptoBoringSSL CCryptoBoringSSLShims CXKCP CXKCPShims; do
    find ".build/release/$name.build" -name '*.o'
  done
}

newest=$(find Sources/HearsayCore Sources/HearsayCapture Sources/HearsayLanguage Sources/CHearsayKernels Sources/TransparencyLog Sources/Timestamping "Fuzz/$module.swift" -type f \
  -newer "$out/fuzz-$target" 2>/dev/null || echo stale)
if [ -n "$newest" ]; then
  core=
  case "$target" in notes | timestamps) ;; *) compile HearsayCore; core=$out/HearsayCore.o ;; esac
  case "$target" in capture | mail | archives | feeds | fetching) reads=capture ;; *) reads=$target ;; esac
  if [ "$reads" = capture ]; then
    flags="$flags $crypto_flags -enable-testing"
    compile HearsayCapture
    # shellcheck disable=SC2046
    set -- "$out/HearsayCapture.o" -lmodest -lcurl -lxml2 -lzip -lz -lbrotlidec -lstdc++ $(crypto_objects)
  elif [ "$target" = notes ]; then
    flags="$flags $crypto_flags"
    compile TransparencyLog
    # shellcheck disable=SC2046
    set -- "$out/TransparencyLog.o" -lstdc++ $(crypto_objects)
  elif [ "$target" = timestamps ]; then
    compile Timestamping
    set -- "$out/Timestamping.o" -lcrypto
  else
    # SwiftPM makes such a module map by itself.
    mkdir -p "$out/kernels"
    printf 'module CHearsayKernels { header "%s" export * }\n' "$PWD/Sources/CHearsayKernels/include/hearsay_kernels.h" \
      > "$out/kernels/module.modulemap"
    for source in Sources/CHearsayKernels/*.c; do
      clang -O2 -g -fsanitize=address -I Sources/CHearsayKernels/include -c "$source" -o "$out/kernels/$(basename "$source" .c).o"
    done
    compile HearsayLanguage
    set -- "$out/HearsayLanguage.o" "$out"/kernels/*.o
  fi
  # shellcheck disable=SC2086
  swiftc $flags -module-name "$module" "Fuzz/$module.swift" $core "$@" -o "$out/fuzz-$target"
fi

# A tensor of the smallest encoder; all share the same bytes.
tensor() { # NAME SHAPE COUNT
  printf '"%s":{"dtype":"F16","shape":[%s],"data_offsets":[0,%d]},' "$1" "$2" $(($3 * 2))
}
encoder() { # a header with one layer, of width 32 and 2 inside
  printf '\101{'
  tensor embeddings.word_embeddings.weight 1,32 32
  tensor embeddings.position_embeddings.weight 2,32 64
  tensor embeddings.token_type_embeddings.weight 2,32 64
  tensor embeddings.LayerNorm.weight 32 32
  tensor embeddings.LayerNorm.bias 32 32
  for name in attention.self.query attention.self.key attention.self.value attention.output.dense; do
    tensor "encoder.layer.0.$name.weight" 32,32 1024
    tensor "encoder.layer.0.$name.bias" 32 32
  done
  for name in attention.output.LayerNorm output.LayerNorm; do
    tensor "encoder.layer.0.$name.weight" 32 32
    tensor "encoder.layer.0.$name.bias" 32 32
  done
  tensor encoder.layer.0.intermediate.dense.weight 2,32 64
  tensor encoder.layer.0.intermediate.dense.bias 2 2
  tensor encoder.layer.0.output.dense.weight 32,2 64
  tensor encoder.layer.0.output.dense.bias 32 32
  printf '"__metadata__":{"a":"b"}}'
}

# The first byte of an input chooses the format or the options, see the targets.
corpus=$out/corpus-$kind
if [ -z "$(ls -A "$corpus")" ]; then
  case "$kind" in
    html)
      printf '0<html><head><title>A - B</title><meta property="og:title" content="A"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Jane Roe"}],"datePublished":"2031-03-04T10:00:00Z"}</script></head><body><article><h1>A</h1><figure><img src=x><figcaption>A pier. Jane Roe / AP</figcaption></figure><p>The harbour was closed, the <a href="/x">council</a> said on Friday, after the storm.<br><br>It opens soon.<ul><li>One</ul><table><tr><td>x</table></article></body></html>' > "$corpus/page" ;;
    text)
      printf '1Harbour closed\n\nMarch 4, 2031\nBy Jane Roe, Staff Writer\n\nA pier. Jane Roe / AP\n\nUpdated with comments.\n\nThe harbour was <u>closed</u>, the council told\n\nthe Gazette on Friday.\f3\nRelated article: Storm near\n\nOriginal url:\n\nhttps://www.example.org/a' > "$corpus/article" ;;
    mail)
      printf '0From: Post <a@post.example>\nSubject: =?utf-8?Q?A_pier?=\nDate: Tue, 4 Mar 2031 07:30:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain; format=flowed\n\nThe pier was shut, the \nmayor said (https://a.example).\n--a\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>The pier was shut, the <a href=3D"https://b.example">mayor</a> said.</p><p>Unsubscribe</p>\n--a--' > "$corpus/letter"
      printf '1Snapshot-Content-Location: https://a.example\nSubject: A\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\n\n<h1>A pier</h1><figure><img src="cid:c"></figure><p>The pier was shut, the mayor said.</p>\n--a\nContent-Type: image/png\nContent-ID: <c>\nContent-Location: https://a.example/c.png\n\n--a--' > "$corpus/archive"
      printf '2---\ntitle: "A pier"\nauthors:\n  - name: Jo Ash\n---\n# A **pier**\n\n![A. Jo / AP](b.png "c")\n\n> The [pier][p] was `shut`,\n> the mayor <u>said</u>. ~~No~~ \\* [x](https://a.example)\n\n1. One\n- Two\n\n| a | b |\n|---|---|\n| c | d |\n\n[p]: /q\n' > "$corpus/marked"
      printf '3<!DOCTYPE html><html><!-- Page saved with SingleFile\nurl: https://a.example\n--><img src="data:image/png;base64,QUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJD"><p>The pier was shut.</p>' > "$corpus/saved" ;;
    archives)
      page='HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Pi\r\n3\r\ner.\r\n0\r\n\r\n'
      record='WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2031-03-04T10:00:00Z\r\nContent-Length: 95\r\n\r\n'"$page"'\r\n\r\n'
      printf "00$record$record" > "$corpus/warc"
      printf '00filedesc://a 127.0.0.1 20310304100000 text/plain 8\n1 0 A\nU\n\nhttp://a.example/ 192.0.2.1 20310304100001 text/html 3\n<p>\n' > "$corpus/arc"
      { printf '1\377'; printf "$record" | gzip -n | tail -c +11; } > "$corpus/gzip"
      printf '3\000\000{"resources":[{"path":"archive/a.warc","hash":"sha256:00","bytes":9}]}\377\002{"url":"http://a.example/","ts":"2031-03-04T10:00:00Z","title":"A"}\377\004'"$record" > "$corpus/wacz"
      printf "4\000$page" > "$corpus/answer"
      printf '5\000X-Name\nvalue\ngzip\npath\nThe pier.' > "$corpus/written" ;;
    fetching)
      printf '0/a/b?c\nUser-agent: *\nDisallow: /*.php$\nAllow: /a/%%7Eb\nCrawl-delay: 2\nUser-agent: hearsay\nDisallow:\n' > "$corpus/robots"
      printf '1HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nRetry-After: 120\r\nLocation: /b\r\n\r\n' > "$corpus/head"
      printf '2Fri, 31 Dec 1999 23:59:59 GMT\nFri, 31 Dec 1999 23:58:59 GMT' > "$corpus/moment"
      printf '3https://gull.example:8080/a/../b?c#d\n//other.example/e' > "$corpus/address" ;;
    tokenizer)
      printf '\001\002\003\004\002\001The harbour was closed, the council said on Friday. Caf\303\251s \302\275 \357\254\201 \346\270\257 \355\225\234' > "$corpus/real"
      printf '\000\001\003\004The harbours <u>unclosed</u>, said dusts' > "$corpus/small"
      printf '\017\000the\nharbour\n##s\n\377the harbours' > "$corpus/hostile" ;;
    weights)
      encoder > "$corpus/encoder"
      printf '\101{"t":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"h":{"dtype":"F16","shape":[5],"data_offsets":[16,26]}} ' > "$corpus/tensors"
      printf '\000\002\000\000\000\000\000\000\000{}' > "$corpus/empty" ;;
    feeds)
      printf '0<rss><channel><title>A</title><item><title>B &amp; C</title><link>https://a.example/</link><pubDate>04 Mar 31 10:00 EST</pubDate></item></channel></rss>' > "$corpus/rss"
      printf '0<feed xmlns="http://www.w3.org/2005/Atom" xml:base="../x/"><entry><id>a</id><content type="xhtml"><div><br/>x</div></content></entry></feed>' > "$corpus/atom"
      printf '1<opml version="2.0"><body><outline text="A"><outline xmlUrl="https://a.example/"/></outline></body></opml>' > "$corpus/opml" ;;
    notes)
      # By the key that FuzzNotes.swift has.
      checkpoint='example.org/log\n11\n4XetWooXEI2tZ8cKUSZmgaoCueK3rWoDV1hbpCiZgqw=\n'
      note="$checkpoint"'\n\342\200\224 example.org/log XizvAIg1k+J+y1RXb7s8p4UJkxAQxzfRbeB1dZBn7pZFnrechbueMu3J8V+wc2AhmczlAOMDQ2XWQg9ZXpnKQgGD+QE=\n'
      printf "0$note" > "$corpus/note"
      printf '1c2sp.org/tlog-proof@v1\nextra AQID\nindex 9\ntMQ7UL8kW9cnYj48d1qPz7jYI9ALV91l9/ed0z8SYxU=\nZ+u9Nw2qArqardBdjgkehi0Ni8ra/fKiI2AkCkL+ki4=\n739JtiD2x+qbljohTaNLUCHG3tjtV3NDgKMRq3JqqQc=\n\n'"$note" > "$corpus/proof"
      printf "2$checkpoint" > "$corpus/checkpoint"
      printf '3example.org/log+5e2cef00+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs' > "$corpus/key"
      witness='witness.example/w1+24b5d9fe+BP0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYY'
      cosignature='\342\200\224 witness.example/w1 JLXZ/gAAAABkGFDLCWH0VIoGtf1IWqAqbTnxYnHfNZNhFDyHqGd9nucnL5K2s+2QN/zNGZrkLo36Ncei4+OExqSkAfsi4BtLDzrOBA==\n'
      printf "0$note$cosignature" > "$corpus/cosigned"
      printf "4$cosignature" > "$corpus/answer"
      printf "5# A policy.\nlog example.org/log+5e2cef00+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs https://a.example\nwitness A $witness\ngroup G any A\nquorum G\n" > "$corpus/policy"
      printf '5log example.org/log+5e2cef00+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs\nquorum none\n' > "$corpus/lenient"
      printf "6old 5\nTzUhLRL5rSA2SSyV8f55uvTse9m+89/6dXnyKT/1RqQ=\nnxr6TcEky6cxNOgv9Q8XyPcWQlfHn+2aE/WUOmrLjj0=\nu7D+sy9kjHP+FwUYvOwfZ1rxt4DcI9b78wt0XByl+hE=\nm81RJAr0AFFo8DMSG6hb5abtTw5qX6wmIGZym4+/3ss=\n5LiUJy64i+0YMMvvgtHHruN2EqnnExpb3Qrhpujz/1A=\n\n$note" > "$corpus/request"
      printf '7tile/0/x001/x234/067.p/12' > "$corpus/path"
      printf '8\002\000\001a\000\000\000\002bc' > "$corpus/bundle"
      printf '9\001\000\001\000\000\001\001\000\001\002\000\001\003\000\001\004\000\001\005\000\001\006\000\001\007\000\001\010\000\001\011\000\001\012' > "$corpus/entries"
      printf ":$witness" > "$corpus/witness" ;;
    timestamps)
      # An authority of a day, where the openssl command is there to make one.
      printf '1\060\004\002\001\001\060\000' > "$corpus/request"
      printf '2-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n' > "$corpus/anchors"
      printf '0\060\011\060\007\002\001\002\003\002\007\200' > "$corpus/refusal"
      if command -v openssl > /dev/null; then
        authority=$out/authority
        mkdir -p "$authority"
        printf '[tsa]\ndefault_tsa=a\n[a]\nserial=%s/serial\ndigests=sha256\ndefault_policy=1.2.3.4\nsigner_digest=sha256\n' \
          "$authority" > "$authority/config"
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=A -keyout "$authority/key" \
          -out "$authority/pem" -addext extendedKeyUsage=critical,timeStamping -addext keyUsage=digitalSignature 2> /dev/null
        printf abc > "$authority/data"
        openssl ts -query -data "$authority/data" -sha256 -cert -out "$authority/query" 2> /dev/null
        openssl ts -reply -config "$authority/config" -queryfile "$authority/query" -signer "$authority/pem" \
          -inkey "$authority/key" -out "$authority/reply" 2> /dev/null
        { printf 0; cat "$authority/reply"; } > "$corpus/reply"
        { printf 1; cat "$authority/query"; } > "$corpus/query"
        { printf 2; cat "$authority/pem"; } > "$corpus/pem"
        length=$(printf %o "$(wc -c < "$authority/query")")
        { printf "3\\$length"; cat "$authority/query" "$authority/reply"; } > "$corpus/both"
      fi ;;
  esac
fi
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:suppressions=Fuzz/asan.supp "$out/fuzz-$target" "$corpus" -dict="Fuzz/$kind.dict" \
  -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
  -artifact_prefix="$out/findings/$kind-"
