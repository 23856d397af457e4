package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.GridLaw;
import org.thalweg.fokkerplanck.law.ModeAlong;
import org.thalweg.fokkerplanck.law.ModeField;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** The slowest modes of a setting's diffusion in the plane, on the three grids of its stationary density. */
public final class VolumeSpectrum {
    /** A shift of so many times of the slowest mode leaves it well apart from the others. */
    private static final double SHIFT = 3.0;
    /** So many digits of 1 / (1 + tau rate) are left to a rate beside 1. */
    private static final double LEAST = 1e-6;
    /**
     * Over a barrier the slowest rate may be far from the others: with a shift of its own time these would lie too
     * close to each other.
     */
    private static final double APART = 1e-3;

    /** A mode of which no more is left when y is summed over is odd in y. */
    private static final double ODD = 1e-6;

    /** Of modes beyond those asked for, which may be slower on another grid. */
    private static final int SPARE = 2;

    private VolumeSpectrum() {}

    /**
     * The modes, slowest first, their rates extrapolated and their fields; a pair of complex eigenvalues is one.
     *
     * @param count how many, at least 1
     * @param notes modified
     * @throws Refusal where the setting has no stationary density in the plane
     * @throws NumericsException where fewer are found
     */
    public static Found of(PlainSetting setting, int count, Resolution resolution, List<String> notes) {
        Refusal.raise(Coefficients.refuses(setting));
        Truncation cut = Truncation.stationary(setting.atFirstOrder(), notes);
        Mesh mesh = Mesh.of(setting.atFirstOrder(), cut.x(), cut.y(), resolution, notes);
        Generator coarsest = generator(setting, mesh, 0);
        Mesh graded = mesh.graded(setting,
                GridLaw.of(mesh.grid(0), NullVector.of(coarsest, setting)), notes);
        List<List<Complex>> levels = new ArrayList<>();
        double tau = 1.0 / fastest(coarsest);
        List<Solved> all = new ArrayList<>();
        for (int level = 0; level < Resolution.LEVELS; level++) {
            Generator generator = generator(setting, graded, level);
            Solved solved = rates(generator, NullVector.of(generator, setting), count, tau);
            all.add(solved);
            List<Complex> rates = solved.rates();
            tau = SHIFT / Math.max(rates.get(0).getRealPart(), APART * rates.get(rates.size() - 1).getRealPart());
            levels.add(solved.rates());
        }
        List<RelaxationMode> modes = RelaxationMode.ofGrids(levels, count);
        int last = Resolution.LEVELS - 1;
        double[][][] parts = parts(all.get(last), modes);
        List<ModeAlong> coarse = along(graded.grid(last - 1), modes, parts(all.get(last - 1), modes));
        double[] edges = graded.grid(last - 1).x().edges();
        // Of second order, the finest grid is off by a third of what the last refinement moved.
        List<ModeAlong> along = along(graded.grid(last), modes, parts).stream().map(mode -> mode.on(edges))
                .map(mode -> mode.within(mode.distance(mode.alike(coarse)))).toList();
        return new Found(modes, Arrays.stream(parts).map(part -> ModeField.of(graded.grid(last), part)).toList(),
                along);
    }

    private static double[][][] parts(Solved solved, List<RelaxationMode> modes) {
        List<Complex> left = new ArrayList<>(solved.rates());
        List<Complex> ordered = modes.stream().map(mode -> RelaxationMode.takeNearest(left,
                new Complex(mode.rate().value(), mode.frequency().value()))).toList();
        return solved.krylov().modes(ordered, solved.tau());
    }

    private static List<ModeAlong> along(Grid grid, List<RelaxationMode> modes, double[][][] parts) {
        List<ModeAlong> found = new ArrayList<>();
        for (int k = 0; k < parts.length; k++) {
            double[] even = sums(grid, parts[k][0], false);
            boolean odd = Arrays.stream(even).map(Math::abs).sum()
                    < ODD * Arrays.stream(parts[k][0]).map(Math::abs).sum();
            found.add(new ModeAlong(modes.get(k), odd, grid.x().edges(),
                    Arrays.stream(parts[k]).map(part -> sums(grid, part, odd)).toArray(double[][]::new), 0.0));
        }
        return found;
    }

    /** Over y, with y as a weight or without. */
    private static double[] sums(Grid grid, double[] mass, boolean weighted) {
        double[] sums = new double[grid.x().size()];
        for (int c = 0; c < mass.length; c++) {
            sums[c / grid.y().size()] += mass[c] * (weighted ? grid.y().centres()[c % grid.y().size()] : 1.0);
        }
        return sums;
    }

    /**
     * The modes of a plane.
     *
     * @param modes slowest first
     * @param fields one for each mode, on the finest grid, not extrapolated
     * @param along what they leave along x, in the cells of the grid before the finest
     */
    public record Found(List<RelaxationMode> modes, List<ModeField> fields, List<ModeAlong> along) {}

    /** One grid. */
    private record Solved(ShiftedKrylov krylov, double tau, List<Complex> rates) {}

    private static Generator generator(PlainSetting setting, Mesh mesh, int level) {
        return FiniteVolumes.of(setting, mesh.grid(level), FluxSchemes.SCHARFETTER_GUMMEL);
    }

    private static double fastest(Generator generator) {
        double fastest = 0.0;
        for (int c = 0; c < generator.size(); c++) {
            fastest = Math.max(fastest, generator.leaving(c));
        }
        return fastest / Math.sqrt(generator.size());
    }

    /** Longer shifts until the slowest mode is no longer lost beside 1. */
    private static Solved rates(Generator generator, double[] stationary, int count, double first) {
        double tau = first;
        while (true) {
            ShiftedKrylov krylov = new ShiftedKrylov(generator, stationary);
            List<Complex> found = krylov.slowest(count, SPARE, tau);
            double slowest = found.get(0).getRealPart() * tau;
            if (slowest > LEAST) {
                return new Solved(krylov, tau, found);
            }
            if (!(slowest > 0.0)) {
                throw new NumericsException("the slowest rate is below what the rounding of a solve leaves; narrow the"
                        + " domain around where the density is");
            }
            tau *= SHIFT / slowest;
        }
    }
}
