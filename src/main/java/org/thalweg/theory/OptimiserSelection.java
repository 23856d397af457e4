package org.thalweg.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.Setting;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Lamb;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.SpectralRange;
import org.thalweg.theory.bounds.OptimiserStability;
import org.thalweg.theory.bounds.RuleTransfer;
import org.thalweg.theory.law.Theorem;

/**
 * Which flatness an optimiser selects along a valley under constant noise, where y relaxes fast and the optimiser
 * forgets fast compared with x (docs/theory/optimisers.md):
 *
 * <pre>d ln P / dx = (2 p_x / (eta g C_xx)) (&lt;y^2&gt; F' / F^3 - L0')</pre>
 *
 * <p>with the exact mean square y of the rule on a parabola of curvature 1/F^2, what it makes of a gradient that stays
 * (g), and its preconditioner (p_x; 1 unless it is Adam). Plain SGD has exponent kappa / (1 - eta lambda / 2), Adam
 * about sqrt(kappa).
 */
public final class OptimiserSelection {
    /** What it says. */
    public static final Theorem THEOREM = new Theorem("selection by optimisers",
            "d ln P/d ln F = 2 p_x lambda <y^2>/(eta g C_xx) at L0 = 0; E: kappa (1 + alpha (1 - beta)) where y is fast"
                    + " against its memory; Adam: sqrt(kappa)",
            Theorem.Standing.ASYMPTOTIC, "Thalweg", "optimisers.md");

    /** Places of the law in ln F, between which it is interpolated. */
    private static final int PLACES = 257;
    /** The preconditioner across knows the mean square y, which depends on it: a contraction by some per cent. */
    private static final int ROUNDS = 20;

    /** As for the effective loss. */
    private static final double SLOW = 0.1;

    private final Setting setting;
    private final double[] logFlatness;
    private final double[] potential;
    private final double perLoss;

    private OptimiserSelection(Setting setting, double least, double most) {
        Optimiser rule = setting.sgd().rule();
        RuleTransfer transfer = RuleTransfer.of(base(setting));
        double eta = setting.sgd().learningRate();
        double along = setting.noise().variance(0, setting.start());
        double across = setting.noise().variance(1, setting.start());
        Optional<Adam> adam = rule.innermost() instanceof Adam a ? Optional.of(a) : Optional.empty();
        double alongScale = adam.map(a -> Math.sqrt(along) + a.epsilon()).orElse(1.0);
        // The average of learners draws less noise than one, and the gradient is the mean of theirs.
        double learners = rule.learners();
        this.setting = setting;
        this.perLoss = 2.0 * alongScale / (eta * transfer.atRest() * along / learners);
        this.logFlatness = new double[PLACES];
        this.potential = new double[PLACES];
        double before = 0.0;
        for (int k = 0; k < PLACES; k++) {
            logFlatness[k] = Math.log(least) + (Math.log(most) - Math.log(least)) * k / (PLACES - 1);
            double curvature = Math.exp(-2.0 * logFlatness[k]);
            double slope = perLoss * curvature * meanSquare(transfer, eta, curvature, across, adam);
            potential[k] = k == 0 ? 0.0
                    : potential[k - 1] + 0.5 * (slope + before) * (logFlatness[k] - logFlatness[k - 1]);
            before = slope;
        }
    }

    private static Optimiser base(Setting setting) {
        Optimiser rule = setting.sgd().rule();
        if (rule instanceof Decentralised many) {
            return many.base();
        }
        return setting.sgd().momentum() > 0.0
                ? new GradientDescent(setting.sgd().momentum(), setting.sgd().nesterov()) : rule;
    }

    /** Why nothing is known of a setting; empty where something is. */
    public static Optional<String> refuses(Setting setting) {
        Optimiser rule = setting.sgd().rule();
        List<String> reasons = new ArrayList<>();
        if (!setting.surface().geometry().planar() || !setting.surface().geometry().valley()) {
            reasons.add("no valley with one sharp direction");
        } else if (!setting.domain().along().bounded() || setting.noise().structure() != NoiseStructure.ADDITIVE) {
            reasons.add("an open valley, or noise that varies");
        }
        boolean uphill = rule instanceof SharpnessAware || rule instanceof SpectralRange
                || rule.innermost() instanceof Lamb;
        boolean learners = rule instanceof Decentralised many
                && !(many.base().gradientAlone() && many.eigenvalues().isPresent());
        if (uphill || learners || setting.sgd().weightDecay() > 0.0 || !setting.sgd().schedule().constant()) {
            reasons.add("a rule that is not linear");
        }
        return reasons.stream().findFirst();
    }

    /** The law of a setting; empty where nothing is known or steps are unstable somewhere. */
    public static Optional<OptimiserSelection> of(Setting setting) {
        if (refuses(setting).isPresent()) {
            return Optional.empty();
        }
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        double least = Double.POSITIVE_INFINITY;
        double most = 0.0;
        int points = 2001;
        for (int k = 0; k < points; k++) {
            double x = setting.domain().along().from() + setting.domain().along().length() * k / (points - 1);
            least = Math.min(least, shape.flatnessAt(x));
            most = Math.max(most, shape.flatnessAt(x));
        }
        double stable = OptimiserStability.of(setting.sgd().momentum() > 0.0 ? base(setting) : setting.sgd().rule())
                .map(s -> s.preconditioned() ? s.product() * Math.sqrt(setting.noise().variance(1, setting.start()))
                        : s.product()).orElse(0.0);
        return setting.sgd().learningRate() / (least * least) < stable
                ? Optional.of(new OptimiserSelection(setting, least, Math.max(most, least * (1.0 + 1e-9))))
                : Optional.empty();
    }

    /** Of every learner, about zero: that of their average, and their spread. */
    private double meanSquare(
            RuleTransfer transfer, double eta, double curvature, double across, Optional<Adam> adam) {
        double square = 0.0;
        for (int k = 0; k < (adam.isPresent() ? ROUNDS : 1); k++) {
            double mean = square;
            double scale = adam.map(a -> Math.sqrt(across + curvature * curvature * mean) + a.epsilon()).orElse(1.0);
            square = eta * eta * across / (scale * scale) * transfer.variance(eta * curvature / scale);
        }
        if (setting.sgd().rule() instanceof Decentralised many) {
            square /= many.learners();
            if (many.mixing() != Mixing.SYNCHRONOUS) {
                square += spread(many, eta, curvature, across);
            }
        }
        return square;
    }

    /**
     * sigma_w^2 of learners by plain SGD on a parabola, (eta^2 s^2 / n) sum 1 / (1 - (mu_k - eta lambda)^2).
     *
     * @param variance s^2 of the gradient noise of each
     */
    public static double spread(Decentralised many, double eta, double curvature, double variance) {
        double sum = 0.0;
        for (double mu : many.eigenvalues().orElseThrow()) {
            double factor = mu - eta * curvature;
            sum += 1.0 / (1.0 - factor * factor);
        }
        return eta * eta * variance / many.learners() * sum;
    }

    /** What the mean of F changes by where all slopes of ln P are wrong by {@link #smallness}. */
    public double leftOut() {
        return Math.abs(meanFlatness(1.0 + slowness()) - meanFlatness());
    }

    /**
     * How fast x moves against y: max (eta g C_xx / (2 p_x)) e |e - 1| F'^2 with the exponent e at each place; for plain
     * SGD the parameter of {@link EffectiveLoss}. What the law leaves out is of this order.
     */
    public Hypothesis smallness() {
        double largest = slowness();
        return new Hypothesis("x slow against y and the optimiser's memory: max (eta g C_xx/(2 p_x)) e |e - 1| F'^2"
                + " <= " + SLOW, largest <= SLOW, Double.toString(largest));
    }

    private double slowness() {
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        double largest = 0.0;
        int points = 512;
        for (int k = 0; k < points; k++) {
            double f = shape.flatnessAt(place(k, points));
            int at = (int) Math.max(1, Math.min(PLACES - 1, Math.rint((Math.log(f) - logFlatness[0])
                    / (logFlatness[PLACES - 1] - logFlatness[0]) * (PLACES - 1))));
            double e = (potential[at] - potential[at - 1]) / (logFlatness[at] - logFlatness[at - 1]);
            double slope = shape.logSlope(place(k, points)) * f;
            largest = Math.max(largest, e * Math.abs(e - 1.0) * slope * slope / perLoss);
        }
        return largest;
    }

    /** ln P, up to a constant. */
    public double logDensity(double x) {
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        double place = (Math.log(shape.flatnessAt(x)) - logFlatness[0])
                / (logFlatness[PLACES - 1] - logFlatness[0]) * (PLACES - 1);
        int k = (int) Math.max(0, Math.min(PLACES - 2, Math.floor(place)));
        double selected = potential[k] + (place - k) * (potential[k + 1] - potential[k]);
        return selected - perLoss * shape.floor().value(x);
    }

    /** The mean of F. */
    public double meanFlatness() {
        return meanFlatness(1.0);
    }

    /** The mean flatness of P to a power. */
    private double meanFlatness(double power) {
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        int points = 4096;
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < points; k++) {
            top = Math.max(top, logDensity(place(k, points)));
        }
        double mass = 0.0;
        double sum = 0.0;
        for (int k = 0; k < points; k++) {
            double weight = Math.exp(power * (logDensity(place(k, points)) - top));
            mass += weight;
            sum += weight * shape.flatnessAt(place(k, points));
        }
        return sum / mass;
    }

    private double place(int k, int points) {
        return setting.domain().along().from() + setting.domain().along().length() * (k + 0.5) / points;
    }

    /** The slope of ln P on ln F, on the cells of a measured histogram and with its weights. */
    public double exponent(Marginal measured) {
        double[] density = new double[measured.size()];
        for (int k = 0; k < density.length; k++) {
            density[k] = Math.exp(logDensity(measured.x()[k]));
        }
        return SelectionExponent.weighted(measured.flatness(), density, measured.logWeights());
    }
}
