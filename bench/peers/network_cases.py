#!/usr/bin/env python3
"""Random small networks through the command line, beside exact derivatives by complex steps in numpy.

    bench/peers/network_cases.py [--cases 12] [--seed 1] [--thalweg ./thalweg]

Every activation, both outputs, with and without biases, with and without batch normalisation, one layer to four, widths on both
sides of a line of eight; data and parameters are tables. The gradient is written out sample by sample; a column of the Hessian is the imaginary part of the gradient
at theta + 1e-30 i e_j, exact to rounding. Compared are all quantities of `thalweg probe` to 1e-9 of the largest of their kind;
exit 1 where one is farther off.
"""
import argparse
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

TOLERANCE = 1e-9


def sigmoid(u):
    return 1 / (1 + np.exp(-u))


def softplus(u):
    return np.log(1 + np.exp(-np.where(u.real > 0, u, -u))) + np.where(u.real > 0, u, 0)


ACTIVATIONS = {
    "tanh": (np.tanh, lambda u: 1 - np.tanh(u) ** 2),
    "relu": (lambda u: np.where(u.real > 0, u, 0), lambda u: (u.real > 0) * 1.),
    "softplus": (softplus, sigmoid),
    "sigmoid": (sigmoid, lambda u: sigmoid(u) * (1 - sigmoid(u))),
    "shifted-relu": (lambda u: np.where(u.real > -1, u, -1), lambda u: (u.real > -1) * 1.),
    "identity": (lambda u: u, lambda u: 1 + 0 * u.real),
}


class Network:
    """widths, activation, biases; output "softmax", "logistic" or "mse"; y one-hot, 0 or 1, or targets."""

    def __init__(self, widths, activation, biases, output, x, y):
        self.widths, self.biases, self.output, self.x, self.y = widths, biases, output, x, y
        self.phi, self.slope = ACTIVATIONS[activation]
        self.parameters = sum(o * (i + biases) for i, o in zip(widths, widths[1:]))

    def layers(self, theta):
        at, parts = 0, []
        for i, o in zip(self.widths, self.widths[1:]):
            w = theta[at:at + o * i].reshape(o, i)
            b = theta[at + o * i:at + o * (i + 1)] if self.biases else np.zeros(o)
            parts.append((at, w, b))
            at += o * (i + self.biases)
        return parts

    def sample(self, theta, n):
        """Loss and gradient of one sample; theta may be complex."""
        parts = self.layers(theta)
        values, inputs = [self.x[n] + 0 * theta[0]], []
        for _, w, b in parts:
            inputs.append(w @ values[-1] + b)
            values.append(self.phi(inputs[-1]))
        z, y = inputs[-1], self.y[n]
        if self.output == "mse":
            loss, delta = ((z - y) ** 2).sum() / 2, z - y
        elif self.output == "logistic":
            loss, delta = (softplus(z) - y * z).sum(), sigmoid(z) - y
        else:
            e = np.exp(z - z.real.max())
            loss, delta = np.log(e.sum()) - ((z - z.real.max()) * y).sum(), e / e.sum() - y
        gradient = np.empty(self.parameters, dtype=theta.dtype)
        for l in range(len(parts) - 1, -1, -1):
            at, w, _ = parts[l]
            gradient[at:at + w.size] = np.outer(delta, values[l]).ravel()
            if self.biases:
                gradient[at + w.size:at + w.size + len(delta)] = delta
            if l:
                delta = (delta @ w) * self.slope(inputs[l - 1])
        return loss, gradient

    def mean(self, theta):
        both = [self.sample(theta, n) for n in range(len(self.x))]
        return sum(loss for loss, _ in both) / len(both), sum(g for _, g in both) / len(both)

    def hessian(self, theta):
        h = np.empty((self.parameters,) * 2)
        for j in range(self.parameters):
            there = theta.astype(complex)
            there[j] += 1e-30j
            h[:, j] = self.mean(there)[1].imag / 1e-30
        return h

    def quantities(self, theta):
        """By quantity, layer and index."""
        loss, gradient = self.mean(theta)
        h = self.hessian(theta)
        values, vectors = np.linalg.eigh((h + h.T) / 2)
        values, vectors = values[::-1], vectors[:, ::-1]
        n = self.parameters
        mean, root = values.mean(), np.sqrt(n - 1) or np.inf
        deviation = values.std()
        norm = np.linalg.norm(gradient)
        found = {("loss", "", ""): loss, ("gradient_norm", "", ""): norm, ("hessian_trace", "", ""): np.trace(h),
                 ("hessian_square_trace", "", ""): (h * h).sum(), ("lowest_eigenvalue", "", ""): values[-1],
                 ("ws_upper", "", ""): mean + deviation * min(root, n), ("ws_lower_of_largest", "", ""): mean + deviation / root,
                 ("ws_lower", "", ""): mean - deviation * min(root, n), ("ws_upper_of_smallest", "", ""): mean - deviation / root,
                 ("fisher_rao", "", ""): np.mean([(self.sample(theta, k)[1] @ theta) ** 2 for k in range(len(self.x))]),
                 ("sam_sharpness", "", ""): self.mean(theta + .05 * gradient / norm)[0] - loss}
        for k in range(n):
            found["eigenvalue", "", str(k + 1)] = values[k]
            gap = min(abs(values[k] - v) for j, v in enumerate(values) if j != k) if n > 1 else np.inf
            if gap > 1e-5 * values[0]:
                found["inverse_participation_ratio", "", str(k + 1)] = (vectors[:, k] ** 4).sum()
        if n >= 10 and values[9] > 1e-9 * values[0]:
            found["flatness_top10", "", ""] = np.prod(values[:10]) ** -.1
        for l, (at, w, _) in enumerate(self.layers(theta)):
            block = h[at:at + w.size, at:at + w.size].reshape(w.shape * 2)
            found["relative_flatness", f"W{l + 1}", ""] = np.einsum("st,sata->", w @ w.T, block)
        return found


class Normalised(Network):
    """Hidden inputs normalised over all samples, (u - mean) / sqrt(variance + 1e-5) times gamma plus beta; these follow b."""

    def __init__(self, *what):
        super().__init__(*what)
        self.parameters += 2 * sum(self.widths[1:-1])

    def layers(self, theta):
        at, parts = 0, []
        for l, (i, o) in enumerate(zip(self.widths, self.widths[1:])):
            w, b = theta[at:at + o * i].reshape(o, i), theta[at + o * i:at + o * (i + self.biases)]
            parts.append((at, w, b if self.biases else np.zeros(o)))
            at += o * (i + self.biases) + (2 * o if l < len(self.widths) - 2 else 0)
        return parts

    def sample(self, theta, n):
        return 0., np.full(self.parameters, np.nan)

    def mean(self, theta):
        parts, count = self.layers(theta), len(self.x)
        values, hidden, z = [self.x + 0 * theta[0]], [], None
        for l, (at, w, b) in enumerate(parts):
            z = values[-1] @ w.T + b
            if l < len(parts) - 1:
                begin = at + w.size + self.biases * len(b)
                gamma, beta = theta[begin:begin + len(b)], theta[begin + len(b):begin + 2 * len(b)]
                centred = z - z.sum(0) / count
                s = ((centred ** 2).sum(0) / count + 1e-5) ** -.5
                hidden.append((begin, gamma, centred, s, centred * s * gamma + beta))
                values.append(self.phi(hidden[-1][-1]))
        y = self.y
        if self.output == "mse":
            loss, delta = ((z - y) ** 2).sum() / 2, z - y
        elif self.output == "logistic":
            loss, delta = (softplus(z) - y * z).sum(), sigmoid(z) - y
        else:
            top = z.real.max(1, keepdims=True)
            e = np.exp(z - top)
            loss, delta = (np.log(e.sum(1)) - ((z - top) * y).sum(1)).sum(), e / e.sum(1, keepdims=True) - y
        delta, gradient = delta / count, np.empty(self.parameters, dtype=theta.dtype)
        for l in range(len(parts) - 1, -1, -1):
            at, w, b = parts[l]
            if l < len(parts) - 1:
                begin, gamma, centred, s, normal = hidden[l]
                delta = delta * self.slope(normal)
                gradient[begin:begin + len(b)] = (delta * centred * s).sum(0)
                gradient[begin + len(b):begin + 2 * len(b)] = delta.sum(0)
                delta = delta * gamma
                by_variance = -(delta * centred).sum(0) * s ** 3 / 2
                by_centred = delta * s + 2 * centred * by_variance / count
                delta = by_centred - by_centred.sum(0) / count
            gradient[at:at + w.size] = (delta.T @ values[l]).ravel()
            if self.biases:
                gradient[at + w.size:at + w.size + len(b)] = delta.sum(0)
            delta = delta @ w
        return loss / count, gradient


def case(k, random, folder):
    names = list(ACTIVATIONS)
    activation, biases = names[k % len(names)], bool(random.integers(2))
    output = ["softmax", "mse", "logistic", "mse of classes"][k // len(names) % 4 if k >= len(names) else k % 4]
    depth = [2, 3, 1, 4, 2][k % 5]
    widths = [int(random.integers(1, 6))] + [int(random.choice([1, 2, 3, 4, 5, 7, 8, 9, 11])) for _ in range(depth - 1)]
    units = {"softmax": int(random.integers(2, 5)), "logistic": 1, "mse": int(random.integers(1, 4)),
             "mse of classes": 3}[output]
    widths.append(units)
    samples = int(random.choice([3, 7, 12, 61, 70]))
    x = np.round(random.normal(size=(samples, widths[0])), 6)
    classes = np.arange(samples) % {"logistic": 2, "mse of classes": 3}.get(output, units)
    targets = np.round(random.normal(size=(samples, units)), 6)
    y = {"softmax": lambda: np.eye(units)[classes], "logistic": lambda: classes[:, None], "mse": lambda: targets,
         "mse of classes": lambda: np.eye(3)[classes]}[output]()
    normalised = (k + k // len(names)) % 3 == 1 and depth > 1
    network = (Normalised if normalised else Network)(
        widths, activation, biases, "mse" if output.startswith("mse") else output, x, y)
    theta = np.round(random.normal(size=network.parameters) * .8, 6)
    inputs = [f"x{j + 1}" for j in range(widths[0])]
    outputs = [f"t{j + 1}" for j in range(units)]
    named = output == "mse"
    with open(folder / "data.csv", "w") as file:
        print(",".join(inputs + (outputs if named else ["y"])), file=file)
        for n in range(samples):
            print(",".join(map(repr, map(float, x[n]))) + ","
                  + (",".join(map(repr, map(float, targets[n]))) if named else str(classes[n])), file=file)
    with open(folder / "theta.csv", "w") as file:
        print("theta", *map(repr, map(float, theta)), sep="\n", file=file)
    label = f"outputs: [{', '.join(outputs)}]" if named else "label: y"
    (folder / "case.yaml").write_text(f"""name: case
summary: Case {k}.
loss:
  kind: network
  data: {{table: data.csv, inputs: [{', '.join(inputs)}], {label}}}
  layers: {widths}
  activation: {activation}
  biases: {str(biases).lower()}
  batch-norm: {str(normalised).lower()}
  output: {'mse' if output.startswith('mse') else 'cross-entropy'}
noise: {{kind: samples, batch: {min(3, samples)}, sampling: replacement}}
sgd: {{learning-rate: 0.1}}
start: {{table: theta.csv, value: theta}}
""")
    return network, theta, f"{activation}, {output}, layers {widths}, biases {biases}, {samples} samples" \
        + (", batch normalisation" if normalised else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--thalweg", default="./thalweg", help="the command, with its first arguments")
    asked = parser.parse_args()
    random, failed = np.random.default_rng(asked.seed), 0
    for k in range(asked.cases):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            network, theta, text = case(k, random, folder)
            subprocess.run(asked.thalweg.split() + ["probe", str(folder / "case.yaml"), "--top", str(network.parameters),
                           "--figures", "none", "--quiet", "--out", str(folder / "run")], check=True, capture_output=True)
            rows = {(r["quantity"], r["layer"], r["index"]): float(r["value"])
                    for r in csv.DictReader(open(folder / "run/probes.csv"))}
        expected = network.quantities(theta)
        if isinstance(network, Normalised):
            del expected["fisher_rao", "", ""]
        worst, where = 0., None
        for key, value in expected.items():
            kind = "eigenvalue" if "eigenvalue" in key[0] else key[0]
            scale = max(abs(v) for (q, _, _), v in expected.items() if q == kind)
            error = abs(rows.get(key, np.nan) - value) / scale
            if not error <= worst:
                worst, where = error, key
        failed += not worst <= TOLERANCE
        print(f"{k}: {text}: {len(expected)} quantities, worst {worst:.1e} {where}"
              + ("" if worst <= TOLERANCE else f"  WRONG: {rows.get(where)} for {expected[where]}"), flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
