package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.GridLaw;
import org.thalweg.fokkerplanck.law.Usefulness;
import org.thalweg.measure.Diagnostic;
import org.thalweg.quantity.Quantity;

/**
 * Refines the grids of a stationary density until its errors are useful, in the direction that changes it more, and
 * says so where they are not within the cells that a user would wait for.
 */
final class UsefulErrors {
    /** Eight times the cells of {@link Resolution#DEFAULT}: a few seconds. */
    private static final int MOST_CELLS = 8 * Resolution.DEFAULT.cells();
    /** Refining both directions pays unless one of them changes so many times as much as the other. */
    private static final double ONE_SIDED = 8.0;

    private UsefulErrors() {}

    /**
     * The solution on the first resolution that is good enough, or the last that is affordable.
     *
     * @param solve of a resolution, adding to the notes
     * @param notes modified
     */
    static DensitySolution refine(
            Resolution first, BiFunction<Resolution, List<String>, VolumeDensity.Solved> solve,
            List<String> notes) {
        Resolution resolution = first;
        List<String> said = new ArrayList<>(notes);
        VolumeDensity.Solved solved = solve.apply(resolution, said);
        while (Usefulness.worst(solved.solution()).isPresent()) {
            Resolution finer = finer(solved);
            if (finer.cells() > MOST_CELLS) {
                return Usefulness.said(solved.solution(), String.format(Locale.ROOT, "%d x %d cells are as many as are"
                        + " tried unasked: give a finer --grid, or a smaller domain", resolution.nx(), resolution.ny()));
            }
            resolution = finer;
            said = new ArrayList<>(notes);
            solved = solve.apply(resolution, said);
        }
        return resolution.equals(first) ? solved.solution() : solved.solution().saying(String.format(Locale.ROOT,
                "refined to %d x %d cells, since with %d x %d an error was above %.0e of what it belongs to",
                resolution.nx(), resolution.ny(), first.nx(), first.ny(), Usefulness.USEFUL));
    }

    /** Twice the cells along, across, or both, as the coarsest grids tell. */
    private static Resolution finer(VolumeDensity.Solved solved) {
        Mesh mesh = solved.mesh();
        Resolution now = mesh.resolution();
        if (!mesh.aspects().equals(Aspects.ANY)) {
            return now.times(2, 2);
        }
        int nx = Resolution.cells(now.nx(), 0);
        int ny = Resolution.cells(now.ny(), 0);
        double[] coarse = moments(solved, nx, ny);
        double along = change(coarse, moments(solved, 2 * nx, ny));
        double across = change(coarse, moments(solved, nx, 2 * ny));
        return now.times(across > ONE_SIDED * along ? 1 : 2, along > ONE_SIDED * across ? 1 : 2);
    }

    /** Variances in both coordinates. */
    private static double[] moments(VolumeDensity.Solved solved, int nx, int ny) {
        Mesh mesh = solved.mesh();
        GridLaw law = solved.law().apply(new Grid(mesh.x().cells(nx), mesh.y().cells(ny)));
        double[] moments = new double[2];
        for (int i = 0; i < 2; i++) {
            int coordinate = i;
            double mean = law.mean(Diagnostic.of(Quantity.of("mean"), at -> at[coordinate]));
            moments[i] = law.mean(Diagnostic.of(Quantity.of("variance"),
                    at -> (at[coordinate] - mean) * (at[coordinate] - mean)));
        }
        return moments;
    }

    private static double change(double[] from, double[] to) {
        return Math.max(Math.abs(Math.log(to[0] / from[0])), Math.abs(Math.log(to[1] / from[1])));
    }
}
