package org.thalweg.report.figures.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.figures.SettingLabel;

/** How much of the subspace of the leading eigenvectors two checkpoints of the first repeat have in common. */
final class OverlapFigure {
    private OverlapFigure() {}

    static Optional<Figure> of(Setting setting, List<ProbeRunner.OfPair> pairs) {
        List<ProbeRunner.OfPair> all = pairs.stream()
                .filter(p -> p.reading().quantity().equals("subspace_overlap")).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int repeat = all.get(0).earlier().repeat();
        List<ProbeRunner.OfPair> of = all.stream()
                .filter(p -> p.earlier().repeat() == repeat && p.later().repeat() == repeat).toList();
        List<Checkpoints.Entry> at = of.stream().flatMap(p -> Stream.of(p.earlier(), p.later())).distinct().toList();
        if (at.size() < 2) {
            return Optional.empty();
        }
        double[][] share = new double[at.size()][at.size()];
        for (double[] row : share) {
            Arrays.fill(row, 1.0);
        }
        for (ProbeRunner.OfPair pair : of) {
            int i = at.indexOf(pair.earlier());
            int j = at.indexOf(pair.later());
            share[i][j] = pair.reading().value();
            share[j][i] = share[i][j];
        }
        String layer = of.get(0).reading().layer();
        String where = layer.isEmpty() ? "all parameters" : layer;
        Axis time = Axis.linear("learning time t = \u03b7k");
        double[] edges = time.edgesAround(at.stream().mapToDouble(Checkpoints.Entry::time).toArray());
        return Optional.of(Figure.of("Leading eigenvectors of the Hessian at two times",
                        SettingLabel.of(setting) + "; " + where + ", repeat " + repeat, time,
                        Axis.linear("learning time t' = \u03b7k"))
                .with(new CellMapLayer(edges, edges, share,
                        Axis.linear("share of the subspace in common").between(0.0, 1.0))));
    }
}
