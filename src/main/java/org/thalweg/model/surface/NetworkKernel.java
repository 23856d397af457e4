package org.thalweg.model.surface;

import org.thalweg.model.SurfaceKernel;
import org.thalweg.network.Network;
import org.thalweg.network.Propagation;

/** A network over all of its samples, one particle after the other: samples go side by side, not particles. */
final class NetworkKernel implements SurfaceKernel {
    private final Propagation propagation;
    private final double[] point;
    private final double[] slope;

    NetworkKernel(Network network) {
        this.propagation = network.bind();
        this.point = new double[network.parameters()];
        this.slope = new double[network.parameters()];
    }

    @Override
    public void value(double[][] theta, int count, double[] value) {
        for (int k = 0; k < count; k++) {
            load(theta, k);
            value[k] = propagation.loss(point);
        }
    }

    @Override
    public void gradient(double[][] theta, int count, double[][] gradient) {
        for (int k = 0; k < count; k++) {
            load(theta, k);
            propagation.lossAndGradient(point, slope);
            for (int i = 0; i < slope.length; i++) {
                gradient[i][k] = slope[i];
            }
        }
    }

    private void load(double[][] theta, int k) {
        for (int i = 0; i < point.length; i++) {
            point[i] = theta[i][k];
        }
    }
}
