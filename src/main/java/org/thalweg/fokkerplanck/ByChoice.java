package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyHierarchy;
import org.thalweg.fokkerplanck.hierarchy.ValleyPassage;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** The fastest way that serves: of a plane the hierarchy, else finite volumes; of anything else quadrature. */
final class ByChoice implements Solver {
    @Override
    public Optional<Refusal> refuses(PlainSetting setting) {
        return otherwise(setting).refuses(setting);
    }

    private static Solver otherwise(PlainSetting setting) {
        return setting.surface().geometry().planar() ? new ByVolumes() : new ByQuadrature();
    }

    @Override
    public DensitySolution density(PlainSetting setting, Resolution resolution, double tolerance, List<String> notes) {
        return switch (setting.surface().geometry().kind()) {
            case VALLEY -> ofValley(setting, resolution, tolerance, notes);
            case PLANE -> said(notes, "method finite-volume: two parameters", new ByVolumes())
                    .density(setting, resolution, tolerance, notes);
            case LINE -> said(notes, "method quadrature: one parameter", new ByQuadrature())
                    .density(setting, resolution, tolerance, notes);
            case DEEP_VALLEY, SPACE -> said(notes, "method quadrature: " + setting.surface().dimension()
                    + " parameters, finite volumes do two", new ByQuadrature())
                    .density(setting, resolution, tolerance, notes);
        };
    }

    private static Solver said(List<String> notes, String note, Solver solver) {
        notes.add(note);
        return solver;
    }

    private static DensitySolution ofValley(
            PlainSetting setting, Resolution resolution, double tolerance, List<String> notes) {
        List<String> said = new ArrayList<>(notes);
        said.add("method hierarchy: a smooth valley, and noise that depends on x alone");
        Attempt<DensitySolution> attempt =
                ValleyHierarchy.attempt(setting, resolution, tolerance, ValleyHierarchy.FEW_POINTS, said);
        if (attempt instanceof Attempt.Found<DensitySolution> found) {
            return found.answer();
        }
        return said(notes, "method finite-volume, because the hierarchy refuses: "
                + ((Attempt.NotFound<DensitySolution>) attempt).reason().getMessage(), new ByVolumes())
                .density(setting, resolution, tolerance, notes);
    }

    @Override
    public PassageTime passageTime(PlainSetting setting, Resolution resolution, double tolerance) {
        if (setting.surface().geometry().planar()
                && ValleyPassage.attempt(setting, tolerance) instanceof Attempt.Found<PassageTime> found) {
            return found.answer();
        }
        return otherwise(setting).passageTime(setting, resolution, tolerance);
    }
}
