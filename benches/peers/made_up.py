"""A made-up call for measurements: six criteria, and marks that are the same on every run."""
import os
import random

WEIGHTS = ["25", "20", "20", "15", "10", "10"]


def make(folder, rows, digits, more=""):
    """A call of `rows` submissions marked 0-10 with so many decimals; `more` goes into the [call] table."""
    step = f"{10 ** -digits:.{digits}f}"
    with open(os.path.join(folder, "grid.toml"), "w") as file:
        file.write('[grid]\nid = "bench"\nversion = "1"\ntitle = "Bench"\nsource = "made up"\n')
        for at, weight in enumerate(WEIGHTS, 1):
            file.write(f'[[criterion]]\nid = "c{at}"\nlabel = "C{at}"\nweight = {weight}\nscale = {{ points = 10, step = {step} }}\n')
    with open(os.path.join(folder, "call.toml"), "w") as file:
        file.write(f'[call]\ngrid = "grid.toml"\nsubmissions = "in.csv"\n{more}')
    draw, unit = random.Random(rows), 10 ** digits
    with open(os.path.join(folder, "in.csv"), "w") as file:
        file.write("id,c1,c2,c3,c4,c5,c6\n")
        for row in range(rows):
            marks = ",".join("%d.%0*d" % (mark // unit, digits, mark % unit) for mark in (draw.randrange(10 * unit + 1) for _ in range(6)))
            file.write(f"SUB-{row:07d},{marks}\n")
