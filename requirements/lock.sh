#!/bin/sh
# Write both lock files anew: pins, markers and hashes, and no registry's host.
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}
export UV_PYTHON_DOWNLOADS=never
compile="$uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --python-version 3.11"
$compile -o requirements/run.txt
$compile --group dev --extra postgres -o requirements/dev.txt
