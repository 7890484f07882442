#!/usr/bin/env python3
"""Compares Hearsay's encoder with onnxruntime's: onnx_peer.py HEARSAY-BENCH WEIGHTS [ROUNDS].

Both run the same network (MiniLM-L6, from the same safetensors file) on the same shapes, one thread each, by turns in
one run. Figures are tokens per CPU-second of the process, best of all runs. onnxruntime comes into an environment of
its own in the user's cache, once; where it cannot be had, that is said and Hearsay's figures stand alone.

The graph is written here, operator by operator, as a plain export has it but without an attention mask, since nothing
is padded. onnxruntime applies all its own optimizations. Its vectors are checked against Hearsay's before it is timed.
"""
import logging
import os
import subprocess
import sys
import tempfile
import time

import peers

REQUIREMENTS = ["onnxruntime==1.32.0", "onnx==1.23.2", "numpy==2.4.6", "safetensors==0.8.0"]
SHAPES = [(16, 256), (1, 256), (32, 64)]
RUNS = 5
HEADS = 12
EPSILON = 1e-12


def hearsay(binary, weights, precision):
    """Tokens per CPU-second of Hearsay's encoder for each shape; `precision` is int8 or f32."""
    command = [binary, weights, precision, str(RUNS)] + [f"{batch}x{length}" for batch, length in SHAPES]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [int(line.rsplit("=", 1)[1]) for line in lines.splitlines()]


class Graph:
    """An ONNX graph under construction."""

    def __init__(self, weights):
        self.weights = weights
        self.nodes = []
        self.constants = []

    def constant(self, name, array):
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(array, name))
        return name

    def apply(self, operator, *inputs, **attributes):
        from onnx import helper

        name = f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], name=name, **attributes))
        return name

    def tensor(self, name):
        return self.constant(name, self.weights[name])

    def linear(self, x, name):
        weight = self.constant(name + ".transposed", self.weights[name + ".weight"].T.copy())
        return self.apply("Add", self.apply("MatMul", x, weight), self.tensor(name + ".bias"))

    def norm(self, x, name):
        gain, bias = self.tensor(name + ".weight"), self.tensor(name + ".bias")
        return self.apply("LayerNormalization", x, gain, bias, axis=-1, epsilon=EPSILON)

    def layer(self, x, name):
        heads = lambda y, order: self.apply("Transpose", self.apply("Reshape", y, "split"), perm=order)
        query = heads(self.linear(x, name + ".attention.self.query"), [0, 2, 1, 3])
        key = heads(self.linear(x, name + ".attention.self.key"), [0, 2, 3, 1])
        value = heads(self.linear(x, name + ".attention.self.value"), [0, 2, 1, 3])
        scores = self.apply("Div", self.apply("MatMul", query, key), "width_root")
        mixed = self.apply("MatMul", self.apply("Softmax", scores, axis=-1), value)
        mixed = self.apply("Reshape", self.apply("Transpose", mixed, perm=[0, 2, 1, 3]), "joined")
        mixed = self.linear(mixed, name + ".attention.output.dense")
        x = self.norm(self.apply("Add", mixed, x), name + ".attention.output.LayerNorm")
        wide = self.linear(x, name + ".intermediate.dense")
        error = self.apply("Add", self.apply("Erf", self.apply("Div", wide, "root_two")), "one")
        wide = self.apply("Mul", self.apply("Mul", wide, error), "half")
        return self.norm(self.apply("Add", self.linear(wide, name + ".output.dense"), x), name + ".output.LayerNorm")


def build(weights_path, target):
    """Writes the network as ONNX, with batch and length left open."""
    import numpy
    import onnx
    from onnx import TensorProto, helper
    from safetensors.numpy import load_file

    graph = Graph(load_file(weights_path))
    hidden = graph.weights["embeddings.word_embeddings.weight"].shape[1]
    graph.constant("split", numpy.array([0, 0, HEADS, hidden // HEADS], dtype=numpy.int64))
    graph.constant("joined", numpy.array([0, 0, hidden], dtype=numpy.int64))
    for name, value in (("width_root", (hidden // HEADS) ** 0.5), ("root_two", 2**0.5), ("one", 1), ("half", 0.5)):
        graph.constant(name, numpy.array(value, dtype=numpy.float32))
    words = graph.apply("Gather", graph.tensor("embeddings.word_embeddings.weight"), "pieces")
    places = graph.apply("Gather", graph.tensor("embeddings.position_embeddings.weight"), "positions")
    kind = graph.constant("kind", graph.weights["embeddings.token_type_embeddings.weight"][0].copy())
    x = graph.norm(graph.apply("Add", graph.apply("Add", words, kind), places), "embeddings.LayerNorm")
    layer = 0
    while f"encoder.layer.{layer}.output.dense.weight" in graph.weights:
        x = graph.layer(x, f"encoder.layer.{layer}")
        layer += 1
    value = helper.make_tensor_value_info
    inputs = [
        value("pieces", TensorProto.INT64, ["batch", "length"]),
        value("positions", TensorProto.INT64, [1, "length"]),
    ]
    outputs = [value("rows", TensorProto.FLOAT, ["batch", "length", hidden])]
    graph.nodes.append(helper.make_node("Identity", [x], ["rows"], name="rows"))
    made = helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def session(path):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def encode(model, pieces):
    import numpy

    positions = numpy.arange(pieces.shape[1], dtype=numpy.int64)[None, :]
    return model.run(None, {"pieces": pieces, "positions": positions})[0]


def lowest_cosine(model, binary, weights, precision):
    """The lowest cosine between mean vectors of Hearsay in a precision and of `model`, over random sequences."""
    import numpy

    random = numpy.random.default_rng(20240322)
    sequences = [random.integers(1000, 30000, size=length) for length in (1, 2, 17, 64, 200, 256)]
    text = "".join(" ".join(map(str, sequence)) + "\n" for sequence in sequences)
    command = [binary, weights, precision, "vectors"]
    lines = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    lowest = 1.0
    for sequence, line in zip(sequences, lines.splitlines(), strict=True):
        ours = numpy.array([float(number) for number in line.split()])
        theirs = encode(model, sequence[None, :].astype(numpy.int64))[0].astype(numpy.float64).mean(axis=0)
        lowest = min(lowest, float(ours @ theirs / numpy.sqrt((ours @ ours) * (theirs @ theirs))))
    return lowest


def measure(model):
    """Tokens per CPU-second of an onnxruntime session for each shape, best of RUNS."""
    import numpy

    rates = []
    for batch, length in SHAPES:
        grid = numpy.arange(batch)[:, None] * 7 + numpy.arange(length)[None, :] * 13
        pieces = (2000 + grid % 8000).astype(numpy.int64)
        encode(model, pieces)
        seconds = []
        for _ in range(RUNS):
            start = time.process_time()
            encode(model, pieces)
            seconds.append(time.process_time() - start)
        rates.append(int(batch * length / min(seconds)))
    return rates


def compare(binary, weights, rounds):
    """Times Hearsay and both peers by turns, and prints figures and ratios."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        plain, small = os.path.join(folder, "f32.onnx"), os.path.join(folder, "int8.onnx")
        build(weights, plain)
        logging.disable(logging.WARNING)  # advice about preprocessing, which makes no difference here
        quantize_dynamic(plain, small, per_channel=True, weight_type=QuantType.QInt8)
        f32, int8 = session(plain), session(small)
    for ours, name, model, floor in (("f32", "f32", f32, 0.9999), ("int8", "f32", f32, 0.99), ("f32", "int8", int8, 0.9)):
        cosine = lowest_cosine(model, binary, weights, ours)
        print(f"bench: lowest cosine between vectors of Hearsay {ours} and onnxruntime {name}: {cosine:.6f}")
        if not cosine > floor:
            sys.exit("bench: the two compute something else; the figures would mean nothing")
    best = lambda rows: [max(column) for column in zip(*rows)]
    measures = [lambda: hearsay(binary, weights, "int8"), lambda: measure(int8)]
    measures += [lambda: hearsay(binary, weights, "f32"), lambda: measure(f32)]
    rows = [[one() for one in measures] for _ in range(rounds)]
    columns = [best(column) for column in zip(*rows)]
    print(f"{'shape':>8} {'int8':>9} {'ort int8':>9} {'ratio':>6} {'f32':>9} {'ort f32':>9} {'ratio':>6}")
    for (batch, length), a, b, c, d in zip(SHAPES, *columns):
        print(f"{f'{batch}x{length}':>8} {a:>9} {b:>9} {a / b:>6.2f} {c:>9} {d:>9} {c / d:>6.2f}")


def main():
    binary, weights = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    if os.environ.get("HEARSAY_BENCH_VENV") == "1":
        return compare(binary, weights, rounds)
    print(f"bench: the encoder alone, one thread, tokens per CPU-second, best of {RUNS * rounds}", flush=True)
    python = peers.environment("bench-venv", "onnxruntime", REQUIREMENTS)
    if python:
        command = [python, os.path.abspath(__file__), *sys.argv[1:]]
        sys.exit(subprocess.run(command, env={**os.environ, "HEARSAY_BENCH_VENV": "1"}, check=False).returncode)
    for (batch, length), rate in zip(SHAPES, map(max, zip(*(hearsay(binary, weights, "int8") for _ in range(rounds))))):
        print(f"{f'{batch}x{length}':>8} {rate:>9}")


if __name__ == "__main__":
    main()
