package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.grid.Axis;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.grid.StartingMass;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.line.FloorSpectrum;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.IndependentStarts;
import org.thalweg.model.start.StartLaw;
import org.thalweg.model.start.StartsInTurn;
import org.thalweg.model.surface.LogisticNeuron;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

class DensityEvolutionTest {
    private static final Resolution MODEST = new Resolution(96, 48);

    private static void assertWithin(double expected, Measurement found, double margin) {
        assertEquals(expected, found.value(), margin);
        assertTrue(Math.abs(found.value() - expected) <= found.standardError(), "estimate too small: " + found + " for "
                + expected);
    }

    private static PlainSetting from(PlainSetting setting, double x, double y) {
        return new Setting("", "", setting.surface(), setting.domain(), setting.noise(), setting.sgd(),
                new double[] {x, y},
                setting.flatSet()).effective();
    }

    @Test
    void freeDiffusionSpreadsAsTwiceDTimesT() {
        // The pin of the factor 1/2: D_xx = 0.05 along, with a constant F the valley does not pull.
        PlainSetting free = from(Examples.valley(Profiles.LEVEL, Profile.constant(1.0), Interval.LINE, 2.0, 0.1),
                0.3, 0.5);
        List<Double> times = List.of(0.5, 2.0, 3.0);
        List<DensitySolution> found = DensityEvolution.at(free, times, MODEST);
        for (int k = 0; k < times.size(); k++) {
            Map<Quantity, Measurement> at = found.get(k).quantities();
            assertWithin(0.3, at.get(Quantity.MEAN_X), 1e-6);
            assertWithin(2 * 0.05 * times.get(k), at.get(Quantity.VARIANCE_X), 1e-4 * times.get(k));
            // y is an Ornstein-Uhlenbeck process: mean y0 e^-t, variance Delta (1 - e^-2t).
            double decay = Math.exp(-2 * times.get(k));
            assertWithin(0.25 * decay + 0.1 * (1 - decay), at.get(Quantity.MEAN_SQUARE_Y), 2e-4);
        }
    }

    /**
     * Free diffusion along x and an Ornstein-Uhlenbeck process across, then one along too, from a point: moments, and
     * int |error| of the marginal.
     */
    @Test
    void gaussianLawsAreFoundToHundredThousandths() {
        double delta = 0.1;
        double diffusion = delta / 2.0;
        double pull = 0.7;
        for (boolean pulled : new boolean[] {false, true}) {
            PlainSetting setting = from(Examples.valley(pulled ? Profiles.parabola(pull) : Profiles.LEVEL,
                    Profile.constant(1.0), Interval.LINE, 2.0, delta), 0.3, 0.5);
            List<Double> times = List.of(0.5, 2.0, 3.0);
            List<DensitySolution> found = DensityEvolution.at(setting, times, new Resolution(192, 96));
            for (int k = 0; k < times.size(); k++) {
                double t = times.get(k);
                Map<Quantity, Measurement> at = found.get(k).quantities();
                double mean = pulled ? 0.3 * Math.exp(-pull * t) : 0.3;
                double variance = pulled ? diffusion / pull * -StrictMath.expm1(-2.0 * pull * t) : 2.0 * diffusion * t;
                assertEquals(mean, at.get(Quantity.MEAN_X).value(), 1e-6);
                assertEquals(variance, at.get(Quantity.VARIANCE_X).value(), 1e-6);
                double decay = Math.exp(-2.0 * t);
                assertEquals(0.25 * decay + delta * (1 - decay), at.get(Quantity.MEAN_SQUARE_Y).value(), 1e-5);
                assertEquals(0.0, GaussianMarginal.distance(found.get(k).marginal(), mean, variance), 1e-5, "t = " + t);
            }
        }
    }

    /** The spread of the start, which decays across and stays along. */
    @Test
    void aStartingDistributionSpreadsOn() {
        PlainSetting free = Examples.valley(Profiles.LEVEL, Profile.constant(1.0), Interval.LINE, 2.0, 0.1)
                .withStart(new IndependentStarts(
                        List.of(new StartLaw.Uniform(-1.0, 2.0), new StartLaw.Normal(0.0, 0.4))));
        Map<Quantity, Measurement> at = DensityEvolution.at(free, List.of(0.5), MODEST).get(0).quantities();
        double decay = Math.exp(-2 * 0.5);
        assertWithin(0.5, at.get(Quantity.MEAN_X), 1e-5);
        // The ends of the uniform law lie within cells: second order in their width, with a jumping constant.
        assertEquals(9.0 / 12.0 + 2 * 0.05 * 0.5, at.get(Quantity.VARIANCE_X).value(), 2e-3);
        assertEquals(0.16 * decay + 0.1 * (1 - decay), at.get(Quantity.MEAN_SQUARE_Y).value(), 2e-4);
    }

    /** Half from either point. */
    @Test
    void startsInTurnAreAMixture() {
        PlainSetting free = Examples.valley(Profiles.LEVEL, Profile.constant(1.0), Interval.LINE, 2.0, 0.1)
                .withStart(new StartsInTurn(List.of(List.of(-1.0, 0.0), List.of(2.0, 0.5))));
        Map<Quantity, Measurement> at = DensityEvolution.at(free, List.of(0.5), MODEST).get(0).quantities();
        double decay = Math.exp(-2 * 0.5);
        assertWithin(0.5, at.get(Quantity.MEAN_X), 1e-5);
        assertWithin(2.25 + 2 * 0.05 * 0.5, at.get(Quantity.VARIANCE_X), 1e-3);
        assertWithin(0.125 * decay + 0.1 * (1 - decay), at.get(Quantity.MEAN_SQUARE_Y), 3e-4);
    }

    /** On a ring of more than one turn, and mirrored at walls. */
    @Test
    void startsBeyondAnEndAreFolded() {
        for (Boundary boundary : List.of(Boundary.PERIODIC, Boundary.REFLECTING)) {
            Interval interval = new Interval(-1.0, 1.0, boundary);
            Axis axis = AxisDesign.uniform(-1.0, 1.0, boundary, boundary).cells(64);
            StartLaw law = new StartLaw.Normal(0.8, 0.5);
            double[] mass = StartingMass.along(AxisDesign.uniform(-1.0, 1.0, boundary, boundary), axis, interval, law);
            assertEquals(1.0, Arrays.stream(mass).sum(), 1e-12);
            // Wrapped, -1 is as far from 0.8 as 1.2; mirrored it is 1.8 away.
            double beyond = boundary == Boundary.PERIODIC
                    ? law.probability(1.0, 1.0 + 2.0 / 64) + law.probability(-1.0, -1.0 + 2.0 / 64)
                    : law.probability(-1.0 - 2.0 / 64, -1.0 + 2.0 / 64);
            assertEquals(beyond, mass[0], 1e-4);
        }
    }

    @Test
    void theStationaryDensityIsReached() {
        PlainSetting ring = from(Examples.ring(4, 0.1), 3.0, 0.0);
        // The slowest rate at Delta = 0.1 is 0.0346 (physics reference); e^-(0.0346 * 600) = 1e-9.
        Map<Quantity, Measurement> late = DensityEvolution.at(ring, List.of(600.0), MODEST).get(0).quantities();
        Map<Quantity, Measurement> stationary = StationaryDensity.solve(ring, DensityMethod.FINITE_VOLUME, MODEST)
                .quantities();
        for (Quantity quantity : List.of(Quantity.VARIANCE_X, Quantity.MEAN_SQUARE_Y, Quantity.MEAN_FLATNESS)) {
            assertEquals(stationary.get(quantity).value(), late.get(quantity).value(), 1e-6);
        }
    }

    @Test
    void theSlowestRateIsThatOfTheTwoDimensionalOperator() {
        // Even in x, the approach of <F> to its limit is governed by the second even mode; from x = pi / 2 the first
        // odd
        // mode decays in <x>; reference 0.034623 is the slowest of all.
        PlainSetting ring = from(Examples.ring(4, 0.1), 1.5, 0.0);
        List<DensitySolution> found = DensityEvolution.at(ring, List.of(120.0, 140.0), MODEST);
        double rate = Math.log(found.get(0).quantities().get(Quantity.MEAN_X).value() / found.get(1).quantities()
                .get(Quantity.MEAN_X)
                .value()) / 20;
        assertEquals(0.034623, rate, 3e-4);
    }

    @Test
    void absorbingEndsLoseMassAndSaySo() {
        PlainSetting free = Examples.valley(Profiles.LEVEL, Profile.constant(1.0), new Interval(-1, 1,
                Boundary.ABSORBING),
                1.0, 0.1);
        DensitySolution found = DensityEvolution.at(free, List.of(4.0), MODEST).get(0);
        double mass = 0.0;
        for (double density : found.marginal().density()) {
            mass += density * 2.0 / found.marginal().size();
        }
        double survival = 0.0;
        for (int n = 0; n < 20; n++) {
            double k = (2 * n + 1) * Math.PI / 2;
            survival += 2 * (n % 2 == 0 ? 1 : -1) / k * Math.exp(-0.1 * k * k * 4.0);
        }
        assertEquals(survival, mass, 2e-4);
        assertTrue(found.notes().stream().anyMatch(note -> note.startsWith("mass 0.")), found.notes().toString());
    }

    @Test
    void spreadingForEverIsNotAProblemForAFiniteTime() {
        // No stationary state, but a density at any time.
        PlainSetting opening = Examples.valley(Profiles.LEVEL, Profiles.OPENING, Interval.LINE, 1.0, 0.01);
        DensitySolution found = DensityEvolution.at(opening, List.of(1.0), MODEST).get(0);
        assertTrue(found.notes().stream().anyMatch(note -> note.startsWith("x truncated")));
        // d<x^2>/dt = 2 <x b> + 2 D_xx with b = O(Delta x): 2 D_xx t to 2 %.
        assertEquals(0.02, found.quantities().get(Quantity.VARIANCE_X).value(), 0.02 * 0.02);
    }

    @Test
    void timesMustIncrease() {
        PlainSetting ring = Examples.ring(1, 0.1);
        assertThrows(Refusal.class, () -> DensityEvolution.at(ring, List.of(), MODEST));
        assertThrows(Refusal.class, () -> DensityEvolution.at(ring, List.of(2.0, 1.0), MODEST));
        assertThrows(Refusal.class, () -> DensityEvolution.at(ring, List.of(-1.0), MODEST));
    }

    /**
     * From far outside of where the stationary law lies, 17 deviations along x and 15 along y, of a plane that is no
     * valley: Ornstein-Uhlenbeck processes in both coordinates, x a e^-t, variance D (1 - e^-2t), three times as fast
     * along y.
     */
    @Test
    void aStartOutsideOfTheStationaryLawComesIn() {
        double d = 5e-3;
        PlainSetting bowl = CoupledNoiseTest.setting(new CoupledNoiseTest.Given(
                t -> 0.5 * t[0] * t[0] + 1.5 * t[1] * t[1], t -> new double[] {t[0], 3.0 * t[1]}),
                Interval.LINE, Interval.LINE, t -> new double[][] {{d, 0.0}, {0.0, d}});
        PlainSetting far = from(bowl, 1.2, -0.6);
        DensitySolution found = DensityEvolution.at(far, List.of(0.3), new Resolution(128, 128)).get(0);
        Map<Quantity, Measurement> at = found.quantities();
        double mean = 1.2 * Math.exp(-0.3);
        assertWithin(mean, at.get(Quantity.MEAN_X), 1e-3);
        assertWithin(d * -StrictMath.expm1(-0.6), at.get(Quantity.VARIANCE_X), 5e-2 * d);
        double meanY = -0.6 * Math.exp(-0.9);
        assertWithin(meanY * meanY + d / 3.0 * -StrictMath.expm1(-1.8), at.get(Quantity.MEAN_SQUARE_Y), 1e-3);
        assertTrue(found.notes().stream().anyMatch(note -> note.startsWith("the start lies outside")),
                found.notes().toString());
    }

    /**
     * A neuron far from its minimum, with next to no noise: its law is about the path downhill, here in 4000 steps of
     * Heun's rule. It was solved where the stationary law lies, and had no mass.
     */
    @Test
    void aNeuronFarFromItsMinimumGoesDownhill() {
        LogisticNeuron surface = LogisticNeuron.of(1, 10);
        double d = 0.01 * 0.01 / 6.0;
        PlainSetting neuron = from(CoupledNoiseTest.setting(surface, Interval.LINE, Interval.LINE,
                t -> new double[][] {{d, 0.0}, {0.0, d}}), 0.5, 0.5);
        double[] at = {0.5, 0.5};
        double[] first = new double[2];
        double[] second = new double[2];
        for (int k = 0; k < 4000; k++) {
            surface.gradient(at, first);
            surface.gradient(new double[] {at[0] - first[0] / 4000.0, at[1] - first[1] / 4000.0}, second);
            for (int i = 0; i < 2; i++) {
                at[i] -= 0.5 * (first[i] + second[i]) / 4000.0;
            }
        }
        Map<Quantity, Measurement> found = DensityEvolution.at(neuron, List.of(1.0), new Resolution(96, 48)).get(0)
                .quantities();
        assertEquals(at[0], found.get(Quantity.MEAN_X).value(), found.get(Quantity.MEAN_X).standardError());
        assertEquals(at[1] * at[1], found.get(Quantity.MEAN_SQUARE_Y).value(),
                3.0 * found.get(Quantity.MEAN_SQUARE_Y).standardError());
        assertTrue(found.get(Quantity.MEAN_X).standardError() < 0.5, found.get(Quantity.MEAN_X).toString());
        assertTrue(FloorSpectrum.remark(neuron).isEmpty());
    }
}
