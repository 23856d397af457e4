package org.thalweg.report.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.PointLayer;

/**
 * The effective SGD-loss in units of the temperature against ln F: a line of slope 1 - kappa, says the theory.
 *
 * <p>Drawn is -ln P(x) + ln F(x) - kappa L0(x) / Delta, which is L_SGD / Delta without its (kappa - 1) L0 part. It is
 * defined up to a constant, which is chosen such that the mean distance from the theory's line, weighted by the
 * precision of the points, is zero. Cells with fewer than about three counts are left out.
 */
public final class EffectiveLossFigure {
    private EffectiveLossFigure() {}

    /** The figure of a valley with one sharp direction and constant noise; empty for any other setting. */
    public static Optional<Figure> of(Setting setting, Map<Witness, Marginal> marginals) {
        return of(setting, SettingLabel.of(setting), marginals);
    }

    /** The figure with a subtitle of its own, such as one that names the time. */
    public static Optional<Figure> of(Setting setting, String subtitle, Map<Witness, Marginal> marginals) {
        boolean oneDirection = setting.surface().geometry().kind() == Geometry.Kind.VALLEY;
        if (!oneDirection || setting.sgd().weightDecay() > 0.0
                || setting.temperature().isEmpty() || marginals.isEmpty()) {
            return Optional.empty();
        }
        double kappa = setting.noise().anisotropy().orElse(1.0);
        boolean flat = Math.abs(kappa - 1.0) < 1e-9;
        Axis loss = Axis.linear("SGD-loss L_SGD / \u0394");
        Figure figure = Figure.of("SGD-loss against flatness", subtitle,
                Axis.linear("ln F(x)"),
                // At kappa = 1 nothing is to be seen, and the axis must not magnify it.
                flat ? loss.between(-1.0, 1.0) : loss);
        for (Map.Entry<Witness, Marginal> entry : marginals.entrySet()) {
            Curve curve = Curve.of(setting, entry.getValue());
            if (curve.logFlatness().length == 0) {
                return Optional.empty();
            }
            Witness witness = entry.getKey();
            figure = switch (witness) {
                case SGD, SDE, REFERENCE -> figure.with(PointLayer.of(
                        witness, witness.label(), curve.logFlatness(), curve.loss(), curve.error()));
                case DENSITY -> {
                    Curve sorted = curve.sorted();
                    yield figure.with(LineLayer.of(
                            Witness.DENSITY, "Fokker-Planck density", sorted.logFlatness(), sorted.loss()));
                }
                case THEORY -> {
                    double from = Arrays.stream(curve.logFlatness()).min().orElseThrow();
                    double to = Arrays.stream(curve.logFlatness()).max().orElseThrow();
                    yield figure.with(new LineLayer(
                            "theory: slope 1 \u2212 \u03ba = " + SettingLabel.number(1.0 - kappa),
                            Ink.BLACK, Dash.DASHED,
                            new double[] {from, to}, new double[] {(1.0 - kappa) * (from - to), 0.0}));
                }
            };
        }
        return Optional.of(figure);
    }

    private record Curve(double[] logFlatness, double[] loss, double[] error) {
        /** The relative error of three counts. */
        private static final double LARGEST_ERROR = 0.6;

        static Curve of(Setting setting, Marginal m) {
            FloorDiffusion floor = FloorDiffusion.of(setting.effective().atFirstOrder());
            double temperature = floor.across(0, setting.start()[0]);
            double kappa = temperature / floor.along(setting.start()[0]);
            int[] counted = IntStream.range(0, m.size())
                    .filter(i -> m.density()[i] > 0.0 && m.standardError()[i] <= LARGEST_ERROR * m.density()[i])
                    .toArray();
            double[] logFlatness = new double[counted.length];
            double[] loss = new double[counted.length];
            double[] error = new double[counted.length];
            double flattest = Math.log(Arrays.stream(m.flatness()).max().orElseThrow());
            double weight = 0.0;
            double offset = 0.0;
            for (int k = 0; k < counted.length; k++) {
                int i = counted[k];
                logFlatness[k] = Math.log(m.flatness()[i]);
                loss[k] = logFlatness[k] - Math.log(m.density()[i])
                        - kappa * floor.shape().floor().value(m.x()[i]) / temperature;
                error[k] = m.standardError()[i] / m.density()[i];
                // Counts are as precise as the root of their number; a computed density is weighted likewise.
                weight += m.density()[i];
                offset += m.density()[i] * (loss[k] - (1.0 - kappa) * (logFlatness[k] - flattest));
            }
            for (int k = 0; k < loss.length; k++) {
                loss[k] -= offset / weight;
            }
            return new Curve(logFlatness, loss, error);
        }

        Curve sorted() {
            Integer[] order = new Integer[loss.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> logFlatness[i]));
            return new Curve(pick(logFlatness, order), pick(loss, order), pick(error, order));
        }

        private static double[] pick(double[] values, Integer[] order) {
            return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        }
    }
}
