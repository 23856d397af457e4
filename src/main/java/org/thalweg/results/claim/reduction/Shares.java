package org.thalweg.results.claim.reduction;

import java.nio.file.Path;
import org.thalweg.data.NumberTable;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.profile.SplineProfile;

/**
 * What a measured valley leaves out, as shares of the speed along it, averaged from its beginning to a place.
 *
 * @param noise of the speed, by the noise across; the rest is the slope of the floor
 * @param oneDirection what the slope of the table and the slope of the loss along the way differ by: the network moves
 *         in other directions as well
 * @param sharp what the second half of the sharp directions adds: those beyond may add as much
 * @param unrest what the noise of the points that SGD visits adds to that of the floor
 * @param profile the standard error of the tables
 */
public record Shares(double noise, double oneDirection, double sharp, double unrest, double profile) {
    /** Reads them off a table. */
    static Shares of(Path table, double to) {
        double[] x = NumberTable.column(table, "x");
        Profile floor = SplineProfile.through(x, NumberTable.column(table, "floor"), "floor");
        double[] slope = NumberTable.column(table, "floor_slope");
        double[] slopeError = NumberTable.column(table, "floor_slope_error");
        double[] drift = NumberTable.column(table, "drift_of_noise");
        double[] driftError = NumberTable.column(table, "drift_of_noise_error");
        double[] half = NumberTable.column(table, "drift_of_half");
        double noise = 0.0;
        double one = 0.0;
        double sharp = 0.0;
        double error = 0.0;
        double[] unrest = NumberTable.column(table, "unrest");
        double more = 0.0;
        int points = 0;
        for (int i = 0; i < x.length && (x[i] <= to || points < 2); i++) {
            double along = floor.slope(x[i]);
            double speed = Math.abs(drift[i] - along);
            noise += drift[i] / speed;
            one += Math.abs(along - slope[i]) / speed;
            sharp += Math.abs(drift[i] - half[i]) / speed;
            more += Math.abs(drift[i] * (unrest[i] - 1.0)) / speed;
            error += Math.hypot(slopeError[i], driftError[i]) / speed;
            points++;
        }
        return new Shares(noise / points, one / points, sharp / points, more / points, error / points);
    }

    /** The same where the noise is so many times as strong; what unrest adds is of second order in it. */
    Shares at(double heat) {
        double speed = 1.0 + noise * (heat - 1.0);
        return new Shares(noise * heat / speed, oneDirection / speed, sharp * heat / speed,
                unrest * heat * heat / speed, profile / speed);
    }
}
