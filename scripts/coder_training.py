"""Fit the two models of the title coder with plain numpy: the word softmax and the mixing of the views.

Both are fitted on the embedded facts only. The same facts give the same weights on the same machine.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from halfhour.choose.rules.coding_model import Floats, RerankModel, WordModel
from halfhour.choose.rules.reranking import Seen
from halfhour.choose.rules.text_features import BUCKETS, features


@dataclass(frozen=True)
class WordSettings:
    size: int = 96
    epochs: int = 12
    batch: int = 256
    rate: float = 0.05
    dropped: float = 0.3  # share of features left out at random while fitting
    seed: int = 20


def fit_words(
    titles: Sequence[str], labels: Sequence[dict[int, float]], classes: int, settings: WordSettings
) -> WordModel:
    """Fit a softmax over SOC codes on hashed word pieces; labels: for each title its codes and their weights."""
    rng = np.random.default_rng(settings.seed)
    found = [np.array(features(title.split()), dtype=np.int32) for title in titles]
    vectors = (rng.standard_normal((BUCKETS, settings.size)) * 0.1).astype(np.float32)
    output = np.zeros((settings.size, classes), np.float32)
    bias = np.zeros(classes, np.float32)
    sum_vectors = np.full(BUCKETS, 1e-6, np.float32)
    sum_output = np.full_like(output, 1e-6)
    sum_bias = np.full_like(bias, 1e-6)
    weights = np.array([max(label.values()) ** 0.5 for label in labels], np.float32)
    keys = [np.fromiter(label, np.int32, len(label)) for label in labels]
    shares = [np.array(list(label.values()), np.float32) / sum(label.values()) for label in labels]
    started = time.monotonic()
    for epoch in range(settings.epochs):
        order = rng.permutation(len(titles))
        rate = settings.rate * (1 - epoch / settings.epochs) + 0.002
        loss = 0.0
        for at in range(0, len(order), settings.batch):
            batch = order[at : at + settings.batch]
            picked = [_drop(found[one], settings.dropped, rng) for one in batch]
            counts = np.array([len(ids) for ids in picked])
            flat = np.concatenate(picked)
            starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
            scale = (1 / np.sqrt(counts)).astype(np.float32)[:, None]
            summed = np.add.reduceat(vectors[flat], starts, axis=0) * scale
            logit = summed @ output + bias
            logit -= logit.max(axis=1, keepdims=True)
            wrong = np.exp(logit)
            wrong /= wrong.sum(axis=1, keepdims=True)
            for row, one in enumerate(batch):
                loss -= float(np.log(wrong[row, keys[one]] + 1e-9) @ shares[one])
                wrong[row, keys[one]] -= shares[one]
            wrong *= weights[batch][:, None]
            step_output = summed.T @ wrong / len(batch)
            step_bias = wrong.mean(axis=0)
            back = (wrong @ output.T) * scale
            sum_output += step_output**2
            output -= rate * step_output / np.sqrt(sum_output)
            sum_bias += step_bias**2
            bias -= rate * step_bias / np.sqrt(sum_bias)
            rows = np.repeat(np.arange(len(batch)), counts)
            sort = np.argsort(flat, kind="stable")
            ids = flat[sort]
            firsts = np.flatnonzero(np.concatenate([[True], ids[1:] != ids[:-1]]))
            step = np.add.reduceat(back[rows[sort]], firsts, axis=0)
            unique = ids[firsts]
            sum_vectors[unique] += (step * step).mean(axis=1)
            vectors[unique] -= rate * step / np.sqrt(sum_vectors[unique])[:, None]
        tell(
            f"words: epoch {epoch + 1}/{settings.epochs}, loss {loss / len(order):.3f}, {time.monotonic() - started:.0f} s"
        )
    return quantised(vectors, output, bias)


def _drop(ids: NDArray[np.int32], share: float, rng: np.random.Generator) -> NDArray[np.int32]:
    kept = ids[rng.random(len(ids)) >= share] if len(ids) > 4 else ids
    return kept if len(kept) else ids


def quantised(vectors: Floats, output: Floats, bias: Floats) -> WordModel:
    scales = np.maximum(np.abs(vectors).max(axis=1), 1e-6) / 127
    small = np.rint(vectors / scales[:, None]).astype(np.int8)
    half = output.astype(np.float16).astype(np.float32)
    return WordModel(small, scales.astype(np.float16).astype(np.float32), half, bias.astype(np.float32))


@dataclass(frozen=True)
class RerankSettings:
    width: int = 32
    epochs: int = 16
    batch: int = 256
    rate: float = 0.003
    decay: float = 1e-4
    seed: int = 21


def fit_rerank(
    seen: Seen, right: NDArray[np.bool_], weights: Floats, settings: RerankSettings
) -> RerankModel:
    """Fit the mixing network; right: which candidate is acceptable (titles x candidates), all False = none."""
    rng = np.random.default_rng(settings.seed)
    flat = seen.features.reshape(-1, seen.features.shape[2])
    mean, spread = flat.mean(axis=0), flat.std(axis=0) + 1e-3
    none_mean, none_spread = seen.title_features.mean(axis=0), seen.title_features.std(axis=0) + 1e-3
    inputs = (seen.features - mean) / spread
    extra = (seen.title_features - none_mean) / none_spread
    count, _, size = inputs.shape
    values = {
        "hidden": (rng.standard_normal((size, settings.width)) * np.sqrt(2 / size)).astype(np.float32),
        "hidden_bias": np.zeros(settings.width, np.float32),
        "out": (rng.standard_normal(settings.width) * 0.1).astype(np.float32),
        "none": np.zeros(extra.shape[1], np.float32),
        "none_bias": np.zeros(1, np.float32),
    }
    moment = {name: np.zeros_like(value) for name, value in values.items()}
    square = {name: np.zeros_like(value) for name, value in values.items()}
    steps = 0
    for epoch in range(settings.epochs):
        order = rng.permutation(count)
        loss = 0.0
        rate = settings.rate * (1 - epoch / settings.epochs) + 1e-4
        for at in range(0, count, settings.batch):
            batch = order[at : at + settings.batch]
            x, e, y = inputs[batch], extra[batch], right[batch]
            hidden = np.maximum(x @ values["hidden"] + values["hidden_bias"], 0)
            score = np.concatenate(
                [hidden @ values["out"], (e @ values["none"] + values["none_bias"])[:, None]], axis=1
            )
            score -= score.max(axis=1, keepdims=True)
            chance = np.exp(score)
            chance /= chance.sum(axis=1, keepdims=True)
            goal = np.concatenate([y, ~y.any(axis=1, keepdims=True)], axis=1)
            hit = np.maximum((chance * goal).sum(axis=1, keepdims=True), 1e-7)
            loss -= float((np.log(hit[:, 0]) * weights[batch]).sum())
            wrong = (chance - chance * goal / hit) * weights[batch][:, None] / len(batch)
            back = wrong[:, :-1, None] * values["out"] * (hidden > 0)
            slopes = {
                "out": np.einsum("tc,tcw->w", wrong[:, :-1], hidden),
                "hidden": np.einsum("tcf,tcw->fw", x, back, optimize=True),
                "hidden_bias": back.sum(axis=(0, 1)),
                "none": e.T @ wrong[:, -1],
                "none_bias": wrong[:, -1:].sum(axis=0),
            }
            steps += 1
            for name, slope in slopes.items():
                slope = slope + settings.decay * values[name]
                moment[name] = 0.9 * moment[name] + 0.1 * slope
                square[name] = 0.999 * square[name] + 0.001 * slope**2
                step = moment[name] / (1 - 0.9**steps) / (np.sqrt(square[name] / (1 - 0.999**steps)) + 1e-8)
                values[name] = (values[name] - rate * step).astype(np.float32)
        if epoch % 4 == 3:
            tell(f"mixing: epoch {epoch + 1}/{settings.epochs}, loss {loss / weights.sum():.4f}")
    return RerankModel(
        mean.astype(np.float32),
        spread.astype(np.float32),
        values["hidden"],
        values["hidden_bias"],
        values["out"],
        none_mean.astype(np.float32),
        none_spread.astype(np.float32),
        values["none"],
        float(values["none_bias"][0]),
    )


def tell(text: str) -> None:
    print(f"  {text}", file=sys.stderr, flush=True)
