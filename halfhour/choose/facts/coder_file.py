"""The title coder's model file: an archive of arrays, written with fixed dates so equal models are equal files."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import numpy as np

from halfhour.choose.rules.coding_model import CodingModel, RerankModel, WordModel

_RERANK = ("mean", "spread", "hidden", "hidden_bias", "out", "none_mean", "none_spread", "none")


def pack_model(model: CodingModel) -> bytes:
    """All arrays of the model, compressed."""
    arrays: dict[str, Any] = {
        "socs": _text(model.socs),
        "codes": _text(model.codes),
        "names": _text(model.names),
        "employment": model.employment,
        "titles": _text(model.titles),
        "shown": _text(model.shown),
        "counts": np.diff(model.starts).astype(np.uint8),
        "title_codes": model.title_codes.astype(np.uint16),
        "title_weights": np.rint(model.title_weights * 10).astype(np.uint8),
        "vectors": model.words.vectors,
        "scales": model.words.scales.astype(np.float16),
        "output": model.words.output.astype(np.float16),
        "bias": model.words.bias,
        "none_bias": np.array([model.rerank.none_bias], dtype=np.float32),
        **{f"rerank_{name}": getattr(model.rerank, name) for name in _RERANK},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            plain = io.BytesIO()
            np.lib.format.write_array(plain, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)),
                plain.getvalue(),
                zipfile.ZIP_DEFLATED,
                9,
            )
    return buffer.getvalue()


def unpack_model(data: bytes) -> CodingModel:
    """The model of a file written by `pack_model`; raises ValueError when it is another file."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        counts = arrays["counts"].astype(np.int32)
        return CodingModel(
            socs=_lines(arrays["socs"]),
            codes=_lines(arrays["codes"]),
            names=_lines(arrays["names"]),
            employment=arrays["employment"],
            titles=_lines(arrays["titles"]),
            shown=_lines(arrays["shown"]),
            starts=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
            title_codes=arrays["title_codes"].astype(np.int32),
            title_weights=arrays["title_weights"].astype(np.float32) / 10,
            words=WordModel(
                arrays["vectors"],
                arrays["scales"].astype(np.float32),
                arrays["output"].astype(np.float32),
                arrays["bias"],
            ),
            rerank=RerankModel(
                **{name: arrays[f"rerank_{name}"] for name in _RERANK},
                none_bias=float(arrays["none_bias"][0]),
            ),
        )


def _text(lines: tuple[str, ...]) -> Any:
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def _lines(array: Any) -> tuple[str, ...]:
    return tuple(array.tobytes().decode().split("\n"))
