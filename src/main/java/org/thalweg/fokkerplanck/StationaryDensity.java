package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyHierarchy;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.GridLaw;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.line.FloorLaw;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.line.ValleyFloor;
import org.thalweg.fokkerplanck.linear.SparseSolver;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.fokkerplanck.volumes.Coefficients;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.Fold;
import org.thalweg.fokkerplanck.volumes.Mesh;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/** Solves for the density that does not change any more. */
public final class StationaryDensity {
    /** The tolerance of the hierarchy where nothing is said. */
    public static final double DEFAULT_TOLERANCE = 1e-8;
    /** Largest acceptable residual of a cell's balance, relative to its turnover. */
    static final double LARGEST_RESIDUAL = 1e-8;
    /** Masses above this, with the pinned cell at 1, come close to the largest double. */
    private static final double LARGEST_RATIO = 1e200;

    /** ln P of an escape that nobody will see: e^-35 is below the rounding error of the mass. */
    private static final double LARGEST_AT_A_RIDGE = -35.0;

    private StationaryDensity() {}

    /** The stationary density of a setting, by the hierarchy to its default tolerance. Solves may run in parallel. */
    public static DensitySolution solve(Setting setting, DensityMethod method, Resolution resolution) {
        return solve(setting, method, resolution, DEFAULT_TOLERANCE);
    }

    /**
     * The stationary density of a setting.
     *
     * @param resolution of the finest grid of the finite volumes, of {@link DensitySolution#density()} by the
     *     hierarchy; not used by the quadrature
     * @param tolerance of the hierarchy: largest estimated error of the marginal, int |error| dx; not used otherwise.
     *     AUTO that cannot reach it quickly takes the finite volumes, and the notes say why
     * @throws Refusal where the method cannot do the setting; names the remedy
     * @throws NoStationaryStateException where there is none
     * @throws NumericsException where the computation fails
     */
    public static DensitySolution solve(Setting setting, DensityMethod method, Resolution resolution,
            double tolerance) {
        int dimension = setting.surface().dimension();
        boolean finiteVolume = byFiniteVolumes(setting, method);
        List<String> notes = new ArrayList<>();
        if (method == DensityMethod.HIERARCHY) {
            return ValleyHierarchy.solve(setting, resolution, tolerance, ValleyHierarchy.MOST_POINTS, notes);
        }
        if (method == DensityMethod.AUTO && finiteVolume && setting.surface().valley().isPresent()) {
            try {
                notes.add("method hierarchy: a smooth valley, and noise that depends on x alone");
                return ValleyHierarchy.solve(setting, resolution, tolerance, ValleyHierarchy.FEW_POINTS, notes);
            } catch (Refusal | NumericsException reason) {
                notes.clear();
                notes.add("method finite-volume, because the hierarchy refuses: " + reason.getMessage());
            }
        } else if (method == DensityMethod.AUTO) {
            notes.add(finiteVolume ? "method finite-volume: two parameters"
                    : dimension == 1 ? "method quadrature: one parameter"
                    : "method quadrature: " + dimension + " parameters, finite volumes do two");
        }
        return finiteVolume ? finiteVolumes(setting, resolution, notes) : quadrature(setting, notes);
    }

    private static boolean byFiniteVolumes(Setting setting, DensityMethod method) {
        return method == DensityMethod.FINITE_VOLUME
                || method == DensityMethod.AUTO && setting.surface().dimension() == 2;
    }

    /**
     * Refuses at once what {@link #solve} would refuse in the course of its work.
     *
     * @throws Refusal where the method cannot do the setting; names the remedy
     */
    public static void check(Setting setting, DensityMethod method) {
        if (method == DensityMethod.HIERARCHY) {
            ValleyHierarchy.requireValley(setting);
            return;
        }
        if (!byFiniteVolumes(setting, method)) {
            Line.of(setting);
            return;
        }
        Coefficients.requireTwoDimensions(setting);
    }

    private static DensitySolution quadrature(Setting setting, List<String> notes) {
        if (setting.surface().dimension() > 1) {
            notes.add("valley-floor quadrature: asymptotic, the sharp directions relax at once");
        }
        ValleyFloor coarse = ValleyFloor.of(setting, 1);
        ValleyFloor fine = ValleyFloor.of(setting, 2);
        if (!setting.domain().along().bounded()) {
            notes.add(String.format(Locale.ROOT, "x followed from %.5g to %.5g", fine.range().from(),
                    fine.range().to()));
        }
        requireRidges(setting, fine, notes);
        return DensitySolution.of(DensityMethod.QUADRATURE, setting,
                List.of(new FloorLaw(setting, coarse), new FloorLaw(setting, fine)),
                fine.effectiveRange(Truncation.MASS_NOT_SHOWN), diagnostic -> 0.0, notes);
    }

    /** On the open line the law of a basin stands for itself only while next to nothing leaks over its ridges. */
    private static void requireRidges(Setting setting, ValleyFloor floor, List<String> notes) {
        Interval basin = setting.surface().basin();
        for (double ridge : new double[] {basin.from(), basin.to()}) {
            if (Double.isInfinite(ridge) || setting.domain().along().bounded() || !floor.range().contains(ridge)) {
                continue;
            }
            double log = floor.logDensity(ridge);
            if (log > LARGEST_AT_A_RIDGE) {
                throw new NoStationaryStateException(String.format(Locale.ROOT, "no stationary state: beyond x = %.5g"
                        + " the loss falls for ever, and the density there is still e^%.3g; lower the temperature or"
                        + " close the domain", ridge, log));
            }
            notes.add(String.format(Locale.ROOT, "beyond x = %.5g the loss falls for ever; the density there is"
                    + " e^%.3g, and what is beyond is left out", ridge, log));
        }
    }

    private static DensitySolution finiteVolumes(Setting setting, Resolution resolution, List<String> notes) {
        Coefficients.requireTwoDimensions(setting);
        if (resolution.adaptive()) {
            return UsefulErrors.refine(resolution, (grid, said) -> onMesh(setting, grid, said), notes);
        }
        Solved solved = onMesh(setting, resolution, notes);
        return solved.solution();
    }

    /**
     * A solution on nested grids.
     *
     * @param mesh the grids
     * @param law the law on a grid of the mesh
     */
    record Solved(DensitySolution solution, Mesh mesh, Function<Grid, GridLaw> law) {}

    private static Solved onMesh(Setting setting, Resolution resolution, List<String> notes) {
        Truncation cut = Truncation.stationary(setting.atFirstOrder(), notes);
        Mesh mesh = Mesh.of(setting.atFirstOrder(), cut.x(), cut.y(), resolution, notes);
        GridLaw coarsest = law(setting, mesh.grid(0));
        Mesh graded = mesh.graded(setting, coarsest, notes);
        List<GridLaw> laws = new ArrayList<>(List.of(graded == mesh ? coarsest : law(setting, graded.grid(0))));
        for (int level = 1; level < Resolution.LEVELS; level++) {
            laws.add(law(setting, graded.grid(level)));
        }
        Truncation.check(setting, laws.get(laws.size() - 1), cut.massOutside());
        return new Solved(DensitySolution.of(
                DensityMethod.FINITE_VOLUME, setting, laws, cut.shown(), cut::error, notes),
                graded, grid -> law(setting, grid));
    }

    private static GridLaw law(Setting setting, Grid grid) {
        Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
        return GridLaw.of(grid, masses(generator, setting));
    }

    /** The null vector of a generator that loses no mass, summing to 1; folded where it is its own mirror image. */
    public static double[] masses(Generator generator, Setting setting) {
        Optional<Fold> fold = Fold.of(generator);
        if (fold.isEmpty()) {
            return unfolded(generator, setting);
        }
        double[] mass = fold.get().unfold(masses(fold.get().half(), setting));
        checkResidual(generator, mass);
        return mass;
    }

    /**
     * The null vector, as it is: one cell is given mass 1, the others follow, as
     * expected times spent there between two visits to it.
     */
    public static double[] unfolded(Generator generator, Setting setting) {
        int pin = lowest(generator.grid(), setting);
        double[] mass = pinned(generator, pin);
        for (int tries = 0; tries < 3 && !wellScaled(mass); tries++) {
            mass = pinned(generator, largest(mass));
        }
        double total = 0.0;
        for (double m : mass) {
            total += m;
        }
        for (int c = 0; c < mass.length; c++) {
            mass[c] /= total;
        }
        checkResidual(generator, mass);
        return mass;
    }

    private static double[] pinned(Generator generator, int pin) {
        double[] mass = new double[generator.size()];
        mass[pin] = -generator.leaving(pin);
        SparseSolver.standard().factor(generator.killedAt(pin), pin).solve(mass);
        return mass;
    }

    private static boolean wellScaled(double[] mass) {
        for (double m : mass) {
            if (!(m < LARGEST_RATIO)) {
                return false;
            }
        }
        return true;
    }

    private static int largest(double[] mass) {
        int largest = 0;
        for (int c = 0; c < mass.length; c++) {
            largest = mass[c] > mass[largest] || Double.isNaN(mass[largest]) ? c : largest;
        }
        return largest;
    }

    private static int lowest(Grid grid, Setting setting) {
        int lowest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < grid.size(); c++) {
            double x = grid.x().centres()[c / grid.y().size()];
            double loss = setting.surface().value(new double[] {x, grid.y().centres()[c % grid.y().size()]});
            if (loss < least) {
                least = loss;
                lowest = c;
            }
        }
        return lowest;
    }

    private static void checkResidual(Generator generator, double[] mass) {
        double[] change = generator.apply(mass);
        for (int c = 0; c < change.length; c++) {
            double turnover = generator.leaving(c) * mass[c];
            // Double.MIN_NORMAL: masses that have underflowed have no digits to judge.
            if (!(Math.abs(change[c]) <= LARGEST_RESIDUAL * turnover + Double.MIN_NORMAL * generator.leaving(c))) {
                throw new NumericsException(String.format(Locale.ROOT,
                        "the balance of cell %d is off by %.2g of its turnover; use a finer grid or a smaller domain",
                        c, Math.abs(change[c]) / turnover));
            }
        }
    }
}
