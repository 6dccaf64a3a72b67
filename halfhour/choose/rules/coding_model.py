"""What the title coder knows, as plain values: trained weights and the official titles in number form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True)
class WordModel:
    """A softmax over SOC codes on the sum of a title's feature vectors (about `text_features`).

    vectors: BUCKETS x size, one byte a weight, to be multiplied with the row's scale.
    """

    vectors: NDArray[np.int8]
    scales: Floats
    output: Floats  # size x classes
    bias: Floats  # classes


@dataclass(frozen=True)
class RerankModel:
    """A small network that weighs the views of each candidate; all weights are plain numbers."""

    mean: Floats
    spread: Floats
    hidden: Floats  # features x width
    hidden_bias: Floats
    out: Floats  # width
    none_mean: Floats
    none_spread: Floats
    none: Floats  # title features: the logit of "none of these"
    none_bias: float


@dataclass(frozen=True)
class CodingModel:
    """Everything `Coder` needs.

    codes: O*NET-SOC codes; class_of: the index of each code's SOC code in socs.
    titles: the official titles in `canon` form; the codes of title i are
    title_codes[starts[i]:starts[i + 1]], with the weight of their source beside them.
    """

    socs: tuple[str, ...]
    codes: tuple[str, ...]
    names: tuple[str, ...]
    employment: Floats  # by SOC
    titles: tuple[str, ...]
    shown: tuple[str, ...]  # one of the spellings each title was published in
    starts: Ints
    title_codes: Ints
    title_weights: Floats
    words: WordModel
    rerank: RerankModel
