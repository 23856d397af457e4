package org.thalweg.explore;

import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;

/** A model with its sliders where they are. What is computed for one question is there for the next. */
final class Screen {
    /** Of finite volumes: what a tenth of the default cells can follow; the command on the page says so too. */
    private static final Resolution COARSE = new Resolution(96, 32);

    private final ModelFile model;
    private DensitySolution solution;

    Screen(ModelFile model) {
        this.model = model;
    }

    ModelFile model() {
        return model;
    }

    Setting setting() {
        return model.setting();
    }

    /** The plain SGD that stands for the optimiser, or the reason why none does. */
    PlainSetting plain() {
        return model.setting().effective();
    }

    /** The cells that a density is given on. */
    Resolution resolution() {
        return StationaryDensity.refuses(plain(), DensityMethod.HIERARCHY).isEmpty() ? Resolution.DEFAULT : COARSE;
    }

    /** The stationary density. */
    synchronized DensitySolution solution() {
        if (solution == null) {
            solution = StationaryDensity.solve(plain(), DensityMethod.AUTO, resolution());
        }
        return solution;
    }
}
