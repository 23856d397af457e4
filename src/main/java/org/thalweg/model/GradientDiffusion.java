package org.thalweg.model;

import java.util.List;
import java.util.Optional;
import org.thalweg.compute.Blocks;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.SurfaceKernel;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/** Drift -grad L and amplitude s = sqrt(eta) C^(1/2). */
record GradientDiffusion(LossSurface surface, GradientNoise noise, double learningRate) implements ItoDiffusion {
    @Override
    public List<String> coordinates() {
        return surface.coordinates();
    }

    @Override
    public NoiseStructure noiseStructure() {
        return noise.structure();
    }

    @Override
    public void drift(double[] point, double[] drift) {
        surface.gradient(point, drift);
        for (int i = 0; i < drift.length; i++) {
            drift[i] = -drift[i];
        }
    }

    @Override
    public void covarianceRate(double[] point, double[][] covariance) {
        noise.covariance(point, covariance);
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= learningRate;
            }
        }
    }

    @Override
    public double diffusion(int i, double[] point) {
        return ItoDiffusion.half(noise.variance(i, point) * learningRate);
    }

    @Override
    public Optional<ValleyShape> valley() {
        return surface.geometry().shape();
    }

    @Override
    public boolean timeDependent() {
        return surface.timeDependent();
    }

    @Override
    public Optional<List<Expression>> driftExpressions() {
        return surface.gradientExpressions().map(g -> g.stream().map(Algebra::negation).toList());
    }

    @Override
    public Optional<List<Expression>> diffuse(List<Expression> white) {
        Expression amplitude = new Expression.Constant(Math.sqrt(learningRate));
        return noise.colour(white).map(c -> c.stream().map(e -> Algebra.product(amplitude, e)).toList());
    }

    @Override
    public DiffusionKernel bind(int capacity) {
        SurfaceKernel gradient = surface.bind(capacity);
        NoiseKernel colour = noise.bind(capacity);
        double amplitude = Math.sqrt(learningRate);
        return new DiffusionKernel() {
            @Override
            public void drift(double[][] theta, int count, double[][] drift) {
                gradient.gradient(theta, count, drift);
                Blocks.scale(drift, count, -1.0);
            }

            @Override
            public void diffuse(double[][] theta, int count, double[][] white, double[][] displacement) {
                colour.colour(theta, count, white, displacement);
                Blocks.scale(displacement, count, amplitude);
            }
        };
    }
}
