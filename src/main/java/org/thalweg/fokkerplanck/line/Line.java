package org.thalweg.fokkerplanck.line;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * A one-dimensional Ito diffusion dx = drift dt + sqrt(2 diffusion) dW: a setting with one parameter as it is, or a
 * valley whose sharp directions have relaxed (physics: drift -L0' + sum_i D_yiyi F_i' / F_i, diffusion D_xx).
 */
public abstract class Line {
    private final Interval interval;

    public Line(Interval interval) {
        this.interval = interval;
    }

    /** Where x lives. */
    public Interval interval() {
        return interval;
    }

    /** The unit of length in which things are looked for on an infinite side. */
    public double unit() {
        return interval.frame().unit();
    }

    /** The drift at {@code x}. */
    public abstract double drift(double x);

    /** The diffusion D_xx at {@code x}. */
    public abstract double diffusion(double x);

    /** The mean of the sum of y_i^2, given x; 0 without sharp directions. */
    public abstract double squareAcross(double x);

    /** The mean of y_i^2 of one sharp direction, given x. */
    public abstract double squareAcross(int direction, double x);

    /** Where the drift jumps, increasing. */
    double[] kinks() {
        return new double[0];
    }

    private static double[] kinksOf(LossSurface surface) {
        return surface.landmarks().kinks().stream().mapToDouble(k -> k).filter(Double::isFinite).sorted().toArray();
    }

    /** Why a setting has no line: surfaces of several parameters that are not valleys, losses that change. */
    public static Optional<Refusal> refuses(PlainSetting setting) {
        if (setting.timeDependent()) {
            return Optional.of(new Refusal("the loss of '" + setting.name() + "' changes with time, so that"
                    + " there is no stationary density; keep it as it is, with --set loss.slow-time=inf"));
        }
        return setting.surface().geometry() == Geometry.LINE ? Optional.empty() : FloorDiffusion.refuses(setting);
    }

    /** The line of a setting; see {@link #refuses}. */
    public static Line of(PlainSetting setting) {
        Refusal.raise(refuses(setting));
        return setting.surface().geometry() == Geometry.LINE ? new Single(setting)
                : new Floor(FloorDiffusion.of(setting), kinksOf(setting.surface()));
    }

    /** A setting with one parameter. */
    private static final class Single extends Line {
        private final ItoDiffusion diffusion;
        private final double[] kinks;

        Single(PlainSetting setting) {
            super(within(setting.domain().along(), setting.surface().basin()).asSeenBy(
                    force(setting.diffusion()), setting.start()[0]));
            this.diffusion = setting.diffusion();
            this.kinks = kinksOf(setting.surface());
        }

        /** An interval with walls or ends is what it is; the open line ends where the loss falls away for ever. */
        private static Interval within(Interval along, Interval basin) {
            return along.bounded() ? along : new Interval(Math.max(along.from(), basin.from()),
                    Math.min(along.to(), basin.to()), along.boundary(), along.frame());
        }

        private static DoubleUnaryOperator force(ItoDiffusion diffusion) {
            return x -> drift(diffusion, x) / diffusion(diffusion, x);
        }

        private static double drift(ItoDiffusion diffusion, double x) {
            double[] drift = new double[1];
            diffusion.drift(new double[] {x}, drift);
            return drift[0];
        }

        private static double diffusion(ItoDiffusion diffusion, double x) {
            double[][] tensor = new double[1][1];
            diffusion.diffusionTensor(new double[] {x}, tensor);
            return tensor[0][0];
        }

        @Override
        double[] kinks() {
            return kinks;
        }

        @Override
        public double drift(double x) {
            return drift(diffusion, x);
        }

        @Override
        public double diffusion(double x) {
            return diffusion(diffusion, x);
        }

        @Override
        public double squareAcross(double x) {
            return 0.0;
        }

        @Override
        public double squareAcross(int direction, double x) {
            throw new IndexOutOfBoundsException("one parameter, and no sharp direction " + direction);
        }
    }

    /** The floor of a valley. */
    private static final class Floor extends Line {
        private final FloorDiffusion floor;
        private final ValleyShape shape;
        /** D_xx, D_y1y1, ... where they are the same everywhere; null where they vary. */
        private final double[] constant;
        private final double[] kinks;

        Floor(FloorDiffusion floor, double[] kinks) {
            super(floor.domain());
            this.kinks = kinks;
            this.floor = floor;
            this.shape = floor.shape();
            this.constant = floor.constantNoise() ? new double[shape.sharpDirections() + 1] : null;
            for (int i = 0; constant != null && i < constant.length; i++) {
                constant[i] = i == 0 ? floor.along(0.0) : floor.across(i - 1, 0.0);
            }
        }

        @Override
        double[] kinks() {
            return kinks;
        }

        @Override
        public double drift(double x) {
            double drift = -shape.floor().slope(x);
            for (int i = 0; i < shape.sharpDirections(); i++) {
                Profile f = shape.flatness().get(i);
                drift += across(i, x) * f.slope(x) / f.value(x);
            }
            return drift;
        }

        @Override
        public double diffusion(double x) {
            return constant != null ? constant[0] : floor.along(x);
        }

        @Override
        public double squareAcross(double x) {
            double sum = 0.0;
            for (int i = 0; i < shape.sharpDirections(); i++) {
                sum += squareAcross(i, x);
            }
            return sum;
        }

        @Override
        public double squareAcross(int direction, double x) {
            double f = shape.flatness().get(direction).value(x);
            return across(direction, x) * f * f;
        }

        private double across(int i, double x) {
            return constant != null ? constant[i + 1] : floor.across(i, x);
        }
    }
}
