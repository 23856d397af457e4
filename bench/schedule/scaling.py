#!/usr/bin/env python3
"""Stragglers of a sweep over many executors, simulated: a cell is one task, and tasks begin in the order of the grid (more
than 1000 cells) or the longest first (fewer). Cells take lognormal times of mean 1. Prints the busy share of all cores
until the last cell is done, for cells independent of their place (spread 1) and for cells whose time falls a hundredfold
along the grid; then the same where the cores of an executor, which have no cell left, take blocks of its other cells, 16
blocks a cell at most, against executors of one core."""
import heapq
import numpy as np


def busy(times, cores):
    free = [0.0] * min(cores, len(times))
    for t in times:
        heapq.heapreplace(free, free[0] + t)
    return sum(times) / (cores * max(free))


def helped(times, executors, cores, blocks):
    """As busy; each executor's cores share its last cells, a cell at most among as many cores as it has blocks. A cell
    begins on a core while there are any; where none is left, cores without one are shared evenly by those under way."""
    slots = [(0.0, e) for e in range(executors) for _ in range(cores)]
    heapq.heapify(slots)
    ends = [[] for _ in range(executors)]
    last_begin = 0.0
    for t in times:
        at, e = heapq.heappop(slots)
        last_begin = max(last_begin, at)
        ends[e].append(at + t)
        heapq.heappush(slots, (at + t, e))
    finish = 0.0
    for e in range(executors):
        now = last_begin
        left = sorted(end - now for end in ends[e] if end > now)
        while left:
            speed = min(blocks, max(1.0, cores / len(left)))
            step = left[0] / speed
            now += step
            left = [x - step * speed for x in left[1:]]
        finish = max(finish, now)
    return sum(times) / (executors * cores * finish)


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
    print("cells,cores,alone,executors_of_16_help")
    for cells in (100, 1_000, 100_000):
        times = np.exp(random.normal(-0.5, 1.0, cells))
        times = list(np.sort(times)[::-1] if cells <= 1_000 else times)
        for cores in (16, 64, 256):
            print(f"{cells},{cores},{busy(times, cores):.3f},{helped(times, cores // 16, 16, 16):.3f}")


main()
