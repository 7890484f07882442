"""python goldens/language_goldens.py ENCODER_DIR ../Tests/HearsayLanguageTests/Fixtures

Makes the goldens of the language tests with the reference tokenizer and PyTorch: tokenizer-cases.json (named cases in
full), tokenizer-random.txt (a hash for each of 10,000 random strings that the test makes again from the same seed),
sentences.txt and sentence-vectors.safetensors (half precision).
"""

import json
import os
import sys

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tagger.model import Tagger  # noqa: E402

encoder, out = sys.argv[1], sys.argv[2]
tokenizer = Tokenizer.from_file(os.path.join(encoder, "tokenizer.json"))
tokenizer.no_truncation(), tokenizer.no_padding()
M64 = (1 << 64) - 1

CASES = [
    "", " ", "Hello, world!", "The official — who asked not to be named — said: “We’re 300,000 short.”",
    "café cafe\u0301 CAFÉ naïve Ångström Øresund łódź ÇA ŐŰ", "İstanbul ısı ǅ ß ẞ ﬁ ſ", "ёлка Вёрстка ЗЕЛЕНСЬКИЙ Їжак",
    "東京は日本の首都です。", "北京大学 and 上海", "한국어 서울특별시 가각힣", "ひらがなカタカナｶﾅ", "مرحبا بالعالم", "שָׁלוֹם",
    "नमस्ते दुनिया", "ภาษาไทย", "😀 👩‍👩‍👧‍👦 🇺🇦 ✊🏽 ☃", "a\u0000b\u0007c\ufffdd\u200be\u200df\ufeffg\u00adh",
    "tab\tline\nreturn\rform\fvertical\vnbsp\u00a0thin\u2009ideographic\u3000end", "x" * 100, "x" * 101, "y" * 5000,
    "https://example.org/a_b?c=d&e=%20#f", "user@example.org", "C++ C# a/b and/or 3.14 1,000 50% $5 €6 £7 ¥8",
    "don't can't o’clock ‘quoted’ „low“ «guillemets» ‹single›", "....", "--- … ‥ ·", "^`~|<>=+$", "№ ℃ ½ ² ™ © ® § ¶ †",
    "[CLS] [SEP] [UNK] [PAD] [MASK]", "##ing ## #", "\u0301\u0302", "a\u0301\u0302\u0303b", "\U0001F600\u0301x",
    "\ud7ff\ue000\uf8ff", "\U0010ffff \U000e0001 \U0001d400𝒜𝔅", "Ａ Ｂ １２３ ！", "ﷺ ㎏ ㍿", "\u3400\u4dbf\u9fff\uf900\ufaff\U00020000\U0002a6df",
    "A" * 99 + "é", "é" * 60, "unaffable pseudohypoparathyroidism antidisestablishmentarianism", "ZWNJ\u200cZWJ\u200d", "line\u2028para\u2029",
    "Ǆ Ⅷ Ⓐ ª º", "Ω Ω K Å", "ά έ ΐ ς Σ", "đ Đ ħ ŧ", "ა Ა", "Ꭰ ꭰ", "𐐀 𐐨", "⁰¹²₃₄", "\u1e9e\u0130\u0149", "\u0958\u0340\u0374\u037e\u0387\u1fef\u212a",
]

ALPHABETS = [
    (0x61, 26), (0x41, 26), (0x30, 10), (0x20, 1), (0x21, 15), (0x00, 32), (0xA0, 96), (0x100, 256), (0x300, 112), (0x370, 144),
    (0x400, 256), (0x590, 112), (0x600, 256), (0x900, 128), (0xE00, 128), (0x1E00, 256), (0x2000, 112), (0x20A0, 352), (0x3000, 256),
    (0x4E00, 20000), (0xAC00, 11172), (0xF900, 512), (0xFE00, 512), (0x1F300, 768), (0x20000, 1000), (0x80, 0xD780), (0xE000, 0x101FFF),
]


def random_strings(count=10_000, state=20_240_322):
    """SplitMix64, as the test in Swift does it."""
    def following():
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & M64
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M64
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M64
        return z ^ (z >> 31)
    for _ in range(count):
        characters, first = [], following() % len(ALPHABETS)
        for _ in range(following() % 24):
            start, size = ALPHABETS[first if following() % 3 else following() % 8]
            characters.append(chr(start + following() % size))
        yield "".join(characters)


def digest(encoding) -> str:
    state = 0xCBF29CE484222325
    for token, (a, b) in zip(encoding.ids, encoding.offsets):
        for value in (token, a, b):
            state = ((state ^ value) * 0x100000001B3) & M64
    return f"{state:016x}"


def reference(text):
    # special tokens written out in a text are ordinary text to us
    plain = Tokenizer.from_str(json.dumps({**json.loads(tokenizer.to_str()), "added_tokens": []}))
    return plain


plain = reference("")
cases = []
for text in CASES:
    text = text.encode("utf8", "surrogatepass").decode("utf8", "replace") if any("\ud800" <= c < "\ue000" for c in text) else text
    e = plain.encode(text, add_special_tokens=False)
    cases.append({"text": text, "ids": e.ids, "offsets": [list(o) for o in e.offsets]})
with open(os.path.join(out, "tokenizer-cases.json"), "w", encoding="utf8") as f:
    f.write("[\n" + ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases) + "\n]\n")
with open(os.path.join(out, "tokenizer-random.txt"), "w") as f:
    for text in random_strings():
        f.write(digest(plain.encode(text, add_special_tokens=False)) + "\n")

PEOPLE = ["Mira Kolen", "an official of the port", "the harbour master", "two people familiar with the talks", "Dr. Ansel Frey",
          "a spokeswoman for Brandt & Söhne", "the Ministry of Tides", "one resident", "the paper’s editor", "Senator Ode Varga"]
VERBS = ["said", "told the Coast Ledger that", "denied that", "expects that", "wrote that", "is convinced that", "asked whether", "reported that"]
FACTS = ["the bridge will open on 14 May", "about 3,000 tonnes of grain were lost", "“nobody was warned”", "prices rose by 4.5% in June",
         "the strike would end within a week", "the court had no such document", "a second crew was on its way to São Tomé"]
sentences = [f"{p} {VERBS[(i * 3 + j) % len(VERBS)]} {FACTS[(i + j * 2) % len(FACTS)]}." for i, p in enumerate(PEOPLE) for j in range(18)]
sentences += ["Yes.", "No!", "東京", "Поезд ушёл в 9:40.", "A " * 300, "…"] + [f"Item {k}: " + "tide " * k for k in range(1, 15)]
sentences = [s.strip() for s in sentences][:200]
with open(os.path.join(out, "sentences.txt"), "w", encoding="utf8") as f:
    f.write("\n".join(sentences) + "\n")
model = Tagger().eval()
model.load_encoder(os.path.join(encoder, "model.safetensors"))
vectors = []
with torch.no_grad():
    for s in sentences:
        ids = plain.encode(s, add_special_tokens=False).ids[:254]
        ids = torch.tensor([[101] + ids + [102]])
        zero = torch.zeros_like(ids)
        mean = model.encode(ids, zero, zero, zero, torch.ones_like(ids))[0].mean(0)
        vectors.append(mean / mean.norm())
save_file({"vectors": torch.stack(vectors).half()}, os.path.join(out, "sentence-vectors.safetensors"))
print(len(cases), "cases,", len(sentences), "sentences")
