#!/usr/bin/env bash
# Compares the statistics of agreement with other programs' on random tables. Installs them in target/peers.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -x target/peers/bin/python ] || python3 -m venv target/peers
target/peers/bin/pip install --quiet --disable-pip-version-check krippendorff pingouin scipy numpy
target/peers/bin/python benches/peers/agreement.py target/peers/agreement.csv
GRILLE_PEERS="$PWD/target/peers/agreement.csv" cargo test --quiet --test agreement_peers -- --ignored --nocapture
