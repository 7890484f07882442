#!/usr/bin/env python3
"""Scores what `hearsay capture` finds around the body of a page: canonical address, notes, captions, credits, related links, links.

  score_pages.py GOLD.json --pages DIR PRED.jsonl [--set aeb|metadata] [--misses] [--json]

GOLD is quality/pages.json: places in the pages by character ranges, no words of them (docs/pages-gold.md). DIR holds aeb/html and
metadata/html as in ../shared/data/pages. PRED is what `hearsay capture --format jsonl` printed for these pages, in any order. Standard library only.
"""
import argparse, collections, gzip, hashlib, html, json, os, re, sys, unicodedata

SAME = 0.8  # share of words two texts must have in common to be the same text


def page_text(folder, entry):
    path = os.path.join(folder, entry["set"], "html", re.sub(r"\.html(\.gz)?$", "", entry["page"]) + ".html.gz")
    raw = gzip.open(path).read()
    if hashlib.sha256(raw).hexdigest() != entry["sha256"]:
        sys.exit(f"{path}: not the page that the gold was made on")
    return raw.decode(entry.get("encoding") or "utf-8", errors="replace")


def resolve(text, ranges):
    if not ranges:
        return ""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text[a:b])) for a, b in ranges).strip()


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFKC", html.unescape(text or "")).casefold())


def same(a, b):
    a, b = collections.Counter(words(a)), collections.Counter(words(b))
    common = sum((a & b).values())
    return common and 2 * common / (sum(a.values()) + sum(b.values())) >= SAME


def address(url):
    url = re.sub(r"#.*", "", (url or "").strip())
    url = re.sub(r"[?&](utm_[^=]*|src|source|ref|cmpid|smid|icid|int_[^=]*|intcmp|cid)=[^&]*", "", url)
    return re.sub(r"^https?://(www\.)?", "", url).rstrip("/")


def match(gold, pred, equal):
    left, hits = list(pred), []
    missed = []
    for g in gold:
        k = next((k for k, p in enumerate(left) if equal(g, p)), None)
        if k is None:
            missed.append(g)
        else:
            hits.append((g, left.pop(k)))
    return hits, missed, left


def wanted(text, g):
    return {
        "canonical": [g["canonical"]] if g["canonical"] else [],
        "notes": [(u["kind"], resolve(text, u["at"])) for u in g["updates"]],
        "captions": [resolve(text, i["caption"]) for i in g["images"] if i["caption"]],
        "credits": [resolve(text, i["credit"]) for i in g["images"] if i["credit"]],
        "related": [(address(r["url"]), resolve(text, r["title"])) for r in g["related"]],
        "links": [(address(l["url"]), resolve(text, l["text"])) for l in g["links"]],
    }


def found(d):
    if not d:
        return collections.defaultdict(list)
    return {
        "canonical": [d["canonicalURL"]] if d["canonicalURL"] else [],
        "notes": [(u["kind"], u["text"]) for u in d["updates"]],
        "captions": [i["caption"] for i in d["images"] if i["caption"]],
        "credits": [i["credit"] for i in d["images"] if i["credit"]],
        "related": [(address(r["url"]), r["title"]) for r in d["related"]],
        # A link without a place, or with one that is not its words, is not counted as found.
        "links": [(address(l["url"]), l["text"]) for l in d["links"]
                  if l["start"] is not None and same(d["text"][l["start"]:l["end"]], l["text"])],
    }


EQUAL = {
    "canonical": lambda g, p: address(g) == address(p),
    "notes": lambda g, p: g[0] == p[0] and same(g[1], p[1]),
    "captions": same,
    "credits": same,
    "related": lambda g, p: g[0] == p[0] or (not p[0] and same(g[1], p[1])),
    "links": lambda g, p: g[0] == p[0] and same(g[1], p[1]),
}


def f1(tp, fp, fn):
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else None


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold")
    ap.add_argument("pred")
    ap.add_argument("--pages", required=True)
    ap.add_argument("--misses", action="store_true")
    ap.add_argument("--set", help="only the pages of one set: aeb, metadata")
    ap.add_argument("--json", action="store_true")
    args = ap.parse_args()
    gold = [g for g in json.load(open(args.gold, encoding="utf8")) if args.set in (None, g["set"])]
    documents = [json.loads(line)["document"] for line in open(args.pred, encoding="utf8")]
    pred = {d["id"]: d for d in documents}
    counts, pages = {k: [0, 0, 0] for k in EQUAL}, {k: [] for k in EQUAL}
    for g in gold:
        want, have = wanted(page_text(args.pages, g), g), found(pred.get("sha256:" + g["sha256"]))
        for kind, equal in EQUAL.items():
            hits, missed, extra = match(want[kind], have[kind], equal)
            for k, n in enumerate((hits, extra, missed)):
                counts[kind][k] += len(n)
            score = f1(len(hits), len(extra), len(missed))
            if score is not None:
                pages[kind].append(score)
            if args.misses:
                for m in missed:
                    print(f"{g['page'][:40]:40} {kind:9} MISSED {str(m)[:160]}")
                for m in extra:
                    print(f"{g['page'][:40]:40} {kind:9} EXTRA  {str(m)[:160]}")
    out = {}
    for kind, (tp, fp, fn) in counts.items():
        out[kind] = {"F1": f1(tp, fp, fn), "P": tp / (tp + fp) if tp + fp else None, "R": tp / (tp + fn) if tp + fn else None,
                     "gold": tp + fn, "false": fp, "page_mean_F1": sum(pages[kind]) / len(pages[kind]) if pages[kind] else None}
    if args.json:
        print(json.dumps({"pages": len(gold), **out}, indent=1))
        return
    print(f"{'':10}{'gold':>6}{'F1':>8}{'P':>8}{'R':>8}{'a page':>8}   ({len(gold)} pages)")
    show = lambda x: "-" if x is None else f"{100 * x:.1f}"
    for kind, s in out.items():
        print(f"{kind:10}{s['gold']:>6}{show(s['F1']):>8}{show(s['P']):>8}{show(s['R']):>8}{show(s['page_mean_F1']):>8}")


if __name__ == "__main__":
    main()
