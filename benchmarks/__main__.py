"""`./run bench [NAME ...]`: each module of this folder has a `main()` that prints its table."""

import importlib
import sys
from pathlib import Path

NAMES = sorted(f.stem for f in Path(__file__).parent.glob("*.py") if not f.stem.startswith("_"))


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    for name in wanted or NAMES:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()
    return 0


sys.exit(main(sys.argv[1:]))
