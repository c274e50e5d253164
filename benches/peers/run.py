"""Measures grille against polars on the same rows in the same run: whole processes, alternating, median of several.

The outputs are compared before any time is believed: the same rows, exact totals, and the exact competition rank
(polars adds floating-point numbers, so that it splits some exact ties: those are counted and shown).
"""
import csv
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from fractions import Fraction

from made_up import make

GRILLE = os.path.join(os.path.dirname(__file__), "..", "..", "target", "release", "grille")
PEER = os.path.join(os.path.dirname(__file__), "b_polars.py")


def timed(command):
    """Wall seconds and peak MiB of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{command[0]} failed")
    return wall, usage.ru_maxrss / 1024


def compare(ours, theirs):
    """The rows of both files agree; how many ranks differ because floating point splits an exact tie."""
    with open(ours) as file:
        mine = {row["id"]: (int(row["rank"]), Fraction(row["total"])) for row in csv.DictReader(file)}
    with open(theirs) as file:
        peer = {row["id"]: (int(row["rank"]), float(row["total"])) for row in csv.DictReader(file)}
    assert mine.keys() == peer.keys(), "not the same rows"
    assert all(abs(float(total) - peer[name][1]) < 1e-6 for name, (_, total) in mine.items()), "not the same totals"
    better, rank = {}, 0
    for at, total in enumerate(sorted((total for _, total in mine.values()), reverse=True), 1):
        better.setdefault(total, at)
    assert all(better[total] == rank for rank, total in mine.values()), "not the exact competition ranks"
    return sum(mine[name][0] != peer[name][0] for name in mine)


def main(sizes, runs):
    print(f"{os.cpu_count()} processors; {runs} runs each, alternating; median wall and peak memory")
    print(f"{'rows':>9}  {'grille':>8} {'MiB':>5}  {'polars':>8} {'MiB':>5}  {'ratio':>5}  ranks that floating point gets wrong")
    for rows in sizes:
        with tempfile.TemporaryDirectory() as folder:
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                pool.apply(make, (folder, rows, 2))
            ours, theirs = os.path.join(folder, "ours.csv"), os.path.join(folder, "theirs.csv")
            a = [GRILLE, "rank", folder, "--quiet", "-o", ours]
            b = [sys.executable, PEER, os.path.join(folder, "in.csv"), theirs]
            timed(a), timed(b)
            # In a process of its own: a child's peak memory counts what its parent held when it was made.
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                wrong = pool.apply(compare, (ours, theirs))
            pairs = [(timed(a), timed(b)) for _ in range(runs)]
            mine, peer = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
            middle = lambda values: statistics.median(values)
            ratio = middle([a[0] / b[0] for a, b in pairs])
            print(
                f"{rows:>9}  {middle([wall for wall, _ in mine]):>7.3f}s {middle([peak for _, peak in mine]):>5.0f}"
                f"  {middle([wall for wall, _ in peer]):>7.3f}s {middle([peak for _, peak in peer]):>5.0f}  {ratio:>5.2f}  {wrong}"
            )


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 100_000, 1_000_000]
    main(sizes, 5)
