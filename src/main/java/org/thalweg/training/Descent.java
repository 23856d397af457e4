package org.thalweg.training;

import org.thalweg.model.Sgd;

/** The recursion of SGD on one point, as {@link Sgd} has it: momentum, Nesterov, weight decay, schedule. */
final class Descent {
    private final Sgd sgd;
    private final double[] velocity;

    Descent(Sgd sgd, int dimension) {
        this.sgd = sgd;
        this.velocity = sgd.momentum() > 0.0 ? new double[dimension] : new double[0];
    }

    /**
     * Iteration {@code step}, from 0.
     *
     * @param theta modified
     * @param gradient of the batch; modified
     */
    void step(long step, double[] theta, double[] gradient) {
        double rate = sgd.rate(step);
        double decay = sgd.weightDecay();
        for (int i = 0; decay > 0.0 && i < theta.length; i++) {
            gradient[i] += decay * theta[i];
        }
        if (sgd.momentum() == 0.0) {
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= rate * gradient[i];
            }
            return;
        }
        double beta = sgd.momentum();
        for (int i = 0; i < theta.length; i++) {
            double v = beta * velocity[i] + gradient[i];
            velocity[i] = v;
            theta[i] -= rate * (sgd.nesterov() ? gradient[i] + beta * v : v);
        }
    }
}
