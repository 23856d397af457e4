package org.thalweg.model.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;
import org.thalweg.refusal.Refusal;

/**
 * Constant diagonal noise: C_yy = sigma2 in each sharp direction, C_xx = sigma2 / kappa along the valley (Yang, Tang,
 * Tu, PRL 130, 237101: Delta in the sharp direction, Delta / kappa in the flat one).
 */
public final class AnisotropicNoise extends DiagonalNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("anisotropic",
            "constant and diagonal: C_yy = batch-variance, C_xx = batch-variance / anisotropy",
            List.of(Key.required("batch-variance", Key.Type.NUMBERS,
                            "sigma2 = C_yy > 0, or one for each sharp direction"),
                    Key.required("anisotropy", Key.Type.NUMBERS,
                            "kappa = C_yy / C_xx > 0, or one for each sharp direction")),
            "{kind: anisotropic, batch-variance: 2.0, anisotropy: 4}",
            AnisotropicNoise::read);

    /** Directions must agree on C_xx up to the rounding of a quotient of decimal numbers, taken a thousandfold. */
    private static final double SAME = 1e-12;

    private final double[] variances;

    /**
     * Noise with the given variances, along the valley first. Not modified, copied.
     *
     * @throws Refusal where a variance is not positive and finite
     */
    public AnisotropicNoise(double... variances) {
        super(constants(variances));
        for (double variance : variances) {
            if (!(variance > 0.0) || Double.isInfinite(variance)) {
                throw new Refusal("gradient variance " + variance + ": must be positive and finite");
            }
        }
        this.variances = variances.clone();
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        int directions = surface.dimension() - 1;
        if (directions == 0) {
            fields.problem("kind", "noise 'anisotropic' needs a direction across, and this surface has one parameter",
                    "use the noise kind 'isotropic' or 'bounded-uniform'");
            return Optional.empty();
        }
        double[] across = perDirection(fields, "batch-variance", directions);
        double[] ratio = perDirection(fields, "anisotropy", directions);
        if (!fields.sound()) {
            return Optional.empty();
        }
        double[] variances = new double[directions + 1];
        variances[0] = across[0] / ratio[0];
        for (int i = 0; i < directions; i++) {
            double along = across[i] / ratio[i];
            if (!(Math.abs(along - variances[0]) <= SAME * variances[0])) {
                fields.problem("anisotropy", "direction 1 makes C_xx = " + variances[0] + " but direction " + (i + 1)
                        + " makes it " + along, "there is one C_xx: make batch-variance / anisotropy the same for all,"
                        + " here anisotropy = " + across[i] / variances[0] + " for direction " + (i + 1));
                return Optional.empty();
            }
            variances[i + 1] = across[i];
        }
        return Optional.of(new AnisotropicNoise(variances));
    }

    /** A number for each sharp direction; a single number stands for all. */
    private static double[] perDirection(Fields fields, String key, int directions) {
        List<Double> given = fields.positives(key);
        if (given.size() != 1 && given.size() != directions) {
            String plural = directions == 1 ? "" : "s";
            fields.problem(key, given.size() + " numbers for " + directions + " sharp direction" + plural,
                    "give one number for all, or a list of " + directions);
        }
        double[] values = new double[directions];
        Arrays.setAll(values, i -> given.get(Math.min(i, given.size() - 1)));
        return values;
    }

    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(variances[Math.min(1, variances.length - 1)]);
    }

    @Override
    public OptionalDouble anisotropy() {
        return OptionalDouble.of(batchVariance().getAsDouble() / variances[0]);
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        double factor = batchVariance / batchVariance().getAsDouble();
        return new AnisotropicNoise(Arrays.stream(variances).map(v -> v * factor).toArray());
    }

    @Override
    public GradientNoise withAnisotropy(double anisotropy) {
        double[] changed = variances.clone();
        changed[0] = batchVariance().getAsDouble() / anisotropy;
        return new AnisotropicNoise(changed);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {variances};
    }

    /** The variances. */
    @Override
    public String toString() {
        return "constant noise with variances " + Arrays.toString(variances);
    }
}
