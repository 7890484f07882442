"""Cuts articles into windows of word pieces, for training (random) and for reading (overlapping)."""

import random
from dataclasses import dataclass, field

import torch

from .corpus import Article, Attribution, Span
from .features import Words
from .model import LABELS

CLS, SEP, PAD = 101, 102, 0
LENGTH = 256
ROLE = {"source": 1, "cue": 3, "content": 5}


@dataclass
class Gold:
    """Word-level truth of one article: a label per word, and the links between spans of words."""

    labels: list[int]
    content: list[tuple[Span, Span | None]] = field(default_factory=list)  # content fragment -> its cue
    source: list[tuple[Span, Span | None]] = field(default_factory=list)  # cue -> its source


def word_span(words: Words, span: Span) -> Span | None:
    inside = [i for i in range(words.start.searchsorted(span[0]) - 1, words.start.searchsorted(span[1]))
              if i >= 0 and words.start[i] < span[1] and words.end[i] > span[0]]
    return (inside[0], inside[-1] + 1) if inside else None


def gold_of(words: Words, attributions: list[Attribution]) -> Gold:
    gold = Gold([0] * len(words.start))
    for a in attributions:
        spans = {r: [s for s in (word_span(words, x) for x in getattr(a, r)) if s] for r in ROLE}
        for role, found in spans.items():
            for first, end in found:
                gold.labels[first:end] = [ROLE[role]] + [ROLE[role] + 1] * (end - first - 1)
        cue = spans["cue"][0] if spans["cue"] else None
        gold.content += [(c, cue) for c in spans["content"]]
        if cue:
            gold.source.append((cue, spans["source"][0] if spans["source"] else None))
    return gold


@dataclass
class Window:
    words: Words
    first: int
    end: int
    gold: Gold | None = None
    quotes: int = 0  # 0 as they are, 1 straight, 2 single


def end_of_window(words: Words, first: int, limit: int) -> int:
    count, end = 0, first
    while end < len(words.pieces) and count + len(words.pieces[end]) <= limit:
        count += len(words.pieces[end])
        end += 1
    return max(end, first + 1)


def paragraph_cut(words: Words, first: int, end: int, rng: random.Random) -> int:
    """Ends a window at its last paragraph break, so that attributions stay whole."""
    if end == len(words.pieces):
        return end
    breaks = [i for i in range(first + 40, end) if words.place[i]]
    return breaks[-1] if breaks else end


def training_windows(articles, rng: random.Random) -> list[Window]:
    """A fresh cut of every article: random lengths, random annotator, now and then other quotation marks."""
    windows = []
    for words, versions in articles:
        gold = rng.choice(versions)
        first = 0
        while first < len(words.pieces):
            limit = (LENGTH - 2) if rng.random() < 0.8 else rng.randint(40, LENGTH - 2)
            end = paragraph_cut(words, first, end_of_window(words, first, limit), rng)
            windows.append(Window(words, first, end, gold, rng.choices((0, 1, 2), (0.7, 0.2, 0.1))[0]))
            first = end
    return windows


def piece_row(window: Window):
    """CLS, the pieces, SEP; features beside them; and the position of each word's first piece."""
    words, straight = window.words, {1523: 1000, 1524: 1000}
    if window.quotes == 2:
        straight = {1523: 1005, 1524: 1005, 1000: 1005}
    row, shape, quote, place, heads = [CLS], [0], [0], [0], []
    for i in range(window.first, window.end):
        heads.append(len(row))
        pieces = words.pieces[i][:LENGTH - 2]
        row += [straight.get(p, p) for p in pieces] if window.quotes else pieces
        shape += [int(words.shape[i])] * len(pieces)
        quote += [0 if window.quotes == 2 else int(words.quote[i])] * len(pieces)
        place += [int(words.place[i] or i == window.first)] * len(pieces)
    return row + [SEP], shape + [0], quote + [0], place + [0], heads


def batch_of(windows: list[Window]):
    """Padded tensors of several windows: pieces, shape, quote, place, mask [b, n]; heads and word mask [b, w]."""
    rows = [piece_row(w) for w in windows]
    length, wide = max(len(r[0]) for r in rows), max(len(r[4]) for r in rows)
    pad = lambda x, n: torch.tensor([list(v) + [0] * (n - len(v)) for v in x])
    pieces, shape, quote, place = (pad([r[k] for r in rows], length) for k in range(4))
    mask = pad([[1] * len(r[0]) for r in rows], length)
    heads = pad([r[4] for r in rows], wide)
    real = pad([[1.0] * len(r[4]) for r in rows], wide)
    return pieces, shape, quote, place, mask, heads, real


def reading_windows(words: Words, overlap: int = 64) -> list[tuple[Window, int, int]]:
    """Overlapping windows that cover a text, each with the range of words that it decides (the middle of overlaps)."""
    cuts, first = [], 0
    while True:
        end = end_of_window(words, first, LENGTH - 2)
        cuts.append((first, end))
        if end >= len(words.pieces):
            break
        back, count = end, 0
        while back > first + 1 and count < overlap:
            back -= 1
            count += len(words.pieces[back])
        first = max(back, first + 1)
    out = []
    for i, (a, b) in enumerate(cuts):
        left = a if i == 0 else (a + cuts[i - 1][1]) // 2
        right = b if i == len(cuts) - 1 else (cuts[i + 1][0] + b) // 2
        out.append((Window(words, a, b), left, right))
    return out


assert LABELS[ROLE["content"]] == "B-content"
