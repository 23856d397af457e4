package org.thalweg.fokkerplanck.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/**
 * The slowest rates of a line: of a setting with one parameter, or of a valley's floor, where they are asymptotic (y
 * relaxes fast).
 *
 * <p>With detailed balance and psi = e^(phi/2) f they are the stationary values of int (psi' - phi' psi / 2)^2 over int
 * psi^2 / D_xx (docs/theory/relaxation.md): no derivative of a coefficient, and no weight that underflows. psi is a
 * polynomial of degree six on each cell of a quadrature that follows the density. The slowest one is that of {@link
 * RelaxationRate}, which keeps its relative accuracy however small it is.
 */
public final class FloorSpectrum {
    /** ln density changes by 2 at most in a cell. */
    private static final int REFINEMENT = 2;
    /** What rounding leaves of the largest rate of a grid in the smaller ones; ten times what was found. */
    private static final double ROUNDING = 1e-16;
    /** A shift that is lost beside the largest rates would leave no digits. */
    private static final double LEAST_SHIFT = 1e-6;
    /** A range this many times the quartiles wide holds power-law tails, whose slow modes have no end. */
    private static final double WIDE = 1e3;
    /** Cells follow a density whose quartiles are less than this part of the range apart. */
    private static final double NARROW = 0.05;
    private static final double NEGLIGIBLE_MASS = 1e-12;
    private static final double LITTLE_MASS = 1e-9;

    private FloorSpectrum() {}

    /**
     * The modes, slowest first.
     *
     * @param count at least 1
     */
    public static List<RelaxationMode> of(PlainSetting setting, int count) {
        Line line = Line.of(setting);
        Interval along = line.interval();
        if (along.boundary() == Boundary.PERIODIC && RingCurrentRelaxation.turns(line)) {
            return RingCurrentRelaxation.modes(line, count);
        }
        RelaxationRate slowest = RelaxationRate.onFloor(setting);
        if (slowest.ofMostOfTheLine()) {
            return ofMostOfTheLine(setting, count, slowest);
        }
        List<RelaxationMode> modes = new ArrayList<>(byPolynomials(setting, count, Math.exp(slowest.log())));
        modes.set(0, new RelaxationMode(slowest.rate(), Measurement.exact(0.0)));
        return modes;
    }

    /** On the stretch that the slowest one is of, with what a longer one changes: rates of one line, in their order. */
    private static List<RelaxationMode> ofMostOfTheLine(PlainSetting setting, int count, RelaxationRate slowest) {
        Line line = Line.of(setting);
        ValleyFloor floor = ValleyFloor.of(setting);
        double start = setting.start()[0];
        double width = floor.upperQuantile(0.25) - floor.quantile(0.25);
        double least = Math.exp(slowest.log());
        double[][] found = new double[2][];
        for (int k = 0; k < 2; k++) {
            Interval range = k == 0 ? RelaxationRate.more(floor, start) : RelaxationRate.core(floor, start);
            Stretch stretch = new Stretch(floor.quantile(0.5), Math.max(width, 1e-6 * range.length()));
            found[k] = rates(line, range, stretch, least, count, SpectralElements.fine());
        }
        List<RelaxationMode> modes = new ArrayList<>(of(found[0], found[1]));
        modes.set(0, new RelaxationMode(slowest.rate(), Measurement.exact(0.0)));
        return modes;
    }

    /**
     * Why rates are those of a part of the line; empty where they are those of all of it.
     */
    public static Optional<String> remark(PlainSetting setting) {
        if (Line.refuses(setting).isPresent()) {
            return Optional.empty();
        }
        Line line = Line.of(setting);
        return line.interval().bounded() || !RelaxationRate.onFloor(setting).ofMostOfTheLine() ? Optional.empty()
                : Optional.of("the tails along x relax slower the more of them is kept, or have rates without gaps"
                        + " between them: rates are those of the line without 1e-3 of its mass, their errors what 1e-4"
                        + " changes; those of the plane are of the stretch it is solved on");
    }

    /** All of them by polynomials, the slowest, which is about {@code least}, too. */
    static List<RelaxationMode> byPolynomials(PlainSetting setting, int count, double least) {
        Line line = Line.of(setting);
        Interval along = line.interval();
        ValleyFloor floor = ValleyFloor.of(setting);
        double width = floor.upperQuantile(0.25) - floor.quantile(0.25);
        double length = floor.range().length();
        Stretch stretch = along.bounded() && width > NARROW * length ? Stretch.NONE
                : new Stretch(floor.quantile(0.5), Math.max(width, 1e-6 * length));
        if (along.bounded()) {
            Stretch within = along.boundary() == Boundary.PERIODIC ? Stretch.NONE : stretch;
            return of(rates(line, along, within, least, count, SpectralElements.coarse()),
                    rates(line, along, within, least, count, SpectralElements.fine()));
        }
        if (length < WIDE * width) {
            return of(rates(line, floor.range(), stretch, least, count, SpectralElements.coarse()),
                    rates(line, floor.range(), stretch, least, count, SpectralElements.fine()));
        }
        return of(rates(line, floor.effectiveRange(LITTLE_MASS), stretch, least, count, SpectralElements.fine()),
                rates(line, floor.effectiveRange(NEGLIGIBLE_MASS), stretch, least, count, SpectralElements.fine()));
    }

    /** Rates, and last of all the largest a grid has. */
    private static double[] rates(
            Line line, Interval range, Stretch stretch, double slowest, int count, SpectralElements elements) {
        LineQuadrature q = LineQuadrature.ofDensity(line, range.from(), range.to(), stretch, REFINEMENT);
        boolean ring = range.boundary() == Boundary.PERIODIC;
        int p = elements.degree();
        int size = q.cells() * p + (ring ? 0 : 1);
        int band = ring ? 2 * p + 1 : p;
        BandMatrix stiffness = new BandMatrix(size, band);
        BandMatrix mass = new BandMatrix(size, band);
        int nodes = LineQuadrature.RULE.size();
        for (int cell = 0; cell < q.cells(); cell++) {
            double length = q.edge(cell + 1) - q.edge(cell);
            for (int k = 0; k < nodes; k++) {
                double x = q.edge(cell) + length * LineQuadrature.RULE.nodes()[k];
                double diffusion = line.diffusion(x);
                double pull = 0.5 * line.drift(x) / diffusion;
                double weight = length * LineQuadrature.RULE.weights()[k];
                for (int i = 0; i <= p; i++) {
                    int row = place(cell * p + i, size, ring);
                    double left = elements.slope()[i][k] / length - pull * elements.value()[i][k];
                    for (int j = 0; j <= p; j++) {
                        int column = place(cell * p + j, size, ring);
                        double right = elements.slope()[j][k] / length - pull * elements.value()[j][k];
                        stiffness.add(row, column, weight * left * right);
                        mass.add(row, column, weight * elements.value()[i][k] * elements.value()[j][k] / diffusion);
                    }
                }
            }
        }
        double largest = 0.0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, stiffness.diagonal(i) / mass.diagonal(i));
        }
        double shift = Math.max(slowest, LEAST_SHIFT * largest / ((double) size * size));
        // The first is that of the stationary density, zero but for rounding.
        double[] found = LowestPairs.of(stiffness, mass, count + 1, shift, ROUNDING * largest);
        found[0] = largest;
        return found;
    }

    /** Around a ring from both ends in turn. */
    private static int place(int unknown, int size, boolean ring) {
        int at = ring ? unknown % size : unknown;
        return !ring ? at : 2 * at < size ? 2 * at : 2 * (size - 1 - at) + 1;
    }

    private static List<RelaxationMode> of(double[] coarse, double[] fine) {
        List<RelaxationMode> modes = new ArrayList<>();
        for (int k = 1; k < fine.length; k++) {
            modes.add(new RelaxationMode(Measurement.computed(fine[k],
                    Math.abs(fine[k] - coarse[k]) + ROUNDING * fine[0]), Measurement.exact(0.0)));
        }
        return modes;
    }
}
