package org.thalweg.model;

import java.util.List;
import org.thalweg.model.loss.LossSurface;

/** L = x^2 / 2 + y^2, a surface that does not call itself a valley. */
final class Bowl implements LossSurface {
    @Override
    public List<String> coordinates() {
        return List.of("x", "y");
    }

    @Override
    public double value(double[] theta) {
        return 0.5 * theta[0] * theta[0] + theta[1] * theta[1];
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        gradient[0] = theta[0];
        gradient[1] = 2.0 * theta[1];
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        hessian[0][0] = 1.0;
        hessian[0][1] = 0.0;
        hessian[1][0] = 0.0;
        hessian[1][1] = 2.0;
    }
}
