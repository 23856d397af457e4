package org.thalweg.report.figures.probes;

import org.thalweg.data.Checkpoints;
import org.thalweg.report.figures.SettingLabel;

/** How figures name a point of a run. */
final class PointLabel {
    private PointLabel() {}

    /** For example "repeat 0, t = 20". */
    static String of(Checkpoints.Entry at) {
        return "repeat " + at.repeat() + ", t = " + SettingLabel.number(at.time());
    }
}
