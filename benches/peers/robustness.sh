#!/usr/bin/env bash
# Measures simulations of weights against numpy and pysensmcda. Usage: benches/peers/robustness.sh [SUBMISSIONSxDRAWS…]; installs
# the peers in target/peers.
#
# scikit-criteria is not among them: its tools for the stability of ranks (`skcriteria.cmp`) compare methods and rank reversals,
# and draw no weights, so that there is nothing that both would compute.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --release --quiet
[ -x target/peers/bin/python ] || python3 -m venv target/peers
target/peers/bin/pip install --quiet --disable-pip-version-check numpy pysensmcda
target/peers/bin/python benches/peers/robustness.py "$@"
