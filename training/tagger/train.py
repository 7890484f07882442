"""python -m tagger.train --encoder DIR --polnear DIR --out DIR [--epochs N] [--seed N]

Fine-tunes the tagger; goes on from the last finished epoch when run again with the same --out.
"""

import argparse
import math
import os
import random
import time

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from .corpus import read_corpus
from .features import words_of
from .model import Tagger, ends, geometry
from .windows import batch_of, gold_of, training_windows


def inside(span, window):
    return span is not None and window.first <= span[0] and span[1] <= window.end


def shifted(span, window):
    return (span[0] - window.first, span[1] - window.first)


def pair_loss(linker, hidden, left, right, truth):
    """Cross entropy of each left span's partner among the right spans, or none (the last class)."""
    if not left:
        return hidden.new_zeros(()), 0
    rows = ends(hidden, left)
    scores = linker.none(rows)
    if right:
        distance, between = geometry(left, right)
        scores = torch.cat([linker(rows, ends(hidden, right), distance, between), scores], dim=1)
    return F.cross_entropy(scores, torch.tensor(truth), reduction="sum"), len(left)


def link_loss(model, hidden, windows):
    """Both linking losses with the gold spans given, per span."""
    total, count = hidden.new_zeros(()), 0
    for h, window in zip(hidden, windows):
        cues = [shifted(c, window) for c, _ in window.gold.source if inside(c, window)]
        sources = sorted({shifted(s, window) for c, s in window.gold.source if inside(c, window) and inside(s, window)})
        content = [(shifted(x, window), shifted(c, window) if inside(c, window) else None)
                   for x, c in window.gold.content if inside(x, window)]
        truth = [cues.index(c) if c in cues else len(cues) for _, c in content]
        a, n = pair_loss(model.contentLink, h, [x for x, _ in content], cues, truth)
        of = {shifted(c, window): shifted(s, window) for c, s in window.gold.source if inside(c, window) and inside(s, window)}
        truth = [sources.index(of[c]) if c in of else len(sources) for c in cues]
        b, m = pair_loss(model.sourceLink, h, cues, sources, truth)
        total, count = total + a + b, count + n + m
    return total / max(1, count)


def losses(model, windows, half):
    pieces, shape, quote, place, mask, heads, real = batch_of(windows)
    if random.random() < 0.1:
        shape = torch.zeros_like(shape)
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        hidden = model.encode(pieces, shape, quote, place, mask)
    hidden = hidden.float().gather(1, heads[..., None].expand(-1, -1, hidden.shape[2]))
    wide = real.shape[1]
    gold = torch.tensor([(w.gold.labels[w.first:w.end] + [0] * wide)[:wide] for w in windows])
    for row, window in zip(gold, windows):  # a span cut off by the window begins anew
        if row[0] in (2, 4, 6):
            row[0] -= 1
    tags = model.crf_loss(model.labels(model.dropout(hidden)), gold, real)
    return tags, link_loss(model, hidden, windows)


def optimizer_of(model, rate):
    decay, plain, heads = [], [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if name.startswith(("layers", "embeddingNorm")):
            (plain if p.ndim == 1 else decay).append(p)
        else:
            heads.append(p)
    return torch.optim.AdamW([{"params": decay, "lr": rate, "weight_decay": 0.01}, {"params": plain, "lr": rate, "weight_decay": 0.0},
                              {"params": heads, "lr": rate * 8, "weight_decay": 0.0}])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--encoder", required=True, help="folder with model.safetensors and tokenizer.json")
    ap.add_argument("--polnear", required=True, help="folder of the corpus part to learn from")
    ap.add_argument("--out", required=True)
    ap.add_argument("--epochs", type=int, default=6)
    ap.add_argument("--batch", type=int, default=8)
    ap.add_argument("--rate", type=float, default=1.2e-4)
    ap.add_argument("--seed", type=int, default=7)
    ap.add_argument("--dropout", type=float, default=0.1)
    ap.add_argument("--no-half", action="store_true", help="float32 instead of bfloat16 matrix products")
    args = ap.parse_args()
    os.makedirs(args.out, exist_ok=True)
    tokenizer = Tokenizer.from_file(os.path.join(args.encoder, "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    torch.manual_seed(args.seed)
    model = Tagger(args.dropout)
    model.load_encoder(os.path.join(args.encoder, "model.safetensors"))
    optimizer = optimizer_of(model, args.rate)
    articles = []
    for a in read_corpus(args.polnear):
        words = words_of(tokenizer, a.text)
        articles.append((words, [gold_of(words, v) for v in a.versions]))
    done, path = 0, os.path.join(args.out, "state.pt")
    if os.path.exists(path):
        state = torch.load(path)
        model.load_state_dict(state["model"]), optimizer.load_state_dict(state["optimizer"])
        done = state["epoch"]
    steps = math.ceil(len(training_windows(articles, random.Random(0))) / args.batch)
    for epoch in range(done, args.epochs):
        random.seed(f"{args.seed}/{epoch}"), torch.manual_seed(args.seed * 1000 + epoch)
        windows = training_windows(articles, random)
        random.shuffle(windows)
        windows.sort(key=lambda w: (w.end - w.first) // 32 + random.random() * 3)
        batches = [windows[i:i + args.batch] for i in range(0, len(windows), args.batch)]
        random.shuffle(batches)
        model.train()
        began, sums = time.time(), [0.0, 0.0]
        for i, batch in enumerate(batches):
            progress = (epoch + i / len(batches)) / args.epochs
            factor = min(1.0, (epoch * steps + i + 1) / (0.06 * steps * args.epochs)) * max(0.02, 1 - progress)
            for group, base in zip(optimizer.param_groups, (1, 1, 8)):
                group["lr"] = args.rate * base * factor
            tags, links = losses(model, batch, not args.no_half)
            optimizer.zero_grad()
            (tags * 4 + links * 0.5).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            sums[0] += tags.item()
            sums[1] += links.item()
            if i % 50 == 49:
                print(f"epoch {epoch + 1} step {i + 1}/{len(batches)} tags {sums[0] / (i + 1):.4f} links {sums[1] / (i + 1):.4f} "
                      f"{time.time() - began:.0f} s", flush=True)
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1}, path + ".new")
        os.replace(path + ".new", path)
    torch.save(model.state_dict(), os.path.join(args.out, "tagger.pt"))


if __name__ == "__main__":
    main()
