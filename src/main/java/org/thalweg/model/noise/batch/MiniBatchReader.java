package org.thalweg.model.noise.batch;

import java.util.Optional;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;

/** Reads {@link MiniBatchNoise} from a model file. */
final class MiniBatchReader {
    /** Memory for a million samples is 32 MB, and each panel of sums takes seconds. */
    private static final int MOST_SAMPLES = 1_000_000;
    /** Points at which the flatness that the samples see is looked at. */
    private static final int POINTS = 513;

    private MiniBatchReader() {}

    static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        if (surface.geometry().kind() != Geometry.Kind.VALLEY) {
            fields.problem("kind",
                    "noise 'mini-batch' shifts a valley with one sharp direction, and this surface is not"
                    + " one", "use the noise kind 'formula' or 'power', or a loss of kind 'valley'");
        }
        BatchSampling sampling = sampling(fields);
        int samples = fields.whole("samples", 1, MOST_SAMPLES);
        int batch = fields.whole("batch", 1, sampling == BatchSampling.WITH_REPLACEMENT ? MOST_SAMPLES : samples);
        Fields shift = fields.mapping("shift");
        DataSet.Spread spread = new DataSet.Spread(
                deviation(shift, "x"), deviation(shift, "y"), deviation(fields, "curvature"));
        Seed seed = new Seed(fields.seed("data-seed"));
        if (fields.sound() && spread.along() + spread.across() + spread.curvature() == 0.0) {
            fields.problem("shift", "all samples are the same, so there is no noise",
                    "give shift.x, shift.y or curvature > 0");
        }
        if (!fields.sound()) {
            return Optional.empty();
        }
        DataSet data = DataSet.of(seed, samples, spread);
        checkReach(fields, surface.geometry().shape().get().flatness().get(0), surface.geometry().shape().get().floor(),
                domain.along(), data.reach());
        return fields.sound()
                ? Optional.of(MiniBatchNoise.of(surface.geometry().shape().get(), domain.along(), data, sampling,
                batch))
                : Optional.empty();
    }

    private static BatchSampling sampling(Fields fields) {
        boolean replacement = fields.flag("replacement");
        boolean reshuffle = fields.flag("reshuffle");
        if (replacement && reshuffle) {
            fields.problem("reshuffle", "an epoch uses every sample once, which is without replacement",
                    "remove one of the two");
        }
        return reshuffle ? BatchSampling.RESHUFFLING
                : replacement ? BatchSampling.WITH_REPLACEMENT : BatchSampling.WITHOUT_REPLACEMENT;
    }

    private static double deviation(Fields fields, String key) {
        double value = fields.number(key, 0.0);
        if (value < 0.0) {
            fields.problem(key, "'" + key + "' = " + value, "give a standard deviation >= 0");
        }
        return value;
    }

    /** Samples see the profiles beyond the ends of the domain, as far as they are shifted. */
    private static void checkReach(Fields fields, Profile flatness, Profile floor, Interval along, double reach) {
        Interval window = along.window();
        for (int i = 0; i < POINTS; i++) {
            double x = window.from() - reach + (window.length() + 2.0 * reach) * i / (POINTS - 1);
            double f = flatness.value(x);
            if (!(f > 0.0) || !Double.isFinite(f + floor.slope(x))) {
                fields.problem("shift", "a sample that is shifted by up to " + (float) reach
                        + " sees the flatness " + f + " and the floor's slope " + floor.slope(x)
                        + " at x = " + (float) x,
                        "make both finite and F > 0 there, or shift.x smaller");
                return;
            }
        }
    }
}
