package org.thalweg.report.figures.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Panels;
import org.thalweg.report.drawing.SeenCells;
import org.thalweg.report.figures.DensityFigure;
import org.thalweg.report.figures.MarginalFigure;
import org.thalweg.report.figures.SettingLabel;

/** The density over the plane at several times, side by side, over the same axes. */
public final class EvolutionFigure {
    /** Rows of two are read in the width of a page. */
    private static final int COLUMNS = 2;

    /** What is less than this part of the largest density of a time is left out at the sides. */
    private static final double SHOWN = 1e-4;

    private EvolutionFigure() {}

    /**
     * The panels.
     *
     * @param times learning times, one for each density
     */
    public static Panels of(Setting setting, List<Double> times, List<Density> densities) {
        double[] rows = shown(densities, Density::y, SeenCells::rows);
        double[] columns = shown(densities, Density::x, SeenCells::columns);
        boolean alike = SettingLabel.Coordinates.of(setting).alike();
        List<Figure> panels = new ArrayList<>();
        for (int k = 0; k < times.size(); k++) {
            Figure figure = DensityFigure.of(setting, SettingLabel.of(setting), densities.get(k));
            panels.add(new Figure("Density at learning time t = " + SettingLabel.number(times.get(k)),
                    figure.subtitle(), alike ? figure.x().between(columns[0], columns[1]) : figure.x(),
                    figure.y().between(rows[0], rows[1]), figure.layers(), figure.legend()));
        }
        return new Panels(COLUMNS, panels);
    }

    /**
     * The densities along the valley, with the histograms of particles that were simulated to the same times.
     *
     * @param marginals one for each time
     */
    public static Panels along(Setting setting, List<Double> times, List<Map<Witness, Marginal>> marginals) {
        List<Figure> panels = new ArrayList<>();
        for (int k = 0; k < times.size(); k++) {
            panels.add(MarginalFigure.of(setting, SettingLabel.of(setting, times.get(k)), marginals.get(k)));
        }
        return new Panels(COLUMNS, panels);
    }

    /** The ends of the rows, or columns, of cells in which one of the densities is to be seen. */
    private static double[] shown(List<Density> densities, Function<Density, double[]> centres,
            BiFunction<double[][], Double, SeenCells> cells) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Density density : densities) {
            SeenCells seen = cells.apply(density.values(), SHOWN);
            double[] edges = Axis.linear("").edgesAround(centres.apply(density));
            least = Math.min(least, edges[seen.first()]);
            most = Math.max(most, edges[seen.last() + 1]);
        }
        return new double[] {least, most};
    }
}
