"""Simulations of weights by grille and by its peers on the same marks: whole processes, alternating, median of five.

The acceptabilities are compared before any time is believed: two simulations with chance of their own differ by the error of each,
so that no cell may be further apart than five standard errors of a difference (plus one draw, where a share is next to nothing).
"""
import json
import math
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time

from made_up import make

HERE = os.path.dirname(os.path.abspath(__file__))
GRILLE = os.path.join(HERE, "..", "..", "target", "release", "grille")


def timed(command, out):
    """Wall seconds, processor seconds and peak MiB of a process."""
    start = time.perf_counter()
    with open(out, "wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(rows, draws, ours, theirs):
    """The largest difference of a cell, in standard errors of a difference."""
    import numpy as np

    with open(ours) as file:
        told = json.load(file)
    told = told.get("simulation", told)
    assert told["draws"] == draws, "not so many draws"
    mine = np.zeros((rows, rows))
    for row in told["submissions"]:
        own, at = row["acceptability"], int(row["id"].split("-")[1])
        mine[at, own["from"] - 1 : own["from"] - 1 + len(own["counts"])] = own["counts"]
    mine /= draws
    peer = np.load(theirs)
    pooled = (mine + peer) / 2
    error = np.sqrt(2 * pooled * (1 - pooled) / draws)
    apart = np.maximum(np.abs(mine - peer) - 1 / draws, 0)
    return float(np.max(np.divide(apart, error, out=np.zeros_like(apart), where=error > 0)))


def alone(function, *arguments):
    """In a process of its own: a child's peak memory counts what its parent held when it was made."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, arguments)


def main(sizes, runs):
    threads = os.environ.get("RAYON_NUM_THREADS", str(os.cpu_count()))
    print(f"{os.cpu_count()} processors, grille on {threads} threads; {runs} runs each, alternating; medians")
    print(f"{'size':>13}  {'program':<10} {'wall':>8} {'processor':>9} {'MiB':>5}  {'× slower':>8}  {'largest difference':>18}")
    for rows, draws in sizes:
        with tempfile.TemporaryDirectory() as folder:
            alone(make, folder, rows, 4, "places = 10\n")
            marks = os.path.join(folder, "in.csv")
            out = {name: os.path.join(folder, name) for name in ["grille", "numpy", "pysensmcda"]}
            ours = [GRILLE, "robustness", "-C", folder, "--only", "draws", "--draws", str(draws), "--format", "json", "--quiet"]
            commands = {"grille": ours}
            for name, script in [("numpy", "r_numpy.py"), ("pysensmcda", "r_pysensmcda.py")]:
                commands[name] = [sys.executable, os.path.join(HERE, script), marks, str(draws), out[name] + ".npy"]
            for name, command in commands.items():
                timed(command, out[name])
            apart = {name: alone(compare, rows, draws, out["grille"], out[name] + ".npy") for name in ["numpy", "pysensmcda"]}
            for name, most in apart.items():
                # Of a million cells, the largest of as many normal differences is near five.
                limit = 5 + math.log10(max(rows / 100, 1)) / 2
                assert most < limit, f"{name} finds other acceptabilities: {most:.1f} standard errors apart"
            found = {name: [] for name in commands}
            for _ in range(runs):
                for name, command in commands.items():
                    found[name].append(timed(command, out[name]))
            for name, all_runs in found.items():
                wall, processor, peak = (statistics.median(values) for values in zip(*all_runs))
                ratio = statistics.median(peer[0] / own[0] for peer, own in zip(all_runs, found["grille"]))
                said = f"{apart[name]:.1f} std. errors" if name in apart else ""
                size = f"{rows} × {draws}"
                print(f"{size:>13}  {name:<10} {wall:>7.3f}s {processor:>8.3f}s {peak:>5.0f}  {ratio:>8.2f}  {said:>18}")


if __name__ == "__main__":
    asked = [tuple(int(part) for part in size.split("x")) for size in sys.argv[1:]]
    main(asked or [(1_000, 10_000), (100, 100_000)], 5)
