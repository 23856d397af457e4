package org.thalweg.fokkerplanck;

import java.util.List;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.volumes.Coefficients;
import org.thalweg.fokkerplanck.volumes.VolumeDensity;
import org.thalweg.fokkerplanck.volumes.VolumePassage;
import org.thalweg.model.PlainSetting;
import org.thalweg.refusal.Refusal;

/** Finite volumes: two parameters. */
final class ByVolumes implements Solver {
    @Override
    public Optional<Refusal> refuses(PlainSetting setting) {
        return Coefficients.refuses(setting);
    }

    @Override
    public DensitySolution density(PlainSetting setting, Resolution resolution, double tolerance, List<String> notes) {
        return VolumeDensity.solve(setting, resolution, notes);
    }

    @Override
    public PassageTime passageTime(PlainSetting setting, Resolution resolution, double tolerance) {
        return VolumePassage.of(setting, resolution);
    }
}
