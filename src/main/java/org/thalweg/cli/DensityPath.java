package org.thalweg.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.fokkerplanck.action.MinimumActionPath;
import org.thalweg.fokkerplanck.law.Density;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.report.CsvTable;
import org.thalweg.report.PathTable;
import org.thalweg.report.figures.operator.LeastActionFigure;

/** What {@code density --path} leaves: the path of least action, its action, and a figure over the density. */
final class DensityPath {
    private static final int NUMBERS = 4;

    private DensityPath() {}

    /** Refuses what is not two points of the plane. */
    static void check(PlainSetting setting, List<Double> ends) {
        if (ends.isEmpty()) {
            return;
        }
        if (ends.size() != NUMBERS || setting.surface().dimension() != 2) {
            throw new Refusal("option --path: give two points of a plane, X0,Y0,X1,Y1");
        }
    }

    /** Adds the action to the summary and writes the path. */
    static void add(Run run, PlainSetting setting, List<Double> ends, Optional<Density> density,
            Map<Quantity, Measurement> summary) {
        MinimumActionPath path = MinimumActionPath.between(setting.diffusion(),
                new double[] {ends.get(0), ends.get(1)}, new double[] {ends.get(2), ends.get(3)});
        summary.put(Quantity.of("path_action"), path.action());
        CsvTable.write(run.file("path.csv"), PathTable.COLUMNS, IntStream.range(0, path.x().length)
                .mapToObj(k -> new PathTable.Point(path.x()[k], path.y()[k], path.actions()[k])));
        density.ifPresent(law -> run.draw("path", () -> LeastActionFigure.of(setting, path, law)));
    }
}
