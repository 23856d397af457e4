package org.thalweg.cli.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleySpectrum;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.ModeField;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.line.FloorSpectrum;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.quantity.Quantity;
import org.thalweg.report.figures.operator.ModesFigure;

/** What {@code density --rates} leaves: rates in the summary, modes as fields and a figure. */
final class DensityModes {
    /** Of a rate by the hierarchy, relative. */
    private static final double TOLERANCE = 1e-6;

    private DensityModes() {}

    /** Of the plane and of its floor, or of a line; per unit of learning time. */
    static void add(Outcome outcome, PlainSetting setting, int count, DensityMethod method, Resolution resolution,
            Map<Quantity, Measurement> summary) {
        boolean line = setting.surface().geometry() == Geometry.LINE;
        boolean plane = !line && setting.surface().dimension() == 2;
        if (plane && method == DensityMethod.HIERARCHY) {
            put(ValleySpectrum.attempt(setting, count, TOLERANCE).orThrow().stream()
                    .map(m -> m.times(1.0 / setting.clock())).toList(), "relaxation", summary);
            outcome.note("rates by the hierarchy come without their modes, which --method finite-volume gives");
        } else if (plane && method != DensityMethod.QUADRATURE) {
            List<String> said = new ArrayList<>();
            VolumeSpectrum.Found found = VolumeSpectrum.of(setting, count, resolution, said);
            said.forEach(outcome::note);
            List<RelaxationMode> modes = found.modes().stream().map(m -> m.times(1.0 / setting.clock())).toList();
            put(modes, "relaxation", summary);
            fields(outcome, found.fields());
            outcome.figure("modes", () -> ModesFigure.of(setting, modes, found.fields()));
        }
        if (Line.refuses(setting).isEmpty()) {
            put(FloorSpectrum.of(setting, count).stream().map(m -> m.times(1.0 / setting.clock())).toList(),
                    line ? "relaxation" : "floor_relaxation", summary);
        }
    }

    private static void put(List<RelaxationMode> modes, String of, Map<Quantity, Measurement> summary) {
        for (int k = 0; k < modes.size(); k++) {
            summary.put(Quantity.of(of + "_rate_" + (k + 1)), modes.get(k).rate());
            if (modes.get(k).turns()) {
                summary.put(Quantity.of(of + "_frequency_" + (k + 1)), modes.get(k).frequency());
            }
        }
    }

    private static void fields(Outcome outcome, List<ModeField> fields) {
        outcome.field("mode-x.npy", fields.get(0).real().x());
        outcome.field("mode-y.npy", fields.get(0).real().y());
        for (int k = 0; k < fields.size(); k++) {
            String name = "mode-" + (k + 1);
            outcome.field(name + ".npy", fields.get(k).real().values());
            fields.get(k).imaginary().ifPresent(part ->
                    outcome.field(name + "-imaginary.npy", part.values()));
        }
    }
}
