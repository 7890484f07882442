"""python goldens/normalization_table.py TOKENIZER.json > ../Sources/HearsayLanguage/Tokenizer/NormalizationTable.swift

Asks the reference tokenizer what it does with every single code point and writes that down as one compact table.
"""

import sys

from tokenizers import Tokenizer

tokenizer = Tokenizer.from_file(sys.argv[1])
normalize = tokenizer.normalizer.normalize_str
split = lambda s: [x for x, _ in tokenizer.pre_tokenizer.pre_tokenize_str(s)]


def action(c: int) -> str:
    """-: dropped; s: space; p: on its own (punctuation); c: on its own (CJK); =: kept; else the code points it becomes."""
    out = normalize(chr(c))
    if out == "":
        return "-"
    if out.strip() == "":
        return "s"
    if out.startswith(" ") and out.endswith(" "):
        return "c" + (out.strip() if out.strip() != chr(c) else "")
    if len(split("a" + out + "a")) > 1:
        return "p" + (out if out != chr(c) else "")
    return "=" if out == chr(c) else "m" + out


runs = []
for c in range(0x80, 0x110000):
    if 0xD800 <= c < 0xE000 or 0xAC00 <= c < 0xD7A4:  # surrogates; Hangul syllables decompose by arithmetic
        continue
    a = action(c)
    if a == "=":
        continue
    delta = ord(a[1]) - c if len(a) == 2 else None
    key = (a[0], delta) if len(a) <= 2 else (a, None)
    for step in (1, 2):
        last = runs[-1] if runs else None
        if last and last[3] == key and len(a) <= 2 and c - last[1] == step and last[2] in (0, step):
            last[1], last[2] = c, step
            break
    else:
        runs.append([c, c, 0, key])


def line(first, end, step, key):
    kind, delta = key
    if len(kind) > 1:
        kind, rest = kind[0], ",".join(f"{ord(x):x}" for x in kind[1:])
        return f"{first:x} {end:x} {max(1, step)} {kind} {rest}"
    return f"{first:x} {end:x} {max(1, step)} {kind}" + (f" {delta:+d}" if delta is not None else "")


print("// Made by training/goldens/normalization_table.py from the reference tokenizer; do not edit.\n")
print("enum NormalizationTable {")
print("    /// Lines of: first and last code point (hexadecimal), step, action, and what it becomes: a signed distance or code points.")
print("    /// Actions: - dropped, s space, p punctuation, c CJK (both stand alone), m mapped. Anything absent stays.")
print('    static let lines: StaticString = """')
for r in runs:
    print("        " + line(*r))
print('        """')
print("}")
