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
import org.thalweg.model.Setting;
import org.thalweg.refusal.Refusal;

/** The fastest way that serves a setting: of a plane the hierarchy, then finite volumes; of anything else quadrature. */
final class ByChoice implements Solver {
    @Override
    public Optional<Refusal> refuses(Setting setting) {
        return otherwise(setting).refuses(setting);
    }

    private static Solver otherwise(Setting setting) {
        return setting.surface().dimension() == 2 ? new ByVolumes() : new ByQuadrature();
    }

    @Override
    public DensitySolution density(Setting setting, Resolution resolution, double tolerance, List<String> notes) {
        int dimension = setting.surface().dimension();
        if (dimension == 2 && setting.surface().valley().isPresent()) {
            List<String> said = new ArrayList<>(notes);
            said.add("method hierarchy: a smooth valley, and noise that depends on x alone");
            Attempt<DensitySolution> attempt = ValleyHierarchy.attempt(
                    setting, resolution, tolerance, ValleyHierarchy.FEW_POINTS, said);
            if (attempt instanceof Attempt.Found<DensitySolution> found) {
                return found.answer();
            }
            notes.add("method finite-volume, because the hierarchy refuses: "
                    + ((Attempt.NotFound<DensitySolution>) attempt).reason().getMessage());
        } else {
            notes.add(dimension == 2 ? "method finite-volume: two parameters"
                    : dimension == 1 ? "method quadrature: one parameter"
                    : "method quadrature: " + dimension + " parameters, finite volumes do two");
        }
        return otherwise(setting).density(setting, resolution, tolerance, notes);
    }

    @Override
    public PassageTime passageTime(Setting setting, Resolution resolution, double tolerance) {
        if (setting.surface().dimension() == 2
                && ValleyPassage.attempt(setting, tolerance) instanceof Attempt.Found<PassageTime> found) {
            return found.answer();
        }
        return otherwise(setting).passageTime(setting, resolution, tolerance);
    }
}
