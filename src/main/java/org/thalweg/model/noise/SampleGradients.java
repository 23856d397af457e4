package org.thalweg.model.noise;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.SurfaceKernel;
import org.thalweg.model.ValleyShape;
import org.thalweg.model.surface.Valley;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Tape;
import org.thalweg.symbolic.TapeKernel;

/**
 * What samples of {@link MiniBatchNoise} contribute to a gradient: s grad L(u, w), of a valley with one sharp
 * direction. One compiled loop where floor and flatness are formulas, and the kernel of the surface where they are not.
 */
final class SampleGradients {
    private static final int VARIABLES = 3;

    private final Valley valley;
    private final Optional<Tape> tape;

    SampleGradients(ValleyShape shape) {
        this.valley = new Valley(shape);
        Expression scale = new Expression.Variable(VARIABLES - 1);
        this.tape = valley.gradientExpressions().map(gradient -> Tape.of(VARIABLES, List.of(
                Algebra.product(scale, gradient.get(0)), Algebra.product(scale, gradient.get(1)))));
    }

    /** A worker that makes rows of s g_x and s g_y from rows of u, w and s. */
    TapeKernel bind(int capacity) {
        return tape.isPresent() ? tape.get().bind(capacity) : scaled(valley.bind(capacity));
    }

    private static TapeKernel scaled(SurfaceKernel surface) {
        return (samples, count, gradient) -> {
            surface.gradient(samples, count, gradient);
            double[] scale = samples[VARIABLES - 1];
            for (double[] row : gradient) {
                for (int k = 0; k < count; k++) {
                    row[k] *= scale[k];
                }
            }
        };
    }
}
