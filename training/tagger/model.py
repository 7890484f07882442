"""The tagger: MiniLM layers, word labels under a linear-chain CRF, and two linking heads."""

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

LABELS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
HIDDEN, HEADS, LAYERS, INNER, LINK = 384, 12, 6, 1536, 128
DISTANCES, BETWEEN = 18, 4
FORBIDDEN = -1e4


def allowed_transitions() -> torch.Tensor:
    """0 where label j may follow label i, FORBIDDEN where a span would begin in its middle. Row 0 also stands for the start."""
    mask = torch.zeros(len(LABELS), len(LABELS))
    for i, before in enumerate(LABELS):
        for j, after in enumerate(LABELS):
            if after[0] == "I" and before[2:] != after[2:]:
                mask[i, j] = FORBIDDEN
    return mask


class Layer(nn.Module):
    """One post-norm transformer block, as in BERT."""

    def __init__(self, dropout: float):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.attentionNorm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.outputNorm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        heads = lambda y: y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)
        attended = F.scaled_dot_product_attention(heads(self.query(x)), heads(self.key(x)), heads(self.value(x)),
                                                  attn_mask=mask)  # dropout inside attention triples its time on a CPU
        attended = attended.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.attentionNorm(x + self.dropout(self.output(attended)))
        return self.outputNorm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Linker(nn.Module):
    """Scores "fragment belongs to cue" from the ends of both spans, their distance, and the cues between them."""

    def __init__(self):
        super().__init__()
        self.fragment = nn.Linear(2 * HIDDEN, LINK)
        self.cue = nn.Linear(2 * HIDDEN, LINK)
        self.distance = nn.Embedding(DISTANCES, 1)
        self.between = nn.Embedding(BETWEEN, 1)
        self.none = nn.Linear(2 * HIDDEN, 1)
        for table in (self.distance, self.between):
            nn.init.zeros_(table.weight)

    def forward(self, fragments, cues, distance, between):
        """[f, 2h], [c, 2h], [f, c], [f, c] -> pair scores [f, c]."""
        product = self.fragment(fragments) @ self.cue(cues).T / LINK**0.5
        return product + self.distance(distance).squeeze(-1) + self.between(between).squeeze(-1)


class Tagger(nn.Module):
    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.types = nn.Embedding(2, HIDDEN)
        self.shape, self.quote, self.place = nn.Embedding(5, HIDDEN), nn.Embedding(2, HIDDEN), nn.Embedding(2, HIDDEN)
        for table in (self.shape, self.quote, self.place):
            nn.init.zeros_(table.weight)
        self.embeddingNorm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.labels = nn.Linear(HIDDEN, len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.register_buffer("allowed", allowed_transitions())
        self.contentLink, self.sourceLink = Linker(), Linker()
        for table in (self.words, self.positions, self.types):
            table.weight.requires_grad = False

    def load_encoder(self, path: str):
        """Starts from the official encoder weights; its embedding tables stay as they are."""
        w = load_file(path)
        copy = lambda target, name: target.data.copy_(w[name])
        copy(self.words.weight, "embeddings.word_embeddings.weight")
        copy(self.positions.weight, "embeddings.position_embeddings.weight")
        copy(self.types.weight, "embeddings.token_type_embeddings.weight")
        copy(self.embeddingNorm.weight, "embeddings.LayerNorm.weight")
        copy(self.embeddingNorm.bias, "embeddings.LayerNorm.bias")
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
                 "output": "attention.output.dense", "attentionNorm": "attention.output.LayerNorm",
                 "up": "intermediate.dense", "down": "output.dense", "outputNorm": "output.LayerNorm"}
        for i, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                module = getattr(layer, ours)
                copy(module.weight, f"encoder.layer.{i}.{theirs}.weight")
                copy(module.bias, f"encoder.layer.{i}.{theirs}.bias")

    def encode(self, pieces, shape, quote, place, mask):
        """[b, n] each, mask 1 on real pieces -> [b, n, h]."""
        index = torch.arange(pieces.shape[1])
        x = self.words(pieces) + self.positions(index) + self.types.weight[0]
        x = x + self.shape(shape) + self.quote(quote) + self.place(place)
        x = self.dropout(self.embeddingNorm(x))
        bias = torch.zeros(mask.shape).masked_fill(mask == 0, FORBIDDEN)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def crf_loss(self, emissions, gold, mask):
        """Mean negative log likelihood of the gold label paths; emissions [b, w, l], gold and mask [b, w]."""
        moves = self.transitions + self.allowed
        score = emissions.gather(2, gold[..., None]).squeeze(2)
        steps = moves[gold[:, :-1], gold[:, 1:]]
        path = (score * mask).sum(1) + (steps * mask[:, 1:]).sum(1) + moves[0, gold[:, 0]]
        alpha = emissions[:, 0] + moves[0]
        for t in range(1, emissions.shape[1]):
            after = torch.logsumexp(alpha[:, :, None] + moves, dim=1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None] > 0, after, alpha)
        return (torch.logsumexp(alpha, 1) - path).sum() / mask.sum()

    def viterbi(self, emissions):
        """The best allowed path over one sequence [w, l], as a list of label numbers."""
        moves = (self.transitions + self.allowed).detach()
        best, back = emissions[0] + moves[0], []
        for row in emissions[1:]:
            value, index = (best[:, None] + moves).max(0)
            back.append(index)
            best = value + row
        path = [int(best.argmax())]
        for index in reversed(back):
            path.append(int(index[path[-1]]))
        return path[::-1]


def ends(hidden, spans):
    """[w, h] and k spans of words (half-open) -> [k, 2h]: first and last word of each."""
    first = torch.tensor([a for a, _ in spans], dtype=torch.long)
    last = torch.tensor([b - 1 for _, b in spans], dtype=torch.long)
    return torch.cat([hidden[first], hidden[last]], dim=1)


def distance_bucket(a, b) -> int:
    """Signed logarithmic bucket of the gap in words between two spans; 0...8 when b follows a, 9...17 when it precedes."""
    before = b[0] >= a[1]
    gap = b[0] - a[1] if before else max(0, a[0] - b[1])
    bucket = min(8, gap.bit_length())
    return bucket if before else 9 + bucket


def geometry(fragments, cues):
    """Distance and in-between buckets of every (fragment, cue) pair, [f, c] each."""
    distance = torch.tensor([[distance_bucket(f, c) for c in cues] for f in fragments], dtype=torch.long)
    between = torch.tensor([[min(BETWEEN - 1, sum(1 for o in cues if o != c and min(f[0], c[0]) <= o[0] < max(f[0], c[0])))
                             for c in cues] for f in fragments], dtype=torch.long)
    return distance.reshape(len(fragments), len(cues)), between.reshape(len(fragments), len(cues))
