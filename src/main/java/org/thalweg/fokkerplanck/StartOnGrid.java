package org.thalweg.fokkerplanck;

import java.util.List;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.StartingMass;
import org.thalweg.fokkerplanck.volumes.Mesh;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.start.IndependentStarts;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.model.start.StartLaw;

/** The start of a setting as mass in the cells of a grid: a point is spread over one cell. */
final class StartOnGrid {
    private StartOnGrid() {}

    /** The mass of each cell of a grid of the mesh. */
    static double[] mass(PlainSetting setting, Mesh mesh, Grid grid) {
        List<StartDistribution.Part> parts = setting.startDistribution().map(StartDistribution::parts)
                .orElseGet(() -> new IndependentStarts(List.of(
                        new StartLaw.Point(setting.start()[0]), new StartLaw.Point(setting.start()[1]))).parts());
        double[] mass = new double[grid.size()];
        for (StartDistribution.Part part : parts) {
            double[] alongX = StartingMass.along(
                    mesh.x(), grid.x(), setting.domain().interval(0), part.laws().get(0));
            double[] alongY = StartingMass.along(
                    mesh.y(), grid.y(), setting.domain().interval(1), part.laws().get(1));
            for (int c = 0; c < mass.length; c++) {
                mass[c] += part.weight() * alongX[c / grid.y().size()] * alongY[c % grid.y().size()];
            }
        }
        return mass;
    }
}
