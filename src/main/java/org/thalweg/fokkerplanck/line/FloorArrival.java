package org.thalweg.fokkerplanck.line;

import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** How long it takes along the valley floor from the start to where the stationary law is. */
public final class FloorArrival {
    private FloorArrival() {}

    /**
     * The mean first-passage time from the start to where all but a share of the law is, between walls; by one
     * quadrature, without an error: it plans how long to wait.
     *
     * @param outside the share of the law that lies outside
     * @return learning time; 0 from inside
     */
    public static double meanTime(PlainSetting setting, double outside) {
        ValleyFloor floor = ValleyFloor.of(setting);
        Interval walls = setting.domain().along();
        double start = setting.start()[0];
        double from = floor.quantile(0.5 * outside);
        double to = floor.upperQuantile(0.5 * outside);
        if (start >= from && start <= to) {
            return 0.0;
        }
        Approach approach = start < from
                ? new Approach(walls.from(), from, Boundary.REFLECTING, Boundary.ABSORBING)
                : new Approach(to, walls.to(), Boundary.ABSORBING, Boundary.REFLECTING);
        return Math.exp(LinePassage.logMoments(Line.of(setting), approach, start, Double.POSITIVE_INFINITY, 1).mean());
    }
}
