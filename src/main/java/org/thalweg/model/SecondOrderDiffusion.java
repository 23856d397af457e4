package org.thalweg.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Derivative;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * The drift of plain SGD corrected for the length of its steps, -grad(L + (eta/4) |grad L|^2) = -(g + (eta/2) H g) with
 * gradient g and Hessian H; the noise of first order.
 */
record SecondOrderDiffusion(GradientDiffusion first) implements ItoDiffusion {
    @Override
    public List<String> coordinates() {
        return first.coordinates();
    }

    @Override
    public NoiseStructure noiseStructure() {
        return first.noiseStructure();
    }

    @Override
    public void drift(double[] point, double[] drift) {
        double[][] hessian = new double[drift.length][drift.length];
        double[] gradient = new double[drift.length];
        first.surface().gradient(point, gradient);
        first.surface().hessian(point, hessian);
        for (int i = 0; i < drift.length; i++) {
            double turned = 0.0;
            for (int j = 0; j < drift.length; j++) {
                turned += hessian[i][j] * gradient[j];
            }
            drift[i] = -(gradient[i] + 0.5 * first.learningRate() * turned);
        }
    }

    @Override
    public void covarianceRate(double[] point, double[][] covariance) {
        first.covarianceRate(point, covariance);
    }

    @Override
    public boolean timeDependent() {
        return first.timeDependent();
    }

    @Override
    public Optional<List<Expression>> driftExpressions() {
        Expression half = new Expression.Constant(0.5 * first.learningRate());
        return first.driftExpressions().map(b -> {
            List<Expression> corrected = new ArrayList<>();
            for (int i = 0; i < b.size(); i++) {
                // b = -g, so that -H g = -(grad b) b.
                Expression turned = Algebra.ZERO;
                for (int j = 0; j < b.size(); j++) {
                    turned = Algebra.sum(turned, Algebra.product(Derivative.of(b.get(i), j), b.get(j)));
                }
                corrected.add(Algebra.difference(b.get(i), Algebra.product(half, turned)));
            }
            return corrected;
        });
    }

    @Override
    public Optional<List<Expression>> diffuse(List<Expression> white) {
        return first.diffuse(white);
    }

    @Override
    public DiffusionKernel bind(int capacity) {
        DiffusionKernel kernel = first.bind(capacity);
        Optional<TapeKernel> tape = driftExpressions().map(b -> Tape.of(b.size(), b).bind(capacity));
        double[] point = new double[dimension()];
        double[] slope = new double[dimension()];
        return new DiffusionKernel() {
            @Override
            public void drift(double[][] theta, int count, double[][] drift) {
                if (tape.isPresent()) {
                    tape.get().evaluate(theta, count, drift);
                    return;
                }
                for (int k = 0; k < count; k++) {
                    for (int i = 0; i < point.length; i++) {
                        point[i] = theta[i][k];
                    }
                    SecondOrderDiffusion.this.drift(point, slope);
                    for (int i = 0; i < point.length; i++) {
                        drift[i][k] = slope[i];
                    }
                }
            }

            @Override
            public void diffuse(double[][] theta, int count, double[][] white, double[][] displacement) {
                kernel.diffuse(theta, count, white, displacement);
            }
        };
    }
}
