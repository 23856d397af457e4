package org.thalweg.spectra;

import java.util.Arrays;
import org.thalweg.network.Layer;
import org.thalweg.network.Propagation;

/**
 * The largest rise of the loss within a ball, (max L(theta') - L(theta)) / (1 + L(theta)) over |theta' - theta| at most
 * the radius: eps-sharpness [DPBB17, definition 2]. What is found by climbing, along the gradient and from the points
 * that are nearest to a layer of zeros, is a lower bound of it. Where the gradient is nothing it takes directions to
 * begin with: along the leading eigenvector of the Hessian the rise is lambda radius^2 / 2 to second order.
 */
public final class EpsilonSharpness {
    private static final int STEPS = 30;

    private EpsilonSharpness() {}

    /**
     * The best that was found.
     *
     * @param directions unit vectors along which to begin as well, to either side; not modified
     */
    public static double atLeast(Propagation network, double[] theta, double radius, double[]... directions) {
        double[] gradient = new double[theta.length];
        double here = network.lossAndGradient(theta, gradient);
        double size = norm(gradient);
        double[] along = gradient.clone();
        Arrays.setAll(along, i -> size > 0.0 ? radius * along[i] / size : 0.0);
        double best = climb(network, theta, along, radius, here);
        for (Layer layer : network.network().architecture().layers()) {
            double[] towardsZero = new double[theta.length];
            for (int i = layer.weightsFrom(); i < layer.biasesFrom(); i++) {
                towardsZero[i] = -theta[i];
            }
            double norm = norm(towardsZero);
            if (norm > 0.0) {
                double most = Math.min(1.0, radius / norm);
                Arrays.setAll(towardsZero, i -> most * towardsZero[i]);
                best = Math.max(best, climb(network, theta, towardsZero, radius, here));
            }
        }
        for (double[] direction : directions) {
            for (double side : new double[] {radius, -radius}) {
                double[] start = new double[theta.length];
                Arrays.setAll(start, i -> side * direction[i]);
                best = Math.max(best, climb(network, theta, start, radius, here));
            }
        }
        return (best - here) / (1.0 + here);
    }

    /** The highest loss on the way; steps that lead down are taken back and halved. */
    private static double climb(Propagation network, double[] theta, double[] start, double radius, double here) {
        double[] way = within(start, radius);
        double[] uphill = new double[theta.length];
        double best = lossAt(network, theta, way, uphill);
        double step = radius;
        double[] slope = new double[theta.length];
        for (int k = 0; k < STEPS; k++) {
            double norm = norm(uphill);
            if (!(norm > 0.0)) {
                break;
            }
            double factor = step / norm;
            double[] next = way.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] += factor * uphill[i];
            }
            next = within(next, radius);
            double loss = lossAt(network, theta, next, slope);
            if (loss > best) {
                best = loss;
                way = next;
                System.arraycopy(slope, 0, uphill, 0, slope.length);
            } else {
                step *= 0.5;
            }
        }
        return Math.max(best, here);
    }

    private static double lossAt(Propagation network, double[] theta, double[] way, double[] gradient) {
        double[] there = new double[theta.length];
        Arrays.setAll(there, i -> theta[i] + way[i]);
        return network.lossAndGradient(there, gradient);
    }

    /** On the ball where it would be outside. */
    private static double[] within(double[] way, double radius) {
        double norm = norm(way);
        double factor = norm > radius ? radius / norm : 1.0;
        double[] inside = new double[way.length];
        Arrays.setAll(inside, i -> factor * way[i]);
        return inside;
    }

    private static double norm(double[] v) {
        double squares = 0.0;
        for (double value : v) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
