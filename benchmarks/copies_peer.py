"""Articles per CPU-second of near-copy detection beside rensa (PyPI), one thread each, on the same texts, in turns.

  copies_peer.py HEARSAY_BENCH ARTICLES.json COUNT [RUNS]

ARTICLES.json is ../shared/data/forecasts/dev.json or another list of objects with `original_text` or `text`. COUNT texts are
made of them: half are articles of their own, their longer words replaced alike throughout; half hold a part of an earlier
one, of 30 % to all of it, among other matter. True pairs are those of which one holds at least half of the other's runs
of five words, counted exactly. Both get the texts in memory and give pairs; rensa's also with the runs cut beforehand.
See docs/benchmarks.md.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import peers

REQUIREMENTS = ["rensa==0.5.0"]
CONTAINED = 0.5
CHILD = r"""
import re, resource, sys
from rensa import RMinHash, RMinHashLSH
texts = open(sys.argv[1], encoding="utf8", newline="").read().split("\x1e")
def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
def runs(text):
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[i:i + 5]) for i in range(len(words) - 4)]
def pairs(cut):
    lsh, found = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32), set()
    for number, runs in enumerate(cut):
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update(runs)
        found.update((other, number) for other in lsh.query(sketch) if other != number)
        lsh.insert(number, sketch)
    return found
start = cpu()
cut = [runs(text) for text in texts]
middle = cpu()
found = pairs(cut)
print("seconds", cpu() - start, cpu() - middle, file=sys.stderr)
for a, b in sorted(found): print(a, b)
"""


def invent(articles, count):
    dice = random.Random(1)
    vocabulary = sorted({w for text in articles for w in re.findall(r"[a-z]{5,}", text)})
    texts = []
    while len(texts) < count:
        if texts and dice.random() < 0.5:
            words = dice.choice(texts).split(" ")
            size = max(20, int(len(words) * dice.uniform(0.3, 1)))
            start = dice.randrange(max(1, len(words) - size + 1))
            own = own_article(dice.choice(articles), vocabulary, dice).split(" ")
            texts.append(" ".join(own[:dice.randrange(len(own))] + words[start:start + size]))
        else:
            texts.append(own_article(dice.choice(articles), vocabulary, dice))
    return texts


def own_article(text, vocabulary, dice):
    new = {}
    return re.sub(r"[A-Za-z]{5,}", lambda m: new.setdefault(m[0], dice.choice(vocabulary)), text)


def truth(texts):
    cut = []
    for text in texts:
        words = re.findall(r"[^\W_]+", text.lower())
        cut.append({hash(tuple(words[i:i + 5])) for i in range(len(words) - 4)})
    holders, pairs = {}, set()
    for number, own in enumerate(cut):
        shared = {}
        for run in own:
            for other in holders.get(run, ()):
                shared[other] = shared.get(other, 0) + 1
            holders.setdefault(run, []).append(number)
        pairs.update((o, number) for o, n in shared.items() if n >= CONTAINED * max(1, min(len(own), len(cut[o]))))
    return pairs


def judged(found, true):
    hit = len(found & true)
    return f"precision {100 * hit / max(1, len(found)):.1f} recall {100 * hit / max(1, len(true)):.1f}"


def main():
    binary, path, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    turns = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    data = json.load(open(path, encoding="utf8"))
    data = data if isinstance(data, list) else next(v for v in data.values() if isinstance(v, list))
    texts = invent([a.get("original_text") or a["text"] for a in data], count)
    true = truth(texts)
    python = peers.environment("copies", "rensa", REQUIREMENTS)
    if python is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        file, child = os.path.join(folder, "texts"), os.path.join(folder, "child.py")
        with open(file, "w", encoding="utf8", newline="") as out:
            out.write("\x1e".join(texts))
        with open(child, "w", encoding="utf8") as out:
            out.write(CHILD)
        ours, theirs, prepared = [], [], []
        for _ in range(turns):
            lines = subprocess.run([binary, "copies", file, str(CONTAINED)], capture_output=True, text=True, check=True).stdout.splitlines()
            ours.append(float(lines[-1].rsplit("=", 1)[1]))
            found = {tuple(map(int, line.split()[:2])) for line in lines[:-1]}
            done = subprocess.run([python, child, file], capture_output=True, text=True, check=True)
            whole, after = map(float, done.stderr.split()[1:3])
            theirs.append(whole)
            prepared.append(after)
            peer = {tuple(map(int, line.split())) for line in done.stdout.splitlines()}
    mine, rensa, cut = min(ours), min(theirs), min(prepared)
    print(f"texts {len(texts)}, true pairs {len(true)}")
    print(f"hearsay {len(texts) / mine:.0f} texts a CPU-second, {judged(found, true)}")
    print(f"rensa {len(texts) / rensa:.0f} texts a CPU-second, {judged(peer, true)}; {len(texts) / cut:.0f} with its runs cut beforehand")
    print(f"ratio {rensa / mine:.2f}; {cut / mine:.2f} without the cutting")


if __name__ == "__main__":
    main()
