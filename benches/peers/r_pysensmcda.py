"""The peer in pysensmcda: its own SMAA, accumulating rank acceptabilities. Usage: r_pysensmcda.py MARKS DRAWS OUT."""
import sys

import numpy as np
from pysensmcda.smaa import simulate

source, draws, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
shares = np.loadtxt(source, delimiter=",", skiprows=1, usecols=range(1, 7)) / 10
found = simulate(lambda matrix, weights, types: matrix @ weights, shares, np.ones(6), num_samples=draws, store="accumulate", seed=20)
np.save(target, found.rank_acceptability())
