package org.thalweg.fokkerplanck.volumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.KinkFaces;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.fokkerplanck.law.Law;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

/**
 * The nested grids of a two-dimensional problem. Where D_xy is not zero the cells are equal rectangles of an aspect
 * that leaves every flux its sign, which some aspect does for any constant D, or, for a stationary density, equal in
 * mapped coordinates, as far as the window of aspects allows.
 *
 * @param x along
 * @param y across
 * @param resolution of the finest grid
 * @param aspects that will do
 */
public record Mesh(AxisDesign x, AxisDesign y, Resolution resolution, Aspects aspects) {
    /** What to do where no aspect will do. */
    static final String REMEDY = "no monotone stencil exists there; choose a smaller domain or another --grid, or use"
            + " trajectories (literal SGD or the SDE)";
    /** Cells are about equal up to so many standard deviations. */
    private static final double FINE_DEVIATIONS = 3.0;
    /**
     * The share of the window, as a power, that grading may use up; on turned valleys errors were found to fall little
     * beyond it, and the last of the window leaves no choice of the numbers of cells.
     */
    private static final double SHARE = 0.6;
    /** Less changed errors on turned valleys by a tenth at most. */
    private static final double LEAST_CONTRAST = 1.8;
    /** Where the loss has risen by 35 D a Gaussian has ends at 8 standard deviations, and equal cells serve. */
    private static final double LEAST_FREE_CONTRAST = 4.0;

    /**
     * The mesh over two axes, of the resolution asked for where that will do.
     *
     * @param notes modified: says where other numbers of cells were chosen
     * @throws Refusal where no aspect will do
     */
    public static Mesh of(PlainSetting setting, AxisDesign x, AxisDesign y, Resolution resolution, List<String> notes) {
        Aspects aspects = Aspects.of(setting, x, y);
        if (aspects.equals(Aspects.ANY)) {
            return new Mesh(KinkFaces.on(setting, x, resolution), y, resolution, aspects);
        }
        AxisDesign evenX = AxisDesign.uniform(x.from(), x.to(), x.lower(), x.upper());
        AxisDesign evenY = AxisDesign.uniform(y.from(), y.to(), y.lower(), y.upper());
        Resolution fitted = fit(resolution, evenX, evenY, aspects).orElseThrow(() ->
                new Refusal(String.format(Locale.ROOT, "D_xy: no grid of about %d cells has"
                    + " h_y / h_x from %.4g to %.4g; %s", resolution.nx() * resolution.ny(), aspects.least(),
                    aspects.most(), REMEDY)));
        if (!fitted.equals(resolution)) {
            notes.add(String.format(Locale.ROOT, "grid %d,%d: D_xy needs equal cells with h_y / h_x from %.4g to %.4g",
                    fitted.nx(), fitted.ny(), aspects.least(), aspects.most()));
        }
        return new Mesh(evenX, evenY, fitted, aspects);
    }

    /**
     * As many cells, graded around a law that is much narrower than the rectangle; this mesh where the law is wide, or
     * where the aspects leave no room. Where D_xy is zero nothing limits it, but an axis that is graded already stays.
     *
     * @param notes modified: says so
     */
    public Mesh graded(PlainSetting setting, Law law, List<String> notes) {
        if (aspects.equals(Aspects.ANY)) {
            AxisDesign freeX = free(x, law, 0);
            AxisDesign freeY = free(y, law, 1);
            return freeX == x && freeY == y ? this
                    : new Mesh(KinkFaces.on(setting, freeX, resolution), freeY, resolution, aspects);
        }
        double[] wanted = {contrast(x, law, 0), contrast(y, law, 1)};
        double product = wanted[0] * wanted[1];
        double power = product == 1.0 ? 0.0 : Math.min(1.0, SHARE * Math.log(aspects.window()) / Math.log(product));
        if (Math.pow(Math.max(wanted[0], wanted[1]), power) < LEAST_CONTRAST) {
            return this;
        }
        AxisDesign gradedX = graded(x, mean(law, 0), Math.pow(wanted[0], power));
        AxisDesign gradedY = graded(y, mean(law, 1), Math.pow(wanted[1], power));
        Optional<Resolution> fitted = fit(resolution, gradedX, gradedY, aspects.mapped(gradedX, gradedY));
        if (fitted.isEmpty()) {
            return this;
        }
        notes.add(String.format(Locale.ROOT, "grid %d,%d: graded, cells at the ends up to %.2g times as long and %.2g"
                + " times as wide as where the mass is",
                fitted.get().nx(), fitted.get().ny(), gradedX.steepest() / gradedX.flattest(),
                gradedY.steepest() / gradedY.flattest()));
        return new Mesh(gradedX, gradedY, fitted.get(), aspects);
    }

    private static AxisDesign free(AxisDesign axis, Law law, int i) {
        double wanted = axis.steepest() < LEAST_CONTRAST * axis.flattest() ? contrast(axis, law, i) : 1.0;
        return wanted > LEAST_FREE_CONTRAST ? graded(axis, mean(law, i), wanted) : axis;
    }

    /** How much longer the cells at the farther end should be than those in the middle of a law. */
    private static double contrast(AxisDesign axis, Law law, int i) {
        if (axis.lower() == Boundary.PERIODIC) {
            return 1.0;
        }
        double mean = mean(law, i);
        double deviation = Math.sqrt(
                law.mean(Diagnostic.of(Quantity.of("variance"), at -> (at[i] - mean) * (at[i] - mean))));
        return Math.hypot(1.0, farther(axis, mean) / (FINE_DEVIATIONS * deviation));
    }

    private static AxisDesign graded(AxisDesign axis, double focus, double contrast) {
        Stretch stretch = contrast == 1.0 ? Stretch.NONE
                : new Stretch(focus, farther(axis, focus) / Math.sqrt(contrast * contrast - 1.0));
        return new AxisDesign(axis.from(), axis.to(), axis.lower(), axis.upper(), stretch);
    }

    private static double farther(AxisDesign axis, double from) {
        return Math.max(axis.to() - from, from - axis.from());
    }

    private static double mean(Law law, int i) {
        return law.mean(Diagnostic.of(Quantity.of("mean"), at -> at[i]));
    }

    /** The grid of a level; 0 is the coarsest. */
    public Grid grid(int level) {
        return resolution.grid(level, x, y);
    }

    /** About as many cells as asked for, nearest the middle of the aspects that will do. */
    private static Optional<Resolution> fit(Resolution wanted, AxisDesign x, AxisDesign y, Aspects aspects) {
        double sides = y.evenLength() / x.evenLength();
        if (aspects.allow(sides * wanted.nx() / wanted.ny())) {
            return Optional.of(wanted);
        }
        double aspect = Math.sqrt(aspects.least() * aspects.most());
        double cells = (double) wanted.nx() * wanted.ny();
        List<Resolution> best = new ArrayList<>();
        double off = Double.POSITIVE_INFINITY;
        for (int nx = Resolution.FEWEST; nx * (double) Resolution.FEWEST <= 4.0 * cells; nx += 4) {
            int ny = Math.max(Resolution.FEWEST, 4 * (int) Math.round(sides * nx / aspect / 4.0));
            double miss = 10.0 * Math.abs(Math.log(sides * nx / ny / aspect)) + Math.abs(Math.log(nx * ny / cells));
            if (aspects.allow(sides * nx / ny) && miss < off) {
                off = miss;
                best = List.of(new Resolution(nx, ny, wanted.adaptive()));
            }
        }
        return best.stream().findFirst();
    }
}
