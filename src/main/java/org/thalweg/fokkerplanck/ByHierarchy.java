package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.hierarchy.ValleyHierarchy;
import org.thalweg.fokkerplanck.hierarchy.ValleyPassage;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.line.FloorPassage;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.refusal.Refusal;

/** The valley hierarchy: valleys whose noise depends on x alone. */
final class ByHierarchy implements Solver {
    @Override
    public Optional<Refusal> refuses(PlainSetting setting) {
        return ValleyHierarchy.refuses(setting);
    }

    @Override
    public DensitySolution density(PlainSetting setting, Resolution resolution, double tolerance, List<String> notes) {
        return ValleyHierarchy.solve(setting, resolution, tolerance, ValleyHierarchy.MOST_POINTS, notes);
    }

    /** With several sharp directions, the time of the valley floor. */
    @Override
    public PassageTime passageTime(PlainSetting setting, Resolution resolution, double tolerance) {
        return setting.surface().geometry().kind() == Geometry.Kind.DEEP_VALLEY ? FloorPassage.of(setting)
                : ValleyPassage.of(setting, tolerance);
    }
}
