#!/usr/bin/env python3
"""Stragglers of a sweep over many executors, simulated: a cell is one task on one core, and tasks begin in the order of
the grid (more than 1000 cells) or the longest first (fewer). Cells take lognormal times of mean 1. Prints the busy share
of all cores until the last cell is done, for cells independent of their place (spread 1) and for cells whose time falls
a hundredfold along the grid."""
import heapq
import numpy as np


def busy(times, cores):
    free = [0.0] * min(cores, len(times))
    for t in times:
        heapq.heapreplace(free, free[0] + t)
    return sum(times) / (cores * max(free))


def main():
    random = np.random.default_rng(1)
    print("cells,executors,order,busy_scattered,busy_along_the_grid")
    for cells in (1_000, 100_000, 1_000_000):
        scattered = np.exp(random.normal(-0.5, 1.0, cells))
        along = np.exp(np.linspace(np.log(10.0), np.log(0.1), cells)) * np.exp(random.normal(0.0, 0.3, cells))
        for cores in (1, 2, 16, 256, 4096):
            if cells <= 1_000:
                scattered, along = np.sort(scattered)[::-1], np.sort(along)[::-1]
            order = "longest first" if cells <= 1_000 else "grid"
            print(f"{cells},{cores},{order},{busy(list(scattered), cores):.4f},{busy(list(along), cores):.4f}")


main()
