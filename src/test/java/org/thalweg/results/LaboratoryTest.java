package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** The laboratory gives the same answer whatever was asked before. */
class LaboratoryTest {
    /** Delta = 0.2: quick. */
    private static final PlainSetting HOT = Ring.of(0.1, 4.0, 4.0);
    private static final PlainSetting OTHER = Ring.of(0.1, 6.0, 4.0);
    private static final int PARTICLES = 300;

    private static Laboratory laboratory(int threads) {
        return new Laboratory(PARTICLES, new Seed(9), threads, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
    }

    private static void assertSameBits(EnsembleResult expected, EnsembleResult actual) {
        assertArrayEquals(expected.passages().steps(), actual.passages().steps());
        assertArrayEquals(expected.marginal().density(), actual.marginal().density());
        // Records compare doubles bit by bit.
        assertEquals(expected.quantities(), actual.quantities());
    }

    @Test
    void theSameBitsWhateverWasAskedBefore() {
        Laboratory first = laboratory(1);
        EnsembleResult sgd = first.sgd(HOT);
        EnsembleResult sde = first.sde(HOT, 0.05);

        Laboratory second = laboratory(2);
        second.sde(OTHER, 0.05);
        second.sgd(OTHER);
        second.density(HOT);
        second.sde(HOT, 0.1);
        assertSameBits(sde, second.sde(HOT, 0.05));
        assertSameBits(sgd, second.sgd(HOT));
    }

    @Test
    void theSameQuestionIsAnsweredOnce() {
        Laboratory laboratory = laboratory(1);
        assertSame(laboratory.sgd(HOT), laboratory.sgd(Ring.of(0.1, 4.0, 4.0)));
        assertSame(laboratory.density(HOT), laboratory.density(HOT));
        assertSame(laboratory.plan(HOT), laboratory.plan(HOT));
    }

    /** Other settings, steps, witnesses and seeds have their own random numbers. */
    @Test
    void differentQuestionsHaveTheirOwnRandomNumbers() {
        Laboratory laboratory = laboratory(1);
        List<EnsembleResult> all = List.of(laboratory.sgd(HOT), laboratory.sde(HOT, 0.1), laboratory.sde(HOT, 0.05),
                laboratory.sgd(HOT.withAnisotropy(4.0000001)), laboratory.sgd(OTHER),
                new Laboratory(PARTICLES, new Seed(10), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty()).sgd(HOT));
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertNotEquals(all.get(i).quantities().get(Quantity.MEAN_X), all.get(j).quantities()
                        .get(Quantity.MEAN_X),
                        i + " and " + j);
            }
        }
    }

    /**
     * A sample without any of the late arrivals knows too little of its scatter; one that scatters more keeps its own.
     */
    @Test
    void aMeanPassageTimeIsNoSurerThanItsLawAllows() {
        Laboratory laboratory = laboratory(1);
        double mean = laboratory.passageTime(HOT).orElseThrow().value();
        Measurement lucky = laboratory.covered(HOT, new Measurement(0.5 * mean, 1e-3 * mean, 100));
        assertEquals(0.5 * mean, lucky.value());
        // Times of a walk over a ring scatter by less than their mean, and by more than a tenth of it.
        assertTrue(lucky.standardError() > 0.01 * mean && lucky.standardError() < 0.1 * mean, lucky.toString());
        Measurement wide = new Measurement(mean, mean, 100);
        assertEquals(wide, laboratory.covered(HOT, wide));
    }

    /** The same noise in another box, from another start or to another goal is another question. */
    @Test
    void domainStartAndGoalBelongToTheQuestion() {
        Laboratory laboratory = laboratory(1);
        Interval box = new Interval(-3.1, 3.1, Boundary.REFLECTING);
        PlainSetting boxed = HOT.withDomain(new Domain(List.of(box, HOT.domain().interval(1))));
        assertEquals(HOT.domain().along(), laboratory.plan(HOT).histogramRange());
        assertEquals(box, laboratory.plan(boxed).histogramRange());
        double far = laboratory.passageTime(HOT).orElseThrow().value();
        double near = laboratory.passageTime(HOT.withStart(1.5, 0.0)).orElseThrow().value();
        assertNotEquals(far, near);
        assertEquals(Optional.empty(), laboratory.passageTime(HOT.withoutFlatSet()));
        assertEquals(0.0, laboratory.plan(HOT.withoutFlatSet()).passageLimit());
    }

    /** Another floor, the same noise at the start with another law elsewhere: each is a question of its own. */
    @Test
    void surfaceAndNoiseBelongToTheQuestion() {
        Laboratory laboratory = laboratory(1);
        PlainSetting flatter = Ring.with(Map.of("parameters.a", "0.3"));
        assertNotEquals(laboratory.density(Ring.shipped()).quantities(), laboratory.density(flatter).quantities());
        PlainSetting label = Ring.model(Path.of("models", "label-noise-valley.yaml"), Map.of());
        double there = label.temperatureAt(label.start());
        PlainSetting steeper = Ring.model(Path.of("models", "label-noise-valley.yaml"), Map.of("noise.exponent", "2"));
        PlainSetting same = steeper.withNoise(steeper.noise().times(there / steeper.temperatureAt(steeper.start())));
        assertEquals(there, same.temperatureAt(same.start()), 1e-15);
        assertNotEquals(laboratory.density(label).quantities().get(Quantity.MEAN_FLATNESS),
                laboratory.density(same).quantities().get(Quantity.MEAN_FLATNESS));
    }

    /** With two-point increments an ensemble is another one. */
    @Test
    void incrementsBelongToTheQuestion() {
        Set<String> names = new HashSet<>();
        for (Increments increments : Increments.values()) {
            names.add(SdeDynamics.of(HOT, Schemes.EULER_MARUYAMA, increments, 0.05).toString());
        }
        assertEquals(Increments.values().length, names.size(), names.toString());
    }

    /** Everybody's marginal is on the same cells and integrates to one. */
    @Test
    void marginalsAreComparable() {
        Map<Witness, Marginal> marginals = laboratory(1).marginals(HOT);
        assertEquals(Witness.COMPUTED, List.copyOf(marginals.keySet()));
        double width = 2.0 * Math.PI / Marginal.HISTOGRAM_BINS;
        marginals.forEach((witness, marginal) -> {
            assertArrayEquals(marginals.get(Witness.THEORY).x(), marginal.x(), 1e-12, witness.key());
            double mass = 0.0;
            for (double density : marginal.density()) {
                mass += density * width;
            }
            // The finite volumes renormalise by a quadrature of their own.
            assertEquals(1.0, mass, 1e-6, witness.key());
        });
    }

    /** Tampering changes the trajectories and nothing else. */
    @Test
    void onlyTrajectoriesAreTamperedWith() {
        Laboratory honest = laboratory(1);
        Laboratory tampered = honest.simulating(s -> s.withNoise(s.noise().times(2.0)));
        assertEquals(honest.density(HOT).quantities(), tampered.density(HOT).quantities());
        assertEquals(honest.plan(HOT), tampered.plan(HOT));
        assertFalse(honest.sgd(HOT).quantities().equals(tampered.sgd(HOT).quantities()));
        assertSameBits(honest.sgd(HOT), honest.simulating(s -> s).sgd(HOT));
    }
}
