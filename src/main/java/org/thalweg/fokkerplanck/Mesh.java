package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Locale;
import org.thalweg.model.NoiseStructure;
import org.thalweg.model.Setting;

/**
 * The nested grids of a two-dimensional problem. Where D_xy is not zero the cells are equal rectangles whose aspect
 * h_y / h_x leaves every flux its sign: |D_xy| / D_xx &lt;= h_y / h_x &lt;= D_yy / |D_xy| in all of them, which some
 * aspect does for any constant D.
 *
 * @param x along
 * @param y across
 * @param resolution of the finest grid
 */
record Mesh(AxisDesign x, AxisDesign y, Resolution resolution) {
    /** What to do where no aspect will do. */
    static final String REMEDY = "no monotone stencil exists there; choose a smaller domain or another --grid, or use"
            + " trajectories (literal SGD or the SDE)";
    /** Points along each side at which D is looked at. */
    private static final int SAMPLES = 96;

    /**
     * The mesh over two axes, of the resolution asked for where that will do.
     *
     * @param notes modified: says where other numbers of cells were chosen
     * @throws IllegalArgumentException where no aspect will do
     */
    static Mesh of(Setting setting, AxisDesign x, AxisDesign y, Resolution resolution, List<String> notes) {
        if (setting.diffusion().noiseStructure() != NoiseStructure.GENERAL) {
            return new Mesh(x, y, resolution);
        }
        double least = 0.0;
        double most = Double.POSITIVE_INFINITY;
        String leastAt = "";
        String mostAt = "";
        Coefficients coefficients = new Coefficients(setting, 1);
        for (int k = 0; k < SAMPLES * SAMPLES; k++) {
            double atX = x.from() + (x.to() - x.from()) * (k / SAMPLES + 0.5) / SAMPLES;
            double atY = y.from() + (y.to() - y.from()) * (k % SAMPLES + 0.5) / SAMPLES;
            coefficients.point(0, atX, atY);
            double cross = Math.abs(coefficients.diffusion(0, 1, 0));
            double low = cross / coefficients.diffusion(0, 0, 0);
            double high = cross == 0.0 ? most : coefficients.diffusion(1, 1, 0) / cross;
            if (low > least) {
                least = low;
                leastAt = String.format(Locale.ROOT, "(%.4g, %.4g)", atX, atY);
            }
            if (high < most) {
                most = high;
                mostAt = String.format(Locale.ROOT, "(%.4g, %.4g)", atX, atY);
            }
        }
        if (least == 0.0) {
            return new Mesh(x, y, resolution);
        }
        if (least > most) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "D_xy: the cells at %s need h_y / h_x >="
                    + " %.4g, those at %s need h_y / h_x <= %.4g; %s", leastAt, least, mostAt, most, REMEDY));
        }
        AxisDesign evenX = AxisDesign.uniform(x.from(), x.to(), x.lower(), x.upper());
        AxisDesign evenY = AxisDesign.uniform(y.from(), y.to(), y.lower(), y.upper());
        double sides = (y.to() - y.from()) / (x.to() - x.from());
        Resolution fitted = fit(resolution, sides, least, most);
        if (!fitted.equals(resolution)) {
            notes.add(String.format(Locale.ROOT, "grid %d,%d: D_xy needs equal cells with h_y / h_x from %.4g to %.4g",
                    fitted.nx(), fitted.ny(), least, most));
        }
        return new Mesh(evenX, evenY, fitted);
    }

    /** The grid of a level; 0 is the coarsest. */
    Grid grid(int level) {
        return resolution.grid(level, x, y);
    }

    /** About as many cells as asked for, nearest the middle of the aspects that will do. */
    private static Resolution fit(Resolution wanted, double sides, double least, double most) {
        double asked = sides * wanted.nx() / wanted.ny();
        if (asked >= least && asked <= most) {
            return wanted;
        }
        double aspect = Math.sqrt(least * most);
        double cells = (double) wanted.nx() * wanted.ny();
        Resolution best = wanted;
        double off = Double.POSITIVE_INFINITY;
        for (int nx = Resolution.FEWEST; nx * (double) Resolution.FEWEST <= 4.0 * cells; nx += 4) {
            int ny = Math.max(Resolution.FEWEST, 4 * (int) Math.round(sides * nx / aspect / 4.0));
            double miss = 10.0 * Math.abs(Math.log(sides * nx / ny / aspect)) + Math.abs(Math.log(nx * ny / cells));
            double found = sides * nx / ny;
            if (found >= least && found <= most && miss < off) {
                off = miss;
                best = new Resolution(nx, ny);
            }
        }
        if (Double.isInfinite(off)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "D_xy: no grid of about %.0f cells has"
                    + " h_y / h_x from %.4g to %.4g; %s", cells, least, most, REMEDY));
        }
        return best;
    }
}
