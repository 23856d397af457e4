package org.thalweg.theory;

import java.util.List;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.refusal.Refusal;
import org.thalweg.theory.law.Theorem;

/**
 * Theorem 1 of asymmetric valleys: where the population loss is the empirical one shifted at random, a solution that
 * lies to the flat side of the empirical minimum has the lower expected population loss
 * (docs/theory/asymmetric-valleys.md).
 *
 * <p>The population loss is L(w) = Lhat(w - sum_i delta_i u_i) with independent signs, delta_i = +-shift_i, up to an
 * error xi (the shift gap). For a bias l_i towards each flat side with l_i &lt;= min(r - shift_i, shift_i - zeta) the
 * gain is at least sum_i (c_i - 1) p_i l_i / 2 - 2 k xi. With <em>max</em> for min, as some copies of the theorem have
 * it, that is false: at p = 1, c = 5, shift 1.5, l = 3, r = 4.5 two slopes gain 1.5, not 6.
 *
 * @param minimum w; not to be modified
 * @param directions orthonormal u_i with their constants
 */
public record ShiftedMinimum(LossSurface surface, double[] minimum, List<AsymmetricDirection> directions) {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("bias towards the flat side generalises",
            "E L(w) - E L(w + sum_i l_i u_i) >= sum_i (c_i - 1) p_i l_i/2 - 2 k xi"
                    + " for l_i <= min(r - shift_i, shift_i - zeta)",
            Theorem.Standing.EXACT, "HHY19", "asymmetric-valleys.md");

    /** Signs are enumerated: 2^k population losses. */
    private static final int MOST_DIRECTIONS = 16;

    /** Refuses more directions than signs can be enumerated for. */
    public ShiftedMinimum {
        directions = List.copyOf(directions);
        if (directions.isEmpty() || directions.size() > MOST_DIRECTIONS) {
            throw new Refusal(directions.size() + " asymmetric directions: give 1 to "
                    + MOST_DIRECTIONS);
        }
    }

    /**
     * E L(w) - E L(w + sum_i l_i u_i), the mean over all signs of the shift.
     *
     * @param shift the size of the shift along each direction; not modified
     * @param bias l_i; not modified
     */
    public double gain(double[] shift, double[] bias) {
        return populationLoss(shift, new double[bias.length]) - populationLoss(shift, bias);
    }

    /** The expected population loss at w + sum_i bias_i u_i. */
    public double populationLoss(double[] shift, double[] bias) {
        int losses = 1 << directions.size();
        double sum = 0.0;
        for (int signs = 0; signs < losses; signs++) {
            double[] at = minimum.clone();
            for (int i = 0; i < directions.size(); i++) {
                double delta = (signs >> i & 1) == 0 ? shift[i] : -shift[i];
                for (int j = 0; j < at.length; j++) {
                    at[j] += (bias[i] - delta) * directions.get(i).towardsFlat()[j];
                }
            }
            sum += surface.value(at);
        }
        return sum / losses;
    }

    /** sum_i (c_i - 1) p_i l_i / 2 - 2 k xi. */
    public double bound(double[] bias, double shiftGap) {
        double sum = -2.0 * directions.size() * shiftGap;
        for (int i = 0; i < directions.size(); i++) {
            AsymmetricDirection d = directions.get(i);
            sum += 0.5 * (d.ratio() - 1.0) * d.flatSlope() * bias[i];
        }
        return sum;
    }

    /** The largest bias along direction {@code i} for which the bound is claimed: min(r - shift, shift - zeta). */
    public double largestBias(int i, double shift) {
        AsymmetricDirection d = directions.get(i);
        return Math.min(d.reach() - shift, shift - d.inner());
    }
}
