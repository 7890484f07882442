"""Words, word pieces and the three small features beside them, exactly as `HearsayReading/Tagging` computes them.

A *word* is what BERT's basic tokenizer yields: a run of letters and digits, or one punctuation mark. The tagger labels
words, each through its first word piece.
"""

import re
from dataclasses import dataclass

import numpy
from tokenizers import Tokenizer

SHAPES = 5  # other, lower, Title, UPPER, digit
QUOTE_STATES = 2  # outside, inside or on a double quotation mark
PLACES = 2  # inside a paragraph, first word of one
OPENING, CLOSING, EITHER = "\u201c\u00ab\u201e", "\u201d\u00bb", '"'


@dataclass
class Words:
    """Parallel arrays over the words of a text: character offsets, pieces, features."""

    start: numpy.ndarray
    end: numpy.ndarray
    pieces: list[list[int]]
    shape: numpy.ndarray
    quote: numpy.ndarray
    place: numpy.ndarray


def shape_of(word: str) -> int:
    if any(c.isdigit() for c in word):
        return 4
    if word[0].isupper():
        return 3 if len(word) > 1 and all(c.isupper() for c in word) else 2
    return 1 if word[0].isalpha() else 0


def quote_states(text: str, starts, ends, places) -> numpy.ndarray:
    """Whether each word lies inside double quotation marks; every paragraph begins outside."""
    state = numpy.zeros(len(starts), dtype=numpy.int64)
    inside = False
    for i, (a, b) in enumerate(zip(starts, ends)):
        if places[i]:
            inside = False
        mark = text[a:b]
        if mark in OPENING or (mark in EITHER and not inside):
            inside, state[i] = True, 1
        elif mark in CLOSING or mark in EITHER:
            inside, state[i] = False, 1
        else:
            state[i] = int(inside)
    return state


def words_of(tokenizer: Tokenizer, text: str) -> Words:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    starts, ends, pieces = [], [], []
    last = None
    for token, word, (a, b) in zip(encoding.ids, encoding.word_ids, encoding.offsets):
        if word != last:
            starts.append(a), ends.append(b), pieces.append([token])
        else:
            ends[-1] = b
            pieces[-1].append(token)
        last = word
    places = numpy.zeros(len(starts), dtype=numpy.int64)
    for i, a in enumerate(starts):
        gap = text[ends[i - 1]:a] if i else "\n\n"
        places[i] = int(re.search(r"\n[^\S\n]*\n", gap) is not None)
    shape = numpy.array([shape_of(text[a:b]) for a, b in zip(starts, ends)], dtype=numpy.int64)
    return Words(numpy.array(starts), numpy.array(ends), pieces, shape, quote_states(text, starts, ends, places), places)
