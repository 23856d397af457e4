package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.GridLaw;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** The stationary density by finite volumes on nested grids, extrapolated. */
public final class VolumeDensity {
    private VolumeDensity() {}

    /**
     * The density, refined until its errors are useful where the resolution says so.
     *
     * @param notes modified
     */
    public static DensitySolution solve(PlainSetting setting, Resolution resolution, List<String> notes) {
        Refusal.raise(Coefficients.refuses(setting));
        if (resolution.adaptive()) {
            return UsefulErrors.refine(resolution, (grid, said) -> onMesh(setting, grid, said), notes);
        }
        return onMesh(setting, resolution, notes).solution();
    }

    /**
     * A solution on nested grids.
     *
     * @param mesh the grids
     * @param law the law on a grid of the mesh
     */
    record Solved(DensitySolution solution, Mesh mesh, Function<Grid, GridLaw> law) {}

    private static Solved onMesh(PlainSetting setting, Resolution resolution, List<String> notes) {
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

    private static GridLaw law(PlainSetting setting, Grid grid) {
        Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
        return GridLaw.of(grid, NullVector.of(generator, setting));
    }
}
