package org.thalweg.fokkerplanck.hierarchy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Transition;
import org.thalweg.fokkerplanck.volumes.VolumeTransition;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Region;

/** Rates of transitions along a valley by entries and times: an exact integral, and finite volumes. */
class ValleyTransitionTest {
    private static double potential(double x) {
        return 0.25 * (x * x - 1.0) * (x * x - 1.0) + 0.05 * x;
    }

    /** F constant: D / (int e^(L0 / D) int (1 - q) e^(-L0 / D)) by the midpoint rule, there and back. */
    @Test
    void ratesBetweenHalfPlanesAreTheirIntegrals() {
        double temperature = 0.1;
        double diffusion = temperature / 2.0;
        PlainSetting wells = Examples.valley(Profiles.formula("(x^2 - 1)^2 / 4 + 0.05 * x"), Profile.constant(0.5),
                Interval.LINE, 2.0, temperature);
        int cells = 60_000;
        double step = 6.0 / cells;
        double resistance = 0.0;
        for (int k = 0; k < cells; k++) {
            double x = -3.0 + (k + 0.5) * step;
            resistance += x > -0.8 && x < 0.7 ? step * Math.exp(potential(x) / diffusion) : 0.0;
        }
        double reached = 0.0;
        double share = 0.0;
        double rest = 0.0;
        for (int k = 0; k < cells; k++) {
            double x = -3.0 + (k + 0.5) * step;
            double part = x > -0.8 && x < 0.7 ? step * Math.exp(potential(x) / diffusion) / resistance : 0.0;
            double q = reached + 0.5 * part;
            reached += part;
            share += step * (1.0 - q) * Math.exp(-potential(x) / diffusion);
            rest += step * q * Math.exp(-potential(x) / diffusion);
        }
        ValleyTransition.Rates found = ValleyTransition.attempt(wells, Region.parse("x<=-0.8"),
                Region.parse("x>=0.7"), 1e-8).orThrow();
        double there = diffusion / (resistance * share);
        double back = diffusion / (resistance * rest);
        assertEquals(there, found.rate().value(), 1e-7 * there);
        assertEquals(back, found.back().value(), 1e-7 * back);
        // A strip is entered at its near edge, and what lies behind that does not matter.
        ValleyTransition.Rates strips = ValleyTransition.attempt(wells, Region.parse("0.7<=x<=1.1"),
                Region.parse("-1<=x<=-0.8"), 1e-8).orThrow();
        assertEquals(back, strips.rate().value(), 1e-7 * back);
    }

    /**
     * Cells are cut by edges at another place on every grid: within twice their error. No detailed balance: along a
     * ring with two ways, and along a bump between walls.
     */
    @ParameterizedTest
    @CsvSource({"ring, 2.2<=x<=3.0, -0.6<=x<=0.4", "bump, x<=-1.6, x>=0.8"})
    void finiteVolumesAgree(String which, String from, String to) {
        PlainSetting setting = which.equals("ring") ? Examples.ring(4, 0.2) : Examples.bump(4, 0.2);
        ValleyTransition.Rates found = ValleyTransition.attempt(setting, Region.parse(from), Region.parse(to), 1e-7)
                .orThrow();
        Transition volumes = VolumeTransition.of(setting, Region.parse(from), Region.parse(to),
                new Resolution(96, 48), new ArrayList<>());
        assertEquals(volumes.rate().value(), found.rate().value(), 2.0 * volumes.rate().standardError(),
                volumes.rate() + " " + found.rate());
        assertEquals(volumes.back().value(), found.back().value(), 2.0 * volumes.back().standardError(),
                volumes.back() + " " + found.back());
        assertTrue(volumes.rate().standardError() < 0.03 * found.rate().value(), volumes.rate().toString());
    }

    @Test
    void setsThatAreNoneOfXAreRefused() {
        RuntimeException reason = assertThrows(RuntimeException.class, () -> ValleyTransition.attempt(
                Examples.ring(4, 0.1), Region.parse("disc:0,0,0.3"), Region.parse("x>=2"), 1e-7).orThrow());
        assertTrue(reason.getMessage().contains("finite-volume"), reason.getMessage());
    }
}
