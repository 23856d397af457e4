package org.thalweg.fokkerplanck.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.fokkerplanck.grid.Bernoulli;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.model.space.Interval;

/**
 * The slowest relaxation rate on a ring with a current: the smallest real part but zero of the eigenvalues of its
 * generator, with the exchange between neighbouring cells of Scharfetter and Gummel. Its error goes with the square of
 * the cell.
 */
final class RingCurrentRelaxation {
    /** Cells of the finest of three grids; a dense eigenproblem of this size takes a fraction of a second. */
    private static final int CELLS = 192;

    /** Share of the largest eigenvalue that rounding makes of the eigenvalue 0, with room. */
    private static final double LOST = 1e-11;

    /** As in {@link ValleyFloor}: the rounding error of a sum of some thousand terms of order one. */
    private static final double NO_CURRENT = 1e-9;

    private RingCurrentRelaxation() {}

    /** True where a current flows around the ring. */
    static boolean turns(Line line) {
        LineQuadrature around =
                LineQuadrature.over(line, line.interval().from(), line.interval().to(), Stretch.NONE, 1);
        return Math.abs(around.phi(around.cells())) > NO_CURRENT * Math.max(1.0, largest(around));
    }

    private static double largest(LineQuadrature q) {
        double largest = 0.0;
        for (int i = 0; i <= q.cells(); i++) {
            largest = Math.max(largest, Math.abs(q.phi(i)));
        }
        return largest;
    }

    /**
     * The rate.
     *
     * @throws NumericsException where it is lost beside the fastest rates
     */
    static RelaxationRate of(Line line) {
        double coarse = rate(line, CELLS / 4);
        double middle = rate(line, CELLS / 2);
        double fine = rate(line, CELLS);
        var limit = Richardson.ofGrids(Math.log(coarse), Math.log(middle), Math.log(fine));
        return new RelaxationRate(limit.value(), limit.standardError());
    }

    /** Its slowest modes, pairs of complex eigenvalues among them. */
    static List<RelaxationMode> modes(Line line, int count) {
        List<List<Complex>> levels = new ArrayList<>();
        for (int cells = CELLS / 4; cells <= CELLS; cells *= 2) {
            List<Complex> level = new ArrayList<>();
            for (Complex value : new EigenDecompositionNonSymmetric(generator(line, cells)).getEigenvalues()) {
                if (value.getImaginaryPart() >= 0.0) {
                    level.add(value);
                }
            }
            level.sort(Comparator.comparingDouble(Complex::getRealPart));
            if (!(level.get(1).getRealPart() > LOST * level.get(level.size() - 1).getRealPart())) {
                throw lost(level.get(level.size() - 1).getRealPart());
            }
            // The first is that of the stationary density.
            levels.add(level.subList(1, Math.min(level.size(), 2 * count + 2)));
        }
        return RelaxationMode.ofGrids(levels, count);
    }

    private static double rate(Line line, int cells) {
        return slowest(generator(line, cells));
    }

    private static RealMatrix generator(Line line, int cells) {
        Interval ring = line.interval();
        double width = ring.length() / cells;
        RealMatrix generator = MatrixUtils.createRealMatrix(cells, cells);
        for (int i = 0; i < cells; i++) {
            int next = (i + 1) % cells;
            // D_xx P has the slope (drift / D_xx) (D_xx P) without current.
            double face = ring.from() + (i + 1.0) * width;
            double rise = width * line.drift(face) / line.diffusion(face);
            double forth = line.diffusion(ring.from() + (i + 0.5) * width) * Bernoulli.of(-rise) / (width * width);
            double back = line.diffusion(ring.from() + (next + 0.5) * width) * Bernoulli.of(rise) / (width * width);
            generator.addToEntry(i, i, forth);
            generator.addToEntry(next, i, -forth);
            generator.addToEntry(next, next, back);
            generator.addToEntry(i, next, -back);
        }
        return generator;
    }

    private static double slowest(RealMatrix generator) {
        double largest = 0.0;
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (Complex eigenvalue : new EigenDecompositionNonSymmetric(generator).getEigenvalues()) {
            double real = eigenvalue.getRealPart();
            largest = Math.max(largest, real);
            second = real < least ? least : Math.min(second, real);
            least = Math.min(least, real);
        }
        if (!(second > LOST * largest)) {
            throw lost(largest);
        }
        return second;
    }

    private static NumericsException lost(double largest) {
        return new NumericsException("the valley floor carries a current around the ring and relaxes more slowly"
                + " than at the rate " + LOST * largest + ", beyond what its eigenvalues resolve");
    }
}
