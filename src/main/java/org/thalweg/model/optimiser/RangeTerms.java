package org.thalweg.model.optimiser;

import java.util.Arrays;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.network.Activation;

/**
 * What one sample contributes to tr H and tr H^2, and the derivatives of a bound by it (docs/theory/optimisers.md has
 * names and formulas): S, A, R = S V D, Q = R h and G = e phi'^T, their adjoints with a bar. Bound to one thread.
 */
final class RangeTerms {
    private final int inputs;
    private final int hidden;
    private final int outputs;
    private final boolean biases;
    private final double[] x;
    private final double[] h;
    private final double[] d1;
    private final double[] d2;
    private final double[] d3;
    private final double[] p;
    private final double[] e;
    private final double[] r;
    private final double[][] s;
    private final double[][] m;
    private final double[][] k;
    private final double[][] a;
    private final double[][] rr;
    private final double[][] q;
    private final double[][] g;
    private final double[] hBar;
    private final double[] dBar;
    private final double[] eBar;
    private final double[][] sBar;
    private final double[][] aBar;
    private final double[][] rBar;
    private final double[][] qBar;
    private final double[][] gBar;

    RangeTerms(int inputs, int hidden, int outputs, boolean biases) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.outputs = outputs;
        this.biases = biases;
        this.x = new double[inputs];
        this.h = new double[hidden];
        this.d1 = new double[hidden];
        this.d2 = new double[hidden];
        this.d3 = new double[hidden];
        this.p = new double[outputs];
        this.e = new double[outputs];
        this.r = new double[hidden];
        this.s = new double[outputs][outputs];
        this.m = new double[outputs][hidden];
        this.k = new double[hidden][hidden];
        this.a = new double[hidden][hidden];
        this.rr = new double[outputs][hidden];
        this.q = new double[outputs][hidden];
        this.g = new double[outputs][hidden];
        this.hBar = new double[hidden];
        this.dBar = new double[hidden];
        this.eBar = new double[outputs];
        this.sBar = new double[outputs][outputs];
        this.aBar = new double[hidden][hidden];
        this.rBar = new double[outputs][hidden];
        this.qBar = new double[outputs][hidden];
        this.gBar = new double[outputs][hidden];
    }

    /** The pass through the network, and all matrices of this sample. */
    void forward(Activation activation, double[] theta, int weights2, int biases2, double[] sample, int label) {
        System.arraycopy(sample, 0, x, 0, inputs);
        for (int i = 0; i < hidden; i++) {
            double u = biases ? theta[hidden * inputs + i] : 0.0;
            for (int j = 0; j < inputs; j++) {
                u += theta[i * inputs + j] * x[j];
            }
            unit(activation, i, u);
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < outputs; c++) {
            p[c] = biases ? theta[biases2 + c] : 0.0;
            for (int i = 0; i < hidden; i++) {
                p[c] += theta[weights2 + c * hidden + i] * h[i];
            }
            largest = Math.max(largest, p[c]);
        }
        double sum = 0.0;
        for (int c = 0; c < outputs; c++) {
            p[c] = Math.exp(p[c] - largest);
            sum += p[c];
        }
        for (int c = 0; c < outputs; c++) {
            p[c] /= sum;
            e[c] = p[c] - (c == label ? 1.0 : 0.0);
        }
        matrices(theta, weights2);
    }

    private void unit(Activation activation, int i, double u) {
        if (activation == Activation.TANH) {
            double t = StrictMath.tanh(u);
            h[i] = t;
            d1[i] = 1.0 - t * t;
            d2[i] = -2.0 * t * d1[i];
            d3[i] = (4.0 * t * t - 2.0 * d1[i]) * d1[i];
            return;
        }
        double sigma = 1.0 / (1.0 + Math.exp(-u));
        double slope = sigma * (1.0 - sigma);
        if (activation == Activation.SIGMOID) {
            h[i] = sigma;
            d1[i] = slope;
            d2[i] = slope * (1.0 - 2.0 * sigma);
            d3[i] = slope * (1.0 - 6.0 * slope);
        } else {
            h[i] = Math.max(u, 0.0) + StrictMath.log1p(Math.exp(-Math.abs(u)));
            d1[i] = sigma;
            d2[i] = slope;
            d3[i] = slope * (1.0 - 2.0 * sigma);
        }
    }

    private void matrices(double[] theta, int weights2) {
        for (int c = 0; c < outputs; c++) {
            for (int l = 0; l < outputs; l++) {
                s[c][l] = (c == l ? p[c] : 0.0) - p[c] * p[l];
            }
            for (int i = 0; i < hidden; i++) {
                m[c][i] = 0.0;
            }
        }
        for (int c = 0; c < outputs; c++) {
            for (int i = 0; i < hidden; i++) {
                for (int l = 0; l < outputs; l++) {
                    m[c][i] += s[c][l] * theta[weights2 + l * hidden + i];
                }
                rr[c][i] = m[c][i] * d1[i];
                q[c][i] = rr[c][i] * h[i];
                g[c][i] = e[c] * d1[i];
            }
        }
        for (int i = 0; i < hidden; i++) {
            r[i] = 0.0;
            for (int c = 0; c < outputs; c++) {
                r[i] += theta[weights2 + c * hidden + i] * e[c];
            }
            for (int j = 0; j < hidden; j++) {
                double sum = 0.0;
                for (int c = 0; c < outputs; c++) {
                    sum += theta[weights2 + c * hidden + i] * m[c][j];
                }
                k[i][j] = sum;
                a[i][j] = d1[i] * sum * d1[j] + (i == j ? d2[i] * r[i] : 0.0);
            }
        }
    }

    private double inputProduct(RangeTerms other) {
        return (biases ? 1.0 : 0.0) + ScalarProduct.of(x, other.x);
    }

    private double hiddenProduct(RangeTerms other) {
        return (biases ? 1.0 : 0.0) + ScalarProduct.of(h, other.h);
    }

    /** |ht|^2 tr S + |xt|^2 tr A. */
    double trace() {
        double ofS = 0.0;
        for (int c = 0; c < outputs; c++) {
            ofS += s[c][c];
        }
        double ofA = 0.0;
        for (int i = 0; i < hidden; i++) {
            ofA += a[i][i];
        }
        return hiddenProduct(this) * ofS + inputProduct(this) * ofA;
    }

    /** The product of the Hessians of two samples, its trace. */
    double pair(RangeTerms other) {
        double ht = hiddenProduct(other);
        double xt = inputProduct(other);
        double cross = ht * dot(rr, other.rr) + dot(q, other.g) + dot(g, other.q) + dot(g, other.g);
        return ht * ht * dot(s, other.s) + xt * xt * dot(a, other.a) + 2.0 * xt * cross;
    }

    /** Starts the adjoints with those of the trace. */
    void begin(double ofTrace) {
        for (double[][] matrix : new double[][][] {sBar, aBar, rBar, qBar, gBar}) {
            for (double[] row : matrix) {
                Arrays.fill(row, 0.0);
            }
        }
        Arrays.fill(dBar, 0.0);
        Arrays.fill(eBar, 0.0);
        double ofS = 0.0;
        for (int c = 0; c < outputs; c++) {
            sBar[c][c] = ofTrace * hiddenProduct(this);
            ofS += s[c][c];
        }
        for (int i = 0; i < hidden; i++) {
            aBar[i][i] = ofTrace * inputProduct(this);
            hBar[i] = 2.0 * ofTrace * ofS * h[i];
        }
    }

    /** Adds what {@link #pair} and its mirror image give, times a factor. */
    void add(RangeTerms other, double factor) {
        double ht = hiddenProduct(other);
        double xt = inputProduct(other);
        add(other.s, 2.0 * factor * ht * ht, sBar);
        add(other.a, 2.0 * factor * xt * xt, aBar);
        add(other.rr, 4.0 * factor * xt * ht, rBar);
        add(other.g, 4.0 * factor * xt, qBar);
        add(other.q, 4.0 * factor * xt, gBar);
        add(other.g, 4.0 * factor * xt, gBar);
        double ofH = 4.0 * factor * (ht * dot(s, other.s) + xt * dot(rr, other.rr));
        for (int i = 0; i < hidden; i++) {
            hBar[i] += ofH * other.h[i];
        }
    }

    /** From the adjoints of the matrices to those of the parameters, which are added to a gradient. */
    void backward(double[] theta, int weights2, int biases2, double[] gradient) {
        double[] secondBar = new double[hidden];
        double[][] mBar = new double[outputs][hidden];
        for (int c = 0; c < outputs; c++) {
            for (int i = 0; i < hidden; i++) {
                double ofR = rBar[c][i] + qBar[c][i] * h[i];
                hBar[i] += qBar[c][i] * rr[c][i];
                eBar[c] += gBar[c][i] * d1[i];
                dBar[i] += gBar[c][i] * e[c] + ofR * m[c][i];
                mBar[c][i] = ofR * d1[i];
            }
        }
        for (int i = 0; i < hidden; i++) {
            double ofC = aBar[i][i];
            secondBar[i] = ofC * r[i];
            for (int c = 0; c < outputs; c++) {
                gradient[weights2 + c * hidden + i] += e[c] * ofC * d2[i];
                eBar[c] += theta[weights2 + c * hidden + i] * ofC * d2[i];
            }
            for (int j = 0; j < hidden; j++) {
                dBar[i] += 2.0 * aBar[i][j] * k[i][j] * d1[j];
                double ofK = d1[i] * aBar[i][j] * d1[j];
                for (int c = 0; c < outputs; c++) {
                    gradient[weights2 + c * hidden + i] += m[c][j] * ofK;
                    mBar[c][j] += theta[weights2 + c * hidden + i] * ofK;
                }
            }
        }
        double[] zBar = softmaxBar(theta, weights2, mBar, gradient);
        for (int i = 0; i < hidden; i++) {
            for (int c = 0; c < outputs; c++) {
                gradient[weights2 + c * hidden + i] += zBar[c] * h[i];
                hBar[i] += theta[weights2 + c * hidden + i] * zBar[c];
            }
            double uBar = hBar[i] * d1[i] + dBar[i] * d2[i] + secondBar[i] * d3[i];
            for (int j = 0; j < inputs; j++) {
                gradient[i * inputs + j] += uBar * x[j];
            }
            if (biases) {
                gradient[hidden * inputs + i] += uBar;
            }
        }
        for (int c = 0; biases && c < outputs; c++) {
            gradient[biases2 + c] += zBar[c];
        }
    }

    /** Through M = S V, S and e to the outputs; what V gets goes to the gradient. */
    private double[] softmaxBar(double[] theta, int weights2, double[][] mBar, double[] gradient) {
        for (int c = 0; c < outputs; c++) {
            for (int l = 0; l < outputs; l++) {
                for (int i = 0; i < hidden; i++) {
                    sBar[c][l] += mBar[c][i] * theta[weights2 + l * hidden + i];
                    gradient[weights2 + l * hidden + i] += s[c][l] * mBar[c][i];
                }
            }
        }
        double[] zBar = new double[outputs];
        double mean = 0.0;
        for (int c = 0; c < outputs; c++) {
            zBar[c] = eBar[c] + sBar[c][c];
            for (int l = 0; l < outputs; l++) {
                zBar[c] -= (sBar[c][l] + sBar[l][c]) * p[l];
            }
            mean += p[c] * zBar[c];
        }
        for (int c = 0; c < outputs; c++) {
            zBar[c] = p[c] * (zBar[c] - mean);
        }
        return zBar;
    }

    private static void add(double[][] from, double factor, double[][] to) {
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < to[i].length; j++) {
                to[i][j] += factor * from[i][j];
            }
        }
    }

    private static double dot(double[][] one, double[][] other) {
        double sum = 0.0;
        for (int i = 0; i < one.length; i++) {
            sum += ScalarProduct.of(one[i], other[i]);
        }
        return sum;
    }
}
