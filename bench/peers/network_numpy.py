"""numpy beside NetworkBenchmark: microseconds of processor time of SGD steps, gradients and Hessian-vector products on one thread.

Arguments: [ROUNDS 60 [spectrum-64-32-10 | top-5-64-32-10 | served]]; "served" as of NetworkBenchmark. For each row one line, as NetworkBenchmark prints it: its name, median and
first decile. Whole batches go through matrix products; the R-operator is that of Pearlmutter. Batches are ready-made, so that numpy gathers
no samples. With another OPENBLAS_NUM_THREADS than 1 times are by the clock on the wall.
"""
import gzip
import itertools
import math
import os
import sys
from pathlib import Path
from time import perf_counter, process_time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np  # noqa: E402

CLOCK = process_time if os.environ["OPENBLAS_NUM_THREADS"] == "1" else perf_counter

DATA = Path(__file__).resolve().parents[2] / "src/main/resources/org/thalweg/data"
PIECE = 10_000.  # microseconds
served = None
ACTIVATIONS = {
    "tanh": (np.tanh, lambda h: 1 - h * h, lambda h: -2 * h * (1 - h * h)),
    "relu": (lambda u: np.maximum(u, 0), lambda h: (h > 0) * 1., lambda h: 0 * h),
}


class Network:
    """Cross-entropy, biases; parameters layer after layer, weights row by row, then biases."""

    def __init__(self, widths, activation):
        self.value, self.slope, self.bend = ACTIVATIONS[activation]
        self.layers, at = [], 0
        for inputs, outputs in zip(widths, widths[1:]):
            self.layers.append((slice(at, at + inputs * outputs), slice(at + inputs * outputs, at + (inputs + 1) * outputs),
                                (outputs, inputs)))
            at += (inputs + 1) * outputs
        self.parameters = at

    def formula(self):
        theta = np.empty(self.parameters)
        for w, b, (_, inputs) in self.layers:
            theta[w] = np.sqrt(2 / inputs) * np.sin(12.9898 * (np.arange(w.start, w.stop) + 1))
            theta[b] = .1 * np.sin(78.233 * (np.arange(b.start, b.stop) + 1))
        return theta

    def parts(self, theta):
        return [(theta[w].reshape(shape), theta[b]) for w, b, shape in self.layers]

    def forward(self, theta, x):
        values = [x]
        for k, (w, b) in enumerate(self.parts(theta)):
            u = values[-1] @ w.T + b
            values.append(self.value(u) if k < len(self.layers) - 1 else u)
        return values

    @staticmethod
    def softmax(z, y):
        largest = z.max(1, keepdims=True)
        e = np.exp(z - largest)
        total = e.sum(1, keepdims=True)
        p = e / total
        return -((z - largest - np.log(total)) * y).sum(1).mean(), p - y, p

    def gradient(self, theta, x, y):
        values = self.forward(theta, x)
        loss, delta, _ = self.softmax(values[-1], y)
        parts, result = self.parts(theta), np.empty(self.parameters)
        for k in range(len(self.layers) - 1, -1, -1):
            w, b, _ = self.layers[k]
            result[w] = (delta.T @ values[k]).ravel() / len(x)
            result[b] = delta.mean(0)
            if k:
                delta = (delta @ parts[k][0]) * self.slope(values[k])
        return loss, result

    def hessian_times(self, theta, v, x, y):
        values = self.forward(theta, x)
        _, delta, p = self.softmax(values[-1], y)
        parts, along, tangents, inputs = self.parts(theta), self.parts(v), [np.zeros_like(x)], []
        for k, ((w, _), (a, c)) in enumerate(zip(parts, along)):
            r = tangents[k] @ w.T + values[k] @ a.T + c
            inputs.append(r)
            tangents.append(self.slope(values[k + 1]) * r if k < len(self.layers) - 1 else r)
        r = tangents[-1]
        change = p * r - p * (p * r).sum(1, keepdims=True)
        result = np.empty(self.parameters)
        for k in range(len(self.layers) - 1, -1, -1):
            w, b, _ = self.layers[k]
            result[w] = (change.T @ values[k] + delta.T @ tangents[k]).ravel() / len(x)
            result[b] = change.mean(0)
            if k:
                q, slope = delta @ parts[k][0], self.slope(values[k])
                change = (change @ parts[k][0] + delta @ along[k][0]) * slope + q * self.bend(values[k]) * inputs[k - 1]
                delta = q * slope
        return result


def piece(work, count):
    start = CLOCK()
    for _ in range(count):
        work()
    return 1e6 * (CLOCK() - start) / count


def report(name, work, rounds, at_once=1):
    times = []
    for _ in range(2 * rounds):
        start = CLOCK()
        for _ in range(at_once):
            work()
        times.append(1e6 * (CLOCK() - start) / at_once)
    times = sorted(times[rounds:])
    if served is not None:
        served[name] = lambda: piece(work, max(1, math.ceil(PIECE / times[rounds // 2])))
        return
    print(f"{name} {times[rounds // 2]:.1f} {times[rounds // 10]:.1f}")


def idx(name):
    content = gzip.open(DATA / name).read()
    sizes = content[3]
    return np.frombuffer(content, np.uint8, offset=4 + 4 * sizes)


def spectrum():
    network, x, y = digits()
    theta, hessian = network.formula(), np.empty((network.parameters, network.parameters))
    times = [process_time()]
    for row, unit in zip(hessian, np.eye(network.parameters)):
        row[:] = network.hessian_times(theta, unit, x, y)
    hessian = (hessian + hessian.T) / 2
    times.append(process_time())
    np.linalg.eigvalsh(hessian)
    times.append(process_time())
    np.linalg.eigh(hessian)
    times.append(process_time())
    for name, start, end in zip(("form", "eigenvalues", "eigenvectors"), times, times[1:]):
        print(f"{name}-64-32-10 {1e6 * (end - start):.1f} {1e6 * (end - start):.1f}")


def top_five(rounds, network, x, y):
    theta, v = network.formula(), np.sin(np.arange(network.parameters) + 1.)
    report("top-5-64-32-10", lambda: [network.hessian_times(theta, v, x, y) for _ in range(40)], max(1, rounds // 20))


def digits():
    return (Network([64, 32, 10], "tanh"), idx("digits-images.idx3.gz").reshape(-1, 64) / 16,
            np.eye(10)[idx("digits-labels.idx1.gz")])


def step(name, widths, batches, rounds):
    """A step of each of the batches in turn."""
    network, turns = Network(widths, "relu"), itertools.cycle(batches)
    theta = network.formula()
    report(name, lambda: theta - 1e-3 * network.gradient(theta, *next(turns))[1], rounds, 10)


def main():
    global served
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    served = {} if sys.argv[2:] == ["served"] else None
    if sys.argv[2:] == ["spectrum-64-32-10"]:
        return spectrum()
    if sys.argv[2:] == ["top-5-64-32-10"]:
        return top_five(rounds, *digits())
    normal = np.random.default_rng(1).normal
    for widths, size in (([64, 32, 10], 32), ([64, 50, 50, 10], 50), ([784, 50, 50, 10], 50)):
        batch = normal(size=(size, widths[0])), np.eye(10)[np.arange(size) % 10]
        step("step-" + "-".join(map(str, widths)), widths, [batch], rounds)
    network, x, y = digits()
    lists = [7919 * np.arange(50 * k, 50 * (k + 1)) % len(x) for k in range(40)]
    step("step-digits-64-50-50-10", [64, 50, 50, 10], [(x[one], y[one]) for one in lists], rounds)
    theta, v = network.formula(), np.sin(np.arange(network.parameters) + 1.)
    report("gradient-64-32-10", lambda: network.gradient(theta, x, y), rounds)
    report("hessian-times-64-32-10", lambda: network.hessian_times(theta, v, x, y), rounds)
    top_five(rounds, network, x, y)
    if served is not None:
        print("# ready", flush=True)
        for line in sys.stdin:
            print(line.strip(), served[line.strip()](), flush=True)
        return
    v /= np.linalg.norm(v)
    product = network.hessian_times(theta, v, x, y)
    print("#", network.gradient(theta, x, y)[0], v @ product, np.linalg.norm(product))


if __name__ == "__main__":
    main()
