"""Random tables of marks, and what other programs say of their agreement, for tests/agreement_peers.rs.

A number is what the peer says, an empty cell that there is none, a question mark that the peer does not answer.
Krippendorff's alpha: krippendorff. Intraclass correlations: pingouin. Tau-b: scipy. W: its formula over scipy's ranks.
Calibration: numpy's least squares with one column a unit and a rater. Islands: scipy's connected components.
The interval: the same numbered streams written again here, krippendorff on each draw, numpy's quantiles.
"""
import csv
import itertools
import math
import random
import sys
import warnings

import krippendorff
import numpy as np
import pandas as pd
import pingouin
from scipy import sparse, stats

ALPHAS = ["nominal", "ordinal", "interval", "ratio"]
HEAD = ["case", "marks", *ALPHAS, "icc_single", "icc_average", "w", "w_uncorrected", "tau", "tau_pairs", "islands", "effects",
        "deviation", "severity", "low", "high", "draws_used"]
DRAWS = 200
WORD = 2**64 - 1


def tables(chance):
    """Tables of several sizes and scales, as committees make them: units differ, raters differ, some cells are empty."""
    scales = [(1, 5, 1.0), (0, 20, 0.5), (0, 100, 0.1), (-3, 3, 1.0)]
    for low, high, step in scales:
        for gaps in [0.0, 0.1, 0.4, 0.7]:
            for units, raters in [(6, 4), (12, 2), (15, 3), (40, 8), (30, 5)]:
                spread = (high - low) / 4
                severity = [chance.gauss(0, spread / 2) for _ in range(raters)]
                table = np.full((units, raters), np.nan)
                for unit in range(units):
                    level = chance.uniform(low, high)
                    for rater in range(raters):
                        mark = min(max(level + severity[rater] + chance.gauss(0, spread / 2), low), high)
                        if chance.random() >= gaps:
                            table[unit, rater] = round(round(mark / step) * step, 6)
                yield table
    # Three of twelve reviewers for each unit; two panels that share nobody; a rater who is silent; nothing that varies.
    table = np.full((60, 12), np.nan)
    for unit in range(60):
        for rater in chance.sample(range(12), 3):
            table[unit, rater] = chance.randint(0, 20) / 2
    yield table
    panels = np.full((8, 4), np.nan)
    panels[:4, :2] = [[chance.randint(1, 9) for _ in range(2)] for _ in range(4)]
    panels[4:, 2:] = [[chance.randint(1, 9) for _ in range(2)] for _ in range(4)]
    yield panels
    silent = np.array([[chance.randint(1, 9) for _ in range(3)] for _ in range(9)], dtype=float)
    silent[:, 1] = np.nan
    yield silent
    yield np.full((5, 3), 0.1)
    yield np.array([[1.0], [2.0], [2.0]])
    yield np.array([[1.0, np.nan], [np.nan, 2.0]])


def alpha(table, level):
    given = (~np.isnan(table)).sum(axis=1)
    pairable = table[given > 1]
    values = pairable[~np.isnan(pairable)]
    if len(np.unique(values)) < 2:
        return None
    if level == "ratio" and (values < 0).any():
        return None
    return krippendorff.alpha(reliability_data=pairable.T, level_of_measurement=level)


def icc(complete):
    units, raters = complete.shape
    if units < 2 or raters < 2 or len(np.unique(complete)) < 2:
        return None, None
    if complete.size < 5:
        return "?", "?"
    rows = [(unit, rater, complete[unit, rater]) for unit in range(units) for rater in range(raters)]
    frame = pd.DataFrame(rows, columns=["unit", "rater", "mark"])
    found = pingouin.intraclass_corr(frame, targets="unit", raters="rater", ratings="mark").set_index("Type")["ICC"]
    names = [["ICC2", "ICC(A,1)"], ["ICC2k", "ICC(A,k)"]]
    return tuple(next(float(found[name]) for name in either if name in found.index) for either in names)


def concordance(complete):
    units, raters = complete.shape
    if units < 2 or raters < 2:
        return None, None
    ranks = np.column_stack([stats.rankdata(complete[:, rater]) for rater in range(raters)])
    sums = ranks.sum(axis=1)
    squares = ((sums - sums.mean()) ** 2).sum()
    ties = sum(count**3 - count for rater in range(raters) for count in np.unique(complete[:, rater], return_counts=True)[1])
    most = raters**2 * (units**3 - units)
    return (None, None) if most == raters * ties else (12 * squares / (most - raters * ties), 12 * squares / most)


def tau(table):
    taus, undefined, apart = [], 0, 0
    for one, other in itertools.combinations(range(table.shape[1]), 2):
        both = ~np.isnan(table[:, one]) & ~np.isnan(table[:, other])
        if both.sum() < 2:
            apart += 1
            continue
        found = stats.kendalltau(table[both, one], table[both, other], variant="b").statistic
        if math.isnan(found):
            undefined += 1
        else:
            taus.append(found)
    return (float(np.mean(taus)) if taus else None), f"{len(taus)} {undefined} {apart}"


def islands(table):
    units, raters = table.shape
    at = np.argwhere(~np.isnan(table))
    graph = sparse.coo_matrix((np.ones(len(at)), (at[:, 0], units + at[:, 1])), shape=(units + raters, units + raters))
    _, labels = sparse.csgraph.connected_components(graph, directed=False)
    return len({labels[unit] for unit, _ in at})


def calibration(table):
    units, raters = table.shape
    at = np.argwhere(~np.isnan(table))
    design = np.zeros((len(at), units + raters))
    for row, (unit, rater) in enumerate(at):
        design[row, unit] = design[row, units + rater] = 1
    marks = table[at[:, 0], at[:, 1]]
    found, _, rank, _ = np.linalg.lstsq(design, marks, rcond=None)
    spoke = sorted({int(rater) for _, rater in at})
    middle = np.mean([found[units + rater] for rater in spoke])
    effects = " ".join(repr(float(found[units + rater] - middle)) if rater in spoke else "." for rater in range(raters))
    freedom = len(at) - rank
    return effects, (math.sqrt(((marks - design @ found) ** 2).sum() / freedom) if freedom else None)


def severity(table):
    """One rater after another: the mean of the mark less the mean of the others."""
    words = []
    for rater in range(table.shape[1]):
        others = np.delete(table, rater, axis=1)
        shared = ~np.isnan(table[:, rater]) & (~np.isnan(others)).any(axis=1)
        gaps = table[shared, rater] - np.nanmean(others[shared], axis=1) if shared.any() else []
        words.append(repr(float(np.mean(gaps))) if len(gaps) else ".")
    return " ".join(words)


def mixed(state):
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & WORD
    return state ^ (state >> 31)


def stream(seed, index, step=0x9E3779B97F4A7C15):
    state = mixed((seed + index * step + step) & WORD)
    while True:
        state = (state + step) & WORD
        yield mixed(state)


def interval(table, seed):
    units = len(table)
    values = []
    for index in range(DRAWS):
        numbers = (number for number in stream(seed, index) if (number * units) & WORD >= 2**64 % units)
        drawn = [(next(numbers) * units) >> 64 for _ in range(units)]
        found = alpha(table[drawn], "interval")
        if found is not None:
            values.append(found)
    if units < 2 or len(values) < 40:
        return None, None, None
    return (*map(float, np.quantile(values, [0.025, 0.975])), len(values))


def main():
    warnings.simplefilter("ignore")
    chance = random.Random(20)
    with open(sys.argv[1], "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEAD)
        for case, table in enumerate(tables(chance)):
            marks = " / ".join(" ".join("." if math.isnan(mark) else repr(float(mark)) for mark in row) for row in table)
            complete = table[~np.isnan(table).any(axis=1)]
            alphas = [alpha(table, level) for level in ALPHAS]
            count = islands(table)
            fitted = calibration(table) if count == 1 else (None, None)
            # Every fifth table: each draw is a run of the peer.
            bounds = interval(table, case) if case % 5 == 0 else ("?", "?", "?")
            cells = [*alphas, *icc(complete), *concordance(complete), *tau(table), count, *fitted, severity(table), *bounds]
            text = ["" if cell is None else cell if isinstance(cell, str) else repr(float(cell)) for cell in cells]
            out.writerow([case, marks, *text])


main()
