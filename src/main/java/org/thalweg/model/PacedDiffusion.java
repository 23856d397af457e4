package org.thalweg.model;

import java.util.List;
import java.util.Optional;
import org.thalweg.compute.Blocks;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/**
 * A diffusion seen by a slower clock: in one unit of its time {@code pace} units of the other's pass, so that drift and
 * s s^T grow by that factor. Its drift is not -grad L, so it is not said to be that of a valley.
 */
record PacedDiffusion(ItoDiffusion diffusion, double pace) implements ItoDiffusion {
    @Override
    public List<String> coordinates() {
        return diffusion.coordinates();
    }

    @Override
    public NoiseStructure noiseStructure() {
        return diffusion.noiseStructure();
    }

    @Override
    public void drift(double[] point, double[] drift) {
        diffusion.drift(point, drift);
        for (int i = 0; i < drift.length; i++) {
            drift[i] *= pace;
        }
    }

    @Override
    public void covarianceRate(double[] point, double[][] covariance) {
        diffusion.covarianceRate(point, covariance);
        Blocks.scale(covariance, covariance.length, pace);
    }

    @Override
    public Optional<List<Expression>> driftExpressions() {
        return scaled(diffusion.driftExpressions(), pace);
    }

    @Override
    public Optional<List<Expression>> diffuse(List<Expression> white) {
        return scaled(diffusion.diffuse(white), Math.sqrt(pace));
    }

    private static Optional<List<Expression>> scaled(Optional<List<Expression>> vector, double factor) {
        Expression constant = new Expression.Constant(factor);
        return vector.map(v -> v.stream().map(e -> Algebra.product(constant, e)).toList());
    }

    @Override
    public DiffusionKernel bind(int capacity) {
        DiffusionKernel kernel = diffusion.bind(capacity);
        double amplitude = Math.sqrt(pace);
        return new DiffusionKernel() {
            @Override
            public void drift(double[][] theta, int count, double[][] drift) {
                kernel.drift(theta, count, drift);
                Blocks.scale(drift, count, pace);
            }

            @Override
            public void diffuse(double[][] theta, int count, double[][] white, double[][] displacement) {
                kernel.diffuse(theta, count, white, displacement);
                Blocks.scale(displacement, count, amplitude);
            }
        };
    }
}
