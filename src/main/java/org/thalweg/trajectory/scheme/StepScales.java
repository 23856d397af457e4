package org.thalweg.trajectory.scheme;

import java.util.List;
import java.util.Optional;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;

/**
 * The scales that limit a step in learning time, from a look along the valley; elsewhere from the start and the known
 * minima.
 *
 * @param curvatureAcross the sharpest curvature, 1/F^2 in a valley: the rate that explicit schemes must resolve
 * @param flatnessLength the shortest length on which a flatness changes by a factor e; infinite where none does
 * @param diffusionAlong the largest D_xx
 * @param pushAlong the largest speed |D_yy F'/F|, summed over directions, with which the sharp directions move x
 * @param floorRate the largest |L0''|
 */
record StepScales(double curvatureAcross, double flatnessLength, double diffusionAlong, double pushAlong,
        double floorRate) {
    /** Points looked at along the valley: many to a wave length of any flatness that is worth simulating. */
    private static final int POINTS = 257;

    /**
     * Standard deviation of x in a step, and four times its mean motion by the sharp directions, as a share of the
     * length of the flatness. On the ring at kappa = 4, Delta = .05 the mean flatness is then off by 3e-4 of itself.
     */
    private static final double SHARE = 0.125;

    /** First passages want the path between steps to look like a Brownian motion with constant coefficients. */
    private static final double SHARE_FOR_PASSAGES = 0.09;

    /** Largest step x |L0''|: the floor is treated to second order. */
    private static final double FLOOR_STEP = 0.25;

    /** Largest step x curvature across for schemes that have to resolve it. */
    private static final double RESOLVED = 0.2;

    static StepScales of(Setting setting) {
        Optional<ValleyShape> valley = setting.surface().geometry().shape();
        return valley.isPresent() ? along(setting, valley.get()) : atLandmarks(setting);
    }

    private static StepScales along(Setting setting, ValleyShape shape) {
        Interval window = setting.domain().along().window();
        ItoDiffusion diffusion = setting.diffusion();
        double[] point = new double[setting.surface().dimension()];
        double curvature = 0.0;
        double logSlope = 0.0;
        double spread = 0.0;
        double push = 0.0;
        double floor = 0.0;
        for (int k = 0; k < POINTS; k++) {
            point[0] = window.from() + window.length() * k / (POINTS - 1);
            double speed = 0.0;
            for (int i = 0; i < shape.sharpDirections(); i++) {
                Profile flatness = shape.flatness().get(i);
                double f = flatness.value(point[0]);
                double slope = Math.abs(flatness.slope(point[0]) / f);
                curvature = Math.max(curvature, 1.0 / (f * f));
                logSlope = Math.max(logSlope, slope);
                speed += slope * diffusion.diffusion(i + 1, point);
            }
            push = Math.max(push, speed);
            spread = Math.max(spread, diffusion.diffusion(0, point));
            floor = Math.max(floor, Math.abs(shape.floor().curvature(point[0])));
        }
        double pace = 1.0 / setting.sgd().clock();
        return new StepScales(pace * curvature, 1.0 / logSlope, spread, push, pace * floor);
    }

    /** By the largest row sum of the Hessian, which no eigenvalue exceeds. */
    private static StepScales atLandmarks(Setting setting) {
        int dimension = setting.surface().dimension();
        double[][] hessian = new double[dimension][dimension];
        double curvature = rowSum(setting, setting.start(), hessian);
        List<double[]> minima = setting.surface().landmarks().minima();
        for (double[] minimum : minima) {
            curvature = Math.max(curvature, rowSum(setting, minimum, hessian));
        }
        curvature /= setting.sgd().clock();
        return new StepScales(curvature, Double.POSITIVE_INFINITY, 0.0, 0.0, curvature);
    }

    private static double rowSum(Setting setting, double[] point, double[][] hessian) {
        setting.surface().hessian(point, hessian);
        double largest = 0.0;
        for (double[] row : hessian) {
            double sum = 0.0;
            for (double entry : row) {
                sum += Math.abs(entry);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** The longest step by which motion along the valley is still resolved. */
    double stepAlong(Question question) {
        double share = question == Question.PASSAGE ? SHARE_FOR_PASSAGES : SHARE;
        double reach = share * flatnessLength;
        double byNoise = reach * reach / (2.0 * diffusionAlong);
        double byPush = 0.25 * reach / pushAlong;
        double shortest = Math.min(Math.min(byNoise, byPush), FLOOR_STEP / floorRate);
        // A valley that is the same everywhere has no scale along it: the one across serves.
        return Double.isFinite(shortest) ? shortest : stepAcross();
    }

    /** The longest step that resolves the sharpest curvature; infinite where nothing is curved, as on two slopes. */
    double stepAcross() {
        return RESOLVED / curvatureAcross;
    }
}
