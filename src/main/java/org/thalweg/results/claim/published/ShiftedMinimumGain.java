package org.thalweg.results.claim.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.theory.AsymmetricBias;
import org.thalweg.theory.AsymmetricDirection;
import org.thalweg.theory.ShiftedMinimum;

/**
 * A1, theorem 1 of asymmetric valleys: under a random shift of the loss a solution on the flat side of the minimum
 * gains at least (c - 1) p l / 2. Held against the loss itself for a thousand random shifts and biases along each
 * coordinate that is asymmetric at the minimum.
 */
public final class ShiftedMinimumGain implements DiffusionClaim {
    private static final String STATEMENT =
            "a bias l to the flat side gains at least (c - 1) p l/2 under random shifts, l <= min(r - shift,"
                    + " shift - zeta)";
    private static final int CASES = 1000;

    /** Candidates for zeta, as shares of the reach: a rounded valley is not asymmetric right at its minimum. */
    private static final double[] INNER = {0.0, 1e-3, 1e-2, 0.1, 0.3};

    /**
     * Two slopes meet the bound exactly: the rounding of a difference of losses, far from the minimum, relative to a
     * gain that may be a thousandth of them. The bound is claimed within twice that.
     */
    private static final double ROUNDING = 1e-11;

    /** Of more parameters coordinates are not scanned one by one: each scan takes thousands of gradients. */
    private static final int MOST = 64;

    @Override
    public boolean concerns(PlainSetting setting) {
        return !setting.surface().geometry().valley()
                && (AsymmetricBias.of(setting).isPresent() || !directions(setting).isEmpty());
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        List<AsymmetricDirection> directions = directions(setting);
        Ground ground = Ground.of(STATEMENT, new Hypothesis("a coordinate is asymmetric at the minimum",
                !directions.isEmpty(), directions.size() + " found"));
        return ground.judge("A1", () -> directions.stream().map(direction -> {
            double[] minimum = setting.surface().landmarks().minima().get(0);
            ShiftedMinimum theorem = new ShiftedMinimum(setting.surface(), minimum, List.of(direction));
            return ground.computed(String.format(Locale.ROOT,
                    "A1 least gain over its bound, %d cases, c = %.4g", CASES, direction.ratio()),
                    new Prediction.AtLeast(1.0 - 2.0 * ROUNDING), leastGain(theorem), "rounding", ROUNDING);
        }).toList());
    }

    /** The smallest gain in units of its bound. */
    private static double leastGain(ShiftedMinimum theorem) {
        AsymmetricDirection direction = theorem.directions().get(0);
        RandomStream random = Seed.DEFAULT.stream(Purpose.OTHER, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < CASES; i++) {
            double shift = direction.inner() + (direction.reach() - direction.inner()) * random.nextDouble();
            double largest = theorem.largestBias(0, shift);
            double[] bias = {largest * (1.0 - random.nextDouble())};
            // Too small a bias drowns in the rounding of the losses.
            if (bias[0] > 1e-3 * direction.reach()) {
                least = Math.min(least,
                        theorem.gain(new double[] {shift}, bias) / theorem.bound(bias, 0.0));
            }
        }
        return least;
    }

    /** The coordinates that are asymmetric at the first minimum, each with the constants that promise most. */
    private static List<AsymmetricDirection> directions(PlainSetting setting) {
        LossSurface surface = setting.surface();
        List<AsymmetricDirection> found = new ArrayList<>();
        if (surface.landmarks().minima().isEmpty() || surface.dimension() > MOST) {
            return found;
        }
        double[] minimum = surface.landmarks().minima().get(0);
        for (int i = 0; i < minimum.length; i++) {
            double[] axis = new double[minimum.length];
            axis[i] = 1.0;
            double reach = 0.5 * setting.domain().interval(i).window().length();
            DoubleStream.of(INNER)
                    .mapToObj(inner -> AsymmetricDirection.scan(surface, minimum, axis, inner * reach, reach))
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingDouble(ShiftedMinimumGain::promise)).ifPresent(found::add);
        }
        return found;
    }

    /** The bound at a shift half way between zeta and r, with the largest bias that it allows. */
    private static double promise(AsymmetricDirection d) {
        return (d.ratio() - 1.0) * d.flatSlope() * (d.reach() - d.inner());
    }
}
