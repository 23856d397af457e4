package org.thalweg.plot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.measure.Witness;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.HorizontalMark;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.drawing.Marker;
import org.thalweg.report.drawing.NoteLayer;
import org.thalweg.report.drawing.PointLayer;
import org.thalweg.report.drawing.VerticalMark;

/** One figure of every kind the engine draws, from formulas and made-up scatter; some at the edge of the possible. */
final class SampleFigures {
    private static final double KAPPA = 4.0;
    private static final double DELTA = 0.05;

    private SampleFigures() {}

    /** By file name. */
    static Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("convergence-time", convergenceTime());
        figures.put("phase-diagram", phaseDiagram());
        figures.put("sgd-loss", sgdLoss());
        figures.put("marginals", marginals());
        figures.put("density", density());
        figures.put("order-parameter", orderParameter());
        figures.put("trajectory", trajectory());
        figures.put("one-decade", narrowLogarithmicAxes());
        figures.put("wide", wideLogarithmicAxes());
        figures.put("single-point", singlePoint());
        figures.put("missing", missingValues());
        figures.put("nothing", Figure.of("Nothing to show", "", Axis.linear("x"), Axis.logarithmic("y")));
        return figures;
    }

    static Figure convergenceTime() {
        double[] temperature = {0.01, 0.02, 0.04, 0.08, 0.16, 0.32};
        double[] fine = spaced(Axis.logarithmic(""), 0.01, 0.32, 60);
        DoubleUnaryOperator time = d -> 3.84 / d * (1 + 0.15 * d / 0.8);
        return Figure.of("Stronger noise, shorter time to the flat part",
                        "degenerate-valley: F = 1 + 0.5 cos x, κ = 4, start x = 3, flat where F ≥ 1.35",
                        Axis.logarithmic("temperature Δ = ησ²/2 (loss)"),
                        Axis.logarithmic("convergence time T (learning time)"))
                .with(LineLayer.of(Witness.DENSITY, "Fokker-Planck first passage", fine, map(fine, time)))
                .with(LineLayer.of(Witness.THEORY, "theory: T ∝ 1/Δ", fine, map(fine, d -> 3.84 / d)))
                .with(PointLayer.of(Witness.SGD, "SGD", temperature, scatter(temperature, time, -0.04, 0.06, 1),
                        map(temperature, d -> 0.08 * time.applyAsDouble(d))))
                .with(PointLayer.of(Witness.SDE, "SDE", temperature, scatter(temperature, time, 0.0, 0.03, 2),
                        map(temperature, d -> 0.04 * time.applyAsDouble(d))))
                .with(new NoteLayer("exponent (SGD): −0.98 ± 0.02"));
    }

    static Figure phaseDiagram() {
        Axis eta = Axis.logarithmic("learning rate η");
        Axis variance = Axis.logarithmic("batch variance σ² (squared gradient)");
        double[] rates = spaced(eta, 0.02, 0.1, 6);
        double[] variances = spaced(variance, 1, 8, 6);
        double[][] time = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                time[i][j] = rates[i] > 0.09 && variances[j] > 4 ? Double.NaN : 7.68 / (rates[i] * variances[j]);
            }
        }
        double[] fine = spaced(eta, 0.015, 0.13, 50);
        return Figure.of("Convergence time over learning rate and batch variance",
                        "near-degenerate-valley: κ = 4; literal SGD, 2048 particles a cell; grey: not all arrived",
                        eta, variance)
                .with(new CellMapLayer(eta.edgesAround(rates), variance.edgesAround(variances), time,
                        Axis.logarithmic("convergence time T")))
                .with(new LineLayer("selection: Δ = Δc", Ink.BLACK, Dash.DASHED, fine, map(fine, e -> 2 * 0.06 / e)))
                .with(new LineLayer("no stationary state above", Ink.VERMILLION, Dash.SOLID, fine,
                        map(fine, e -> 2 * 0.2 / e)))
                .with(new VerticalMark("step-size bound η = 2/λ", Ink.PURPLE, Dash.DASH_DOTTED, 0.095))
                .with(PointLayer.exact("not all arrived", Ink.BLACK, Marker.CROSS, new double[] {rates[5], rates[5]},
                        new double[] {variances[4], variances[5]}))
                .with(Legend.BELOW);
    }

    static Figure sgdLoss() {
        double[] x = spaced(Axis.linear(""), -3.1, 3.1, 32);
        double[] logF = map(x, s -> Math.log(flatness(s)));
        DoubleUnaryOperator loss = f -> (1 - KAPPA) * f;
        double[] ends = {Math.log(0.5), Math.log(1.5)};
        double[] error = new double[x.length];
        Arrays.fill(error, 0.08);
        return Figure.of("SGD prefers flat minima: the effective SGD-loss falls with flatness",
                        "degenerate-valley: κ = 4, η = 0.05, σ² = 2, Δ = 0.05",
                        Axis.linear("ln F (F: flatness)"), Axis.linear("SGD-loss L_SGD / Δ"))
                .with(LineLayer.of(Witness.THEORY, "theory: slope 1 − κ = −3", ends, map(ends, loss)))
                .with(LineLayer.of(Witness.DENSITY, "Fokker-Planck density", logF,
                        map(logF, f -> loss.applyAsDouble(f) * 0.97)))
                .with(PointLayer.of(Witness.SGD, "SGD", logF, scatter(logF, loss, -0.03, 0.02, 3), error))
                .with(PointLayer.of(Witness.SDE, "SDE", logF, scatter(logF, loss, 0.0, 0.02, 4), error));
    }

    static Figure marginals() {
        double[] x = spaced(Axis.linear(""), -3.09, 3.09, 64);
        // The integral of (1 + cos(x)/2)^4 over the ring is 2 pi 1.7734375.
        DoubleUnaryOperator law = s -> Math.pow(flatness(s), KAPPA) / (2 * Math.PI * 1.7734375);
        double[] error = map(x, s -> 0.05 * Math.sqrt(law.applyAsDouble(s)) * 0.4);
        return Figure.of("The stationary density along the valley",
                        "degenerate-valley: κ = 4, η = 0.05, σ² = 2, Δ = 0.05",
                        Axis.linear("position along the valley x (rad)"),
                        Axis.linear("probability density P(x) (1/rad)"))
                .with(PointLayer.of(Witness.SGD, "SGD", x, scatter(x, law, 0.02, 0.03, 5), error))
                .with(PointLayer.of(Witness.SDE, "SDE", x, scatter(x, law, 0.0, 0.03, 6), error))
                .with(LineLayer.of(Witness.DENSITY, "Fokker-Planck density", x,
                        map(x, s -> law.applyAsDouble(s) * 0.99)))
                .with(LineLayer.of(Witness.THEORY, "theory: P ∝ F^κ", x, map(x, law)));
    }

    static Figure density() {
        double[] x = spaced(Axis.linear(""), -3.1, 3.1, 120);
        double[] y = spaced(Axis.linear(""), -1.2, 1.2, 100);
        double[][] p = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            double f = flatness(x[i]);
            for (int j = 0; j < y.length; j++) {
                p[i][j] = Math.pow(f, KAPPA - 1) * Math.exp(-y[j] * y[j] / (2 * DELTA * f * f));
            }
        }
        Axis along = Axis.linear("x (rad)");
        Axis across = Axis.linear("y");
        return Figure.of("The stationary density", "degenerate-valley: κ = 4, Δ = 0.05", along, across)
                .with(new CellMapLayer(along.edgesAround(x), across.edgesAround(y), p, Axis.linear("P(x, y)")));
    }

    static Figure orderParameter() {
        double[] x = spaced(Axis.logarithmic(""), 0.25, 4, 9);
        double[] fine = spaced(Axis.logarithmic(""), 0.25, 4, 80);
        DoubleUnaryOperator law = d -> Math.sqrt(Math.max(1.0, d));
        return Figure.of("Selection bifurcation: the most probable flatness bends at Δc", "",
                        Axis.linear("temperature Δ/Δc"), Axis.linear("most probable flatness F*/F₀"))
                .with(new BandLayer("numerical error", Ink.GREEN, fine, map(fine, d -> law.applyAsDouble(d) - 0.05),
                        map(fine, d -> law.applyAsDouble(d) + 0.05)))
                .with(LineLayer.of(Witness.THEORY, "valley-floor potential", fine, map(fine, law)))
                .with(PointLayer.exact("2-D density", Ink.GREEN, Marker.of(Witness.DENSITY), x, map(x, law)))
                .with(new VerticalMark("Δ = Δc", Ink.GREY, Dash.DOTTED, 1.0))
                .with(new HorizontalMark("", Ink.GREY, Dash.DOTTED, 1.0));
    }

    static Figure trajectory() {
        double[] t = spaced(Axis.linear(""), 0, 400, 2000);
        RandomStream random = new Seed(11).stream(Purpose.values()[0], 0);
        double[][] x = new double[3][t.length];
        Figure figure = Figure.of("Three runs of SGD", "degenerate-valley: κ = 4, Δ = 0.05",
                Axis.linear("learning time t = ηk"), Axis.linear("x (rad)").between(-4, 4));
        Ink[] inks = {Ink.BLUE, Ink.ORANGE, Ink.PURPLE};
        for (int run = 0; run < 3; run++) {
            x[run][0] = 3;
            for (int k = 1; k < t.length; k++) {
                x[run][k] = 0.9985 * x[run][k - 1] + 0.07 * random.nextNormal();
            }
            figure = figure.with(new LineLayer("run " + (run + 1), inks[run], Dash.SOLID, t, x[run]));
        }
        return figure;
    }

    /** Less than a decade on both axes, one of them a few per cent. */
    static Figure narrowLogarithmicAxes() {
        double[] x = {0.02, 0.03, 0.05, 0.07};
        double[] y = {101, 102.5, 104, 107};
        return Figure.of("Less than a decade", "", Axis.logarithmic("learning rate η"), Axis.logarithmic("T"))
                .with(new PointLayer("SGD", Ink.BLUE, Marker.FILLED_CIRCLE, x, y, new double[] {1, 1, 1, 1}));
    }

    static Figure wideLogarithmicAxes() {
        double[] x = spaced(Axis.logarithmic(""), 1e-12, 1e9, 22);
        return Figure.of("Many decades", "", Axis.logarithmic("x"), Axis.logarithmic("y"))
                .with(LineLayer.of(Witness.THEORY, "y = √x", x, map(x, Math::sqrt)));
    }

    /** One point, without error, on axes that have nothing else to go by. */
    static Figure singlePoint() {
        return Figure.of("One point", "", Axis.logarithmic("x"), Axis.linear("y"))
                .with(PointLayer.of(Witness.SGD, "SGD", new double[] {0.05}, new double[] {0.0}, new double[] {0.0}));
    }

    /** NaN, infinities, zeros on a logarithmic axis, an error larger than its value. */
    static Figure missingValues() {
        double nan = Double.NaN;
        double[] x = {0.01, 0.02, nan, 0.05, 0.1, 0.0, 0.2};
        double[] y = {1.0, nan, 2.0, 4.0, Double.POSITIVE_INFINITY, 5.0, 6.0};
        return Figure.of("Missing values", "", Axis.logarithmic("x"), Axis.logarithmic("y"))
                .with(new BandLayer("band", Ink.SKY, x, y, map(y, v -> 1.5 * v)))
                .with(LineLayer.of(Witness.DENSITY, "line with gaps", x, y))
                .with(PointLayer.of(Witness.SDE, "SDE", x, y, new double[] {0.1, 0.1, 0.1, 7.0, 0.1, nan, 0.0}));
    }

    private static double flatness(double x) {
        return 1 + 0.5 * Math.cos(x);
    }

    private static double[] scatter(double[] x, DoubleUnaryOperator law, double bias, double relative, int block) {
        RandomStream random = new Seed(1).stream(Purpose.values()[0], block);
        return map(x, s -> law.applyAsDouble(s) * (1 + bias + relative * random.nextNormal()));
    }

    private static double[] map(double[] x, DoubleUnaryOperator f) {
        return Arrays.stream(x).map(f).toArray();
    }

    private static double[] spaced(Axis axis, double from, double to, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double share = i / (n - 1.0);
            values[i] = axis.isLogarithmic() ? from * Math.pow(to / from, share) : from + share * (to - from);
        }
        return values;
    }
}
