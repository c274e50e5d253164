#!/usr/bin/env bash
# Measures grille against its peers. Usage: benches/peers/run.sh [ROWS…]; installs the peers in target/peers.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --release --quiet
[ -x target/peers/bin/python ] || python3 -m venv target/peers
target/peers/bin/pip install --quiet --disable-pip-version-check polars
target/peers/bin/python benches/peers/run.py "$@"
