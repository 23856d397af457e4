package org.thalweg.fokkerplanck.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.ModeAlong;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

/** Modes of the hierarchy: exact ones, and those of finite volumes. */
class ValleyModesTest {
    private static double[] edges(double from, double to) {
        double[] edges = new double[81];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = from + (to - from) * i / 80;
        }
        return edges;
    }

    private static ModeAlong exact(double rate, boolean odd, double[] edges, double[]... parts) {
        Measurement none = Measurement.exact(0.0);
        return new ModeAlong(new RelaxationMode(Measurement.exact(rate), none), odd, edges, parts, 0.0);
    }

    /** An Ornstein-Uhlenbeck process: the first mode is P', the second P'', those that are odd in y begin at rate 1. */
    @Test
    void modesOfAnOrnsteinUhlenbeckProcess() {
        double variance = 0.05 / 0.4;
        PlainSetting bowl = Examples.valley(Profiles.parabola(0.4), Profile.constant(1.0), Interval.LINE, 2.0, 0.1);
        double[] edges = edges(-1.6, 1.6);
        double[][] sums = new double[3][80];
        for (int i = 0; i < 80; i++) {
            for (int k = 0; k < 3; k++) {
                sums[k][i] = primitive(k, edges[i + 1], variance) - primitive(k, edges[i], variance);
            }
        }
        List<ModeAlong> found = ValleyModes.attempt(bowl, 3, 1e-8).orThrow().along(edges);
        double[] rates = {0.4, 0.8, 1.0};
        int[] shape = {1, 2, 0};
        for (int k = 0; k < 3; k++) {
            ModeAlong mode = found.get(k);
            assertEquals(rates[k], mode.mode().rate().value(), 1e-7);
            assertEquals(k == 2, mode.odd());
            // y P of the mode that is odd in y is y^2 times the law along x.
            assertEquals(0.0, mode.distance(List.of(exact(rates[k], k == 2, edges, sums[shape[k]]))), 1e-6, "" + k);
            assertTrue(mode.error() < 1e-3, mode.error() + "");
        }
    }

    /** Integrals of P, P' and P''. */
    private static double primitive(int k, double x, double variance) {
        double p = Math.exp(-0.5 * x * x / variance);
        return k == 0 ? 0.5 * Erf.erf(x / Math.sqrt(2.0 * variance))
                : k == 1 ? p : -x / variance * p;
    }

    /** A drift around a level ring: a pair, cos(x + phase) and sin(x + phase), known as a space. */
    @Test
    void aPairThatTurnsIsASpace() {
        PlainSetting tilted = Examples.valley(Profiles.formula("-0.3 * x"), Profile.constant(1.0),
                new Interval(-Math.PI, Math.PI, Boundary.PERIODIC), 2.0, 0.1);
        double[] edges = edges(-Math.PI, Math.PI);
        double[][] circle = new double[2][80];
        for (int i = 0; i < 80; i++) {
            circle[0][i] = Math.sin(edges[i + 1]) - Math.sin(edges[i]);
            circle[1][i] = Math.cos(edges[i]) - Math.cos(edges[i + 1]);
        }
        ModeAlong found = ValleyModes.attempt(tilted, 1, 1e-8).orThrow().along(edges).get(0);
        assertEquals(2, found.parts().length);
        assertEquals(0.3, found.mode().frequency().value(), 1e-8);
        assertEquals(0.0, found.distance(List.of(exact(0.05, false, edges, circle))), 1e-7);
    }

    /** Three slow modes of a ring without detailed balance, each within what both witnesses say of themselves. */
    @Test
    void finiteVolumesHaveTheSameModes() {
        PlainSetting ring = Examples.ring(4, 0.1);
        VolumeSpectrum.Found volumes = VolumeSpectrum.of(ring, 3, new Resolution(64, 32), new ArrayList<>());
        ValleyModes modes = ValleyModes.attempt(ring, 5, 1e-6).orThrow();
        for (ModeAlong mode : volumes.along()) {
            List<ModeAlong> all = modes.along(mode.edges());
            double distance = mode.distance(mode.alike(all));
            assertTrue(distance <= mode.error() + 1e-5, mode.mode() + ": " + distance + " of " + mode.error());
            assertTrue(mode.error() < 0.05, mode.error() + "");
        }
        assertEquals(5, modes.fields(new Resolution(64, 32)).size());
    }
}
