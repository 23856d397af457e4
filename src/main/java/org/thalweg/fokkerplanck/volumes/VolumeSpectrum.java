package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.GridLaw;
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
    private static final double LEAST = 1e-4;

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
        Solved solved = null;
        for (int level = 0; level < Resolution.LEVELS; level++) {
            solved = rates(generator(setting, graded, level), count + SPARE, tau);
            tau = SHIFT / solved.rates().get(0).getRealPart();
            levels.add(solved.rates());
        }
        List<RelaxationMode> modes = RelaxationMode.ofGrids(levels, count);
        List<Complex> left = new ArrayList<>(solved.rates());
        List<Complex> ordered = modes.stream().map(mode -> RelaxationMode.takeNearest(left,
                new Complex(mode.rate().value(), mode.frequency().value()))).toList();
        Grid finest = graded.grid(Resolution.LEVELS - 1);
        return new Found(modes, Arrays.stream(solved.krylov().modes(ordered, solved.tau()))
                .map(parts -> ModeField.of(finest, parts)).toList());
    }

    /**
     * The modes of a plane.
     *
     * @param modes slowest first
     * @param fields one for each mode, on the finest grid, not extrapolated
     */
    public record Found(List<RelaxationMode> modes, List<ModeField> fields) {}

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
    private static Solved rates(Generator generator, int count, double first) {
        double tau = first;
        while (true) {
            ShiftedKrylov krylov = new ShiftedKrylov(generator);
            List<Complex> found = krylov.slowest(count, tau);
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
