package org.thalweg.report.figures.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.BandLayer;
import org.thalweg.report.drawing.Dash;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Ink;
import org.thalweg.report.drawing.LineLayer;
import org.thalweg.report.figures.SettingLabel;

/** The density of the Hessian's eigenvalues at the last point, with two standard errors to either side. */
final class SpectralDensityFigure {
    /** Of the highest density: what is lower is not shown. */
    private static final double LOWEST = 1e-6;

    private SpectralDensityFigure() {}

    static Optional<Figure> of(Setting setting, List<ProbeRunner.AtPoint> points) {
        return ReadingTable.last(points, "spectral_density").filter(SpectralDensityFigure::known).map(table -> {
            double[] place = table.values("density_place");
            double[] density = table.values("spectral_density");
            double[] error = table.errors("spectral_density");
            double highest = Arrays.stream(density).max().orElse(1.0);
            double lowest = LOWEST * highest;
            double[] lower = new double[place.length];
            double[] upper = new double[place.length];
            for (int k = 0; k < place.length; k++) {
                lower[k] = Math.max(lowest, density[k] - 2.0 * error[k]);
                upper[k] = Math.max(lowest, density[k] + 2.0 * error[k]);
                density[k] = Math.max(lowest, density[k]);
            }
            Figure figure = Figure.of("Density of the Hessian's eigenvalues",
                    SettingLabel.of(setting) + "; " + table.where("spectral_density"),
                    Axis.linear("eigenvalue (loss per parameter\u00b2)"),
                    Axis.logarithmic("share per unit of eigenvalue").between(lowest, 2.0 * highest));
            // Of small networks it is exact.
            if (Arrays.stream(error).anyMatch(e -> e > 0.0)) {
                figure = figure.with(new BandLayer("two standard errors", Ink.BLUE, place, lower, upper));
            }
            return figure.with(new LineLayer("density", Ink.BLUE, Dash.SOLID, place, density));
        });
    }

    /** Where the Hessian is beyond double arithmetic there is nothing to show. */
    private static boolean known(ReadingTable table) {
        return Arrays.stream(table.values("spectral_density")).allMatch(Double::isFinite)
                && Arrays.stream(table.values("spectral_density")).max().orElse(0.0) > 0.0;
    }
}
