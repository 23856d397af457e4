package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Committor;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.fokkerplanck.linear.SparseSolver;
import org.thalweg.fokkerplanck.truncation.Truncation;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.refusal.Refusal;

/** The committor of the plane by finite volumes: b . grad q + sum_ij D_ij d_i d_j q = 0, 0 on one set, 1 on the other. */
public final class VolumeCommittor {
    private VolumeCommittor() {}

    /**
     * Between {x &lt;= from} and {x &gt;= to}.
     *
     * @throws Refusal where the diffusion is not one of the plane, or the ends of y absorb
     */
    public static Committor of(PlainSetting setting, double from, double to, Resolution resolution) {
        Refusal.raise(Coefficients.refuses(setting));
        if (setting.domain().interval(1).boundary() == Boundary.ABSORBING) {
            throw new Refusal("the ends of y absorb, so some particles reach neither set; use reflecting ends");
        }
        AxisDesign x = AxisDesign.uniform(from, to, Boundary.ABSORBING, Boundary.ABSORBING);
        AxisDesign y = Truncation.across(setting.atFirstOrder(), from, to, new ArrayList<>());
        Mesh mesh = Mesh.of(setting.atFirstOrder(), x, y, resolution, new ArrayList<>());
        double[] atStart = new double[Resolution.LEVELS];
        double[][] along = new double[Resolution.LEVELS][];
        Density field = null;
        for (int level = 0; level < atStart.length; level++) {
            Grid grid = mesh.grid(level);
            Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
            double[] q = new double[grid.size()];
            for (int j = 0; j < grid.y().size(); j++) {
                int cell = grid.cell(grid.x().size() - 1, j);
                q[cell] = -generator.killed()[cell];
            }
            SparseSolver.standard().factor(generator).solveAdjoint(q);
            atStart[level] = VolumePassage.interpolate(grid, q, setting.start());
            along[level] = VolumePassage.along(grid, q, mesh.grid(0).x().centres(), setting.start()[1]);
            field = field(grid, q);
        }
        return new Committor(Richardson.of(atStart, Richardson.unresolved(along)), field);
    }

    /** A function of cells as a field. */
    static Density field(Grid grid, double[] q) {
        double[][] values = new double[grid.x().size()][grid.y().size()];
        for (int c = 0; c < q.length; c++) {
            values[c / grid.y().size()][c % grid.y().size()] = q[c];
        }
        return new Density(grid.x().centres(), grid.y().centres(), values);
    }
}
