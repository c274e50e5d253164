"""The peer in numpy: uniform weights from exponentials, a matrix product a block, rank counts by bincount, mean weights of the first.

Usage: r_numpy.py MARKS DRAWS OUT. Submissions with equal totals get ranks of their own, in any order.
"""
import sys

import numpy as np

source, draws, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
shares = np.loadtxt(source, delimiter=",", skiprows=1, usecols=range(1, 7)) / 10
count, criteria = shares.shape
chance = np.random.default_rng(20)
counts = np.zeros(count * count, dtype=np.int64)
central = np.zeros((count, criteria))
places = np.arange(count)
block = max(1, 2_000_000 // count)
for start in range(0, draws, block):
    weights = chance.standard_exponential((min(block, draws - start), criteria))
    weights /= weights.sum(axis=1, keepdims=True)
    order = np.argsort(-(weights @ shares.T), axis=1)
    counts += np.bincount((order * count + places).ravel(), minlength=count * count)
    np.add.at(central, order[:, 0], weights)
np.save(target, counts.reshape(count, count) / draws)
