package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.volumes.Coefficients;
import org.thalweg.fokkerplanck.volumes.VolumeDensity;
import org.thalweg.fokkerplanck.volumes.VolumePassage;
import org.thalweg.model.Setting;
import org.thalweg.refusal.Refusal;

/** Finite volumes: two parameters. */
final class ByVolumes implements Solver {
    @Override
    public Optional<Refusal> refuses(Setting setting) {
        return Coefficients.refuses(setting);
    }

    @Override
    public DensitySolution density(Setting setting, Resolution resolution, double tolerance, List<String> notes) {
        return VolumeDensity.solve(setting, resolution, notes);
    }

    @Override
    public PassageTime passageTime(Setting setting, Resolution resolution, double tolerance) {
        return VolumePassage.of(setting, resolution);
    }
}
