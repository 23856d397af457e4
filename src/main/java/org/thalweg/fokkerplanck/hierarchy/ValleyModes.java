package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.thalweg.compute.ScalarProduct;
import org.thalweg.fokkerplanck.grid.GaussLegendre;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.ModeAlong;
import org.thalweg.fokkerplanck.law.ModeField;
import org.thalweg.fokkerplanck.law.Refinement;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.model.PlainSetting;

/**
 * The modes of a valley by the hierarchy: what is left of the law at the slowest rates, eigenvectors of the adjoint of
 * the backward operator ({@link BackwardKrylov}) as densities ({@link MassByModes}).
 */
public final class ValleyModes {
    private final PlainSetting setting;
    private final ValleyRange range;
    private final List<RelaxationMode> rates;
    private final List<ForwardMode[]> fine;
    private final List<ForwardMode[]> coarse;

    private ValleyModes(PlainSetting setting, ValleyRange range, List<RelaxationMode> rates, List<ForwardMode[]> fine,
            List<ForwardMode[]> coarse) {
        this.setting = setting;
        this.range = range;
        this.rates = rates;
        this.fine = fine;
        this.coarse = coarse;
    }

    /**
     * The modes, slowest first, or why there are none by this method.
     *
     * @param tolerance largest estimated relative error of a rate
     */
    public static Attempt<ValleyModes> attempt(PlainSetting setting, int count, double tolerance) {
        Attempt<ValleySpectrum.Settled> settled = ValleySpectrum.settled(setting, count, tolerance);
        return settled instanceof Attempt.Found<ValleySpectrum.Settled> found
                ? Attempt.of(() -> new Attempt.Found<>(of(setting, found.answer())))
                : new Attempt.NotFound<>(((Attempt.NotFound<ValleySpectrum.Settled>) settled).reason());
    }

    private static ValleyModes of(PlainSetting setting, ValleySpectrum.Settled settled) {
        return new ValleyModes(setting, settled.range(), settled.rates(),
                modes(setting, settled, settled.size()), modes(setting, settled, settled.sizeBefore()));
    }

    private static List<ForwardMode[]> modes(PlainSetting setting, ValleySpectrum.Settled settled,
            Refinement.Size size) {
        Collocation grid = Collocation.of(settled.range().whole(), size.points());
        MassByModes law = new MassByModes(grid);
        List<Complex> rates = new ArrayList<>();
        List<ForwardMode[]> modes = new ArrayList<>();
        List<RelaxationMode> wanted = settled.rates();
        for (int parity = 0; parity < 2; parity++) {
            BackwardKrylov.Forward found = BackwardKrylov.forward(setting, grid, size.modes(), parity,
                    wanted.size() + ValleySpectrum.SPARE, wanted.get(0).rate().value(),
                    wanted.get(wanted.size() - 1).rate().value());
            int of = parity;
            rates.addAll(found.rates());
            found.masses().forEach(parts -> modes.add(Arrays.stream(parts)
                    .map(part -> new ForwardMode(setting, grid, of, law.of(part))).toArray(ForwardMode[]::new)));
        }
        List<Complex> left = new ArrayList<>(rates);
        List<ForwardMode[]> ordered = new ArrayList<>();
        for (RelaxationMode mode : wanted) {
            Complex taken = RelaxationMode.takeNearest(left,
                    new Complex(mode.rate().value(), mode.frequency().value()));
            int at = rates.indexOf(taken);
            ordered.add(modes.get(at));
            // Equal numbers are two modes.
            rates.remove(at);
            modes.remove(at);
        }
        return ordered;
    }

    /** Their rates, slowest first. */
    public List<RelaxationMode> rates() {
        return rates;
    }

    /** What they leave along x, in the cells between edges, each with what the last refinement moved. */
    public List<ModeAlong> along(double[] edges) {
        List<ModeAlong> now = along(fine, edges);
        List<ModeAlong> before = along(coarse, edges);
        return now.stream().map(mode -> mode.within(mode.distance(mode.alike(before)))).toList();
    }

    private List<ModeAlong> along(List<ForwardMode[]> modes, double[] edges) {
        List<ModeAlong> found = new ArrayList<>();
        for (int k = 0; k < modes.size(); k++) {
            ForwardMode[] parts = modes.get(k);
            found.add(new ModeAlong(rates.get(k), parts[0].parity() == 1, edges,
                    Arrays.stream(parts).map(part -> part.along(edges)).toArray(double[][]::new), 0.0));
        }
        return found;
    }

    /** Their fields. */
    public List<ModeField> fields(Resolution output) {
        Grid cells = new Grid(range.whole().cells(output.nx()), Truncation.across(setting.atFirstOrder(), range.from(),
                range.to(), new ArrayList<>()).cells(output.ny()));
        return fine.stream().map(parts -> ModeField.of(cells,
                Arrays.stream(parts).map(part -> part.masses(cells)).toArray(double[][]::new))).toList();
    }

    /**
     * A mode P = N(y; 0, s^2) sum_m c_m(x) he_n(y / s), n = 2 m or 2 m + 1, of a valley, in cells.
     *
     * @param modes {@code [m][i]} at the points of the grid
     */
    private record ForwardMode(PlainSetting setting, Collocation grid, int parity, double[][] modes) {
        private static final GaussLegendre RULE = GaussLegendre.of(4);

        /** Of an even one int P dy, of an odd one int y P dy = s c_0, in the cells between edges. */
        double[] along(double[] edges) {
            Line line = Line.of(setting);
            double[] weights = new double[grid.size()];
            double[] sums = new double[edges.length - 1];
            for (int i = 0; i < sums.length; i++) {
                for (int k = 0; k < RULE.size(); k++) {
                    double x = edges[i] + (edges[i + 1] - edges[i]) * RULE.nodes()[k];
                    if (x < grid.axis().from() || x > grid.axis().to()) {
                        continue;
                    }
                    grid.interpolation(x, weights);
                    double factor = parity == 0 ? 1.0 : Math.sqrt(line.squareAcross(x));
                    sums[i] += RULE.weights()[k] * (edges[i + 1] - edges[i]) * factor
                            * ScalarProduct.of(weights, modes[0]);
                }
            }
            return sums;
        }

        /** The masses of cells, by the values at their centres. */
        double[] masses(Grid cells) {
            Line line = Line.of(setting);
            double[] masses = new double[cells.size()];
            double[] weights = new double[grid.size()];
            for (int i = 0; i < cells.x().size(); i++) {
                double x = cells.x().centres()[i];
                grid.interpolation(x, weights);
                double s = Math.sqrt(line.squareAcross(x));
                double[] mode = Arrays.stream(modes).mapToDouble(of -> ScalarProduct.of(weights, of)).toArray();
                for (int j = 0; j < cells.y().size(); j++) {
                    double u = cells.y().centres()[j] / s;
                    double[] across = BackwardHierarchy.across(u, mode.length, parity);
                    masses[cells.cell(i, j)] = cells.area(i, j) * ScalarProduct.of(across, mode) * Math.exp(-0.5 * u * u)
                            / (s * Math.sqrt(2.0 * Math.PI));
                }
            }
            return masses;
        }
    }
}
