package org.thalweg.model.loss;

/** The plain block worker: one particle after the other. */
final class PointwiseSurfaceKernel implements SurfaceKernel {
    private final LossSurface surface;
    private final double[] point;
    private final double[] slope;

    PointwiseSurfaceKernel(LossSurface surface) {
        this.surface = surface;
        this.point = new double[surface.dimension()];
        this.slope = new double[surface.dimension()];
    }

    @Override
    public void value(double[][] theta, int count, double[] value) {
        for (int k = 0; k < count; k++) {
            load(theta, k);
            value[k] = surface.value(point);
        }
    }

    @Override
    public void gradient(double[][] theta, int count, double[][] gradient) {
        for (int k = 0; k < count; k++) {
            load(theta, k);
            surface.gradient(point, slope);
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
