package org.thalweg.fokkerplanck.volumes;

import java.util.Locale;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.refusal.Refusal;

/**
 * The shapes of cells, h_y / h_x, that leave every flux its sign all over a rectangle: |D_xy| / D_xx &lt;= h_y / h_x
 * &lt;= D_yy / |D_xy|.
 *
 * @param least 0 where there is no D_xy
 * @param most infinite where there is no D_xy
 */
public record Aspects(double least, double most) {
    /** Without D_xy cells may have any shape. */
    public static final Aspects ANY = new Aspects(0.0, Double.POSITIVE_INFINITY);
    /** Points along each side at which D is looked at. */
    private static final int SAMPLES = 96;

    /**
     * The aspects for a setting on a rectangle.
     *
     * @throws Refusal where no aspect will do; names the cells and a remedy
     */
    static Aspects of(PlainSetting setting, AxisDesign x, AxisDesign y) {
        if (setting.diffusion().noiseStructure() != NoiseStructure.GENERAL) {
            return ANY;
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
        if (least > most) {
            throw new Refusal(String.format(Locale.ROOT, "D_xy: the cells at %s need h_y / h_x >="
                    + " %.4g, those at %s need h_y / h_x <= %.4g; %s", leastAt, least, mostAt, most, Mesh.REMEDY));
        }
        return least == 0.0 ? ANY : new Aspects(least, most);
    }

    /** By which factor the aspect may vary, at least 1. */
    double window() {
        return most / least;
    }

    /** True for an aspect that will do. */
    boolean allow(double aspect) {
        return aspect >= least && aspect <= most;
    }

    /** What is left for cells that are equal in coordinates from which two maps lead to x and y. */
    Aspects mapped(AxisDesign x, AxisDesign y) {
        return new Aspects(least * x.steepest() / y.flattest(), most * x.flattest() / y.steepest());
    }
}
