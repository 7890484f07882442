"""python -m tagger.export --state RUN/state.pt --out ../Sources/HearsayReading/Resources/tagger.safetensors

Writes the tuned layers and heads in half precision, under the names that the reader expects. The embedding tables are
the official encoder's and are not written.
"""

import argparse

import torch
from safetensors.torch import save_file

from .model import LAYERS, allowed_transitions

NAMES = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
         "output": "attention.output.dense", "attentionNorm": "attention.output.LayerNorm",
         "up": "intermediate.dense", "down": "output.dense", "outputNorm": "output.LayerNorm"}


def tensors_of(state):
    out = {}
    for kind in ("weight", "bias"):
        out[f"embeddings.LayerNorm.{kind}"] = state[f"embeddingNorm.{kind}"]
        out[f"labels.{kind}"] = state[f"labels.{kind}"]
        for i in range(LAYERS):
            for ours, theirs in NAMES.items():
                out[f"encoder.layer.{i}.{theirs}.{kind}"] = state[f"layers.{i}.{ours}.{kind}"]
    for table in ("shape", "quote", "place"):
        out[f"features.{table}"] = state[f"{table}.weight"]
    for link in ("contentLink", "sourceLink"):
        out.update({k: v for k, v in state.items() if k.startswith(link)})
    out["transitions"] = state["transitions"] + allowed_transitions()
    return {k: v.detach().clamp(-60000, 60000).half().contiguous() for k, v in out.items()}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--state", required=True)
    ap.add_argument("--out", required=True)
    args = ap.parse_args()
    state = torch.load(args.state, map_location="cpu")
    tensors = tensors_of(state.get("model", state))
    save_file(tensors, args.out, metadata={"format": "hearsay-tagger-1"})
    print(len(tensors), "tensors,", sum(t.numel() for t in tensors.values()), "numbers")


if __name__ == "__main__":
    main()
