#!/usr/bin/env python3
"""The blocks of a recorded sweep (target/busy.csv of bench/busy) on simulated threads that nobody disturbs: how busy they
are to the end, and when who waits, by two rules. "opened": who is free begins a cell, and takes blocks of others when no
cell is left, those opened first. "longest": who is free takes the longest task there is, a block or a cell, by the guesses
of Effort; who waits for a block of its cell begins one more cell meanwhile (StandingCrew). A cell takes 0.1 s beside its
blocks, half before and half after.

    bench/schedule/crew.py target/busy.csv [THREADS]
"""
import collections
import sys

SECONDS = {"sgd": 8.5e-9, "sde": 6.5e-8, "density": 1.0, "passage": 0.011, "training": 1.2e-10}
CELL = 0.1


class Work:
    """Tasks, each a function of a thread, and how long they are by the guesses."""

    def __init__(self, tasks, lengths, outermost=False):
        self.tasks, self.lengths, self.outermost = tasks, lengths, outermost
        self.next = self.busy = 0

    def left(self):
        return self.next < len(self.tasks)

    def length(self):
        return self.lengths[self.next]


class Crew:
    def __init__(self, longest):
        self.longest, self.open, self.twice = longest, [], set()

    def pick(self, works):
        works = [w for w in works if w.left()]
        return None if not works else max(works, key=Work.length) if self.longest else works[0]

    def run(self, work, me):
        task = work.tasks[work.next]
        work.next += 1
        work.busy += 1
        yield from task(me)
        work.busy -= 1

    def take(self, work, me, free):
        while work.left():
            yield from self.run(work, me)
            if free and self.longest and self.pick(self.open) is not work:
                break

    def each(self, tasks, lengths, me):
        work = Work(tasks, lengths)
        self.open.append(work)
        yield from self.take(work, me, False)
        while work.left() or work.busy:
            later = self.pick(self.open[self.open.index(work) + 1:])
            outer = next((w for w in self.open if w.outermost and w.left()), None)
            if later:
                yield from self.take(later, me, False)
            elif self.longest and outer and me not in self.twice:
                self.twice.add(me)
                yield from self.run(outer, me)
                self.twice.discard(me)
            else:
                yield None
        self.open.remove(work)

    def serve(self, me):
        while True:
            work = self.pick(self.open)
            if work:
                yield from self.take(work, me, True)
            else:
                yield None


def cells(path):
    """Kind, guess and processor seconds of the blocks of each cell."""
    blocks = collections.defaultdict(list)
    for line in open(path):
        field = line.strip().split(",")
        if len(field) == 7 and field[0] != "thread":
            blocks[field[1]].append((field[2], SECONDS[field[2]] * float(field[3]), float(field[6])))
    return list(blocks.values())


def sweep(crew, blocks):
    """The cells as tasks, the shortest first and then the longest first."""

    def working(seconds):
        def task(me):
            yield seconds
        return task

    def cell(own):
        def task(me):
            yield CELL / 2
            kinds = list(dict.fromkeys(kind for kind, _, _ in own))
            parts = [[b for b in own if b[0] == kind] for kind in kinds]
            asked = [lambda me, p=p: crew.each([working(b[2]) for b in p], [b[1] for b in p], me) for p in parts]
            yield from crew.each(asked, [sum(b[1] for b in p) for p in parts], me)
            yield CELL / 2
        return task

    order = sorted(blocks, key=lambda own: -sum(b[1] for b in own))
    order.insert(0, order.pop())
    return Work([cell(own) for own in order], [sum(b[1] for b in own) for own in order], outermost=True)


def simulate(path, threads, longest):
    crew, blocks = Crew(longest), cells(path)
    top = sweep(crew, blocks)
    crew.open.append(top)
    serving = [crew.serve(i) for i in range(threads)]
    until, waiting, waits, now = [0.0] * threads, [None] * threads, [], 0.0
    while True:
        quiet = 0
        # What one finds done another may wait for: twice round without anything to do is none.
        while quiet < 2:
            quiet += 1
            for i in range(threads):
                if until[i] <= now:
                    seconds = next(serving[i])
                    if seconds is None:
                        waiting[i] = now if waiting[i] is None else waiting[i]
                        continue
                    if waiting[i] is not None and now > waiting[i]:
                        waits.append((waiting[i], now, i))
                    waiting[i], until[i], quiet = None, now + seconds, 0
        if not top.left() and not top.busy:
            break
        now = min(t for t in until if t > now)
    waits += [(since, now, i) for i, since in enumerate(waiting) if since is not None and now > since]
    work = sum(b[2] for own in blocks for b in own) + CELL * len(blocks)
    print(f"{'longest' if longest else 'opened'}: {now:.2f} s for {work:.2f} s of work, busy {work / threads / now:.4f}")
    for since, end, i in sorted(waits):
        if end - since > 0.02:
            print(f"  thread {i} waits from {since:.2f} to {end:.2f}")


for rule in (False, True):
    simulate(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2, rule)
