package org.thalweg.reduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thalweg.measure.Measurement;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;

/**
 * The valley of the linear network is known in every number (docs/theory/planted-valley.md). Seed 5, eight repeats of
 * 10000 iterations. What is deterministic is held to its own numerical errors; drifts, which are sampled, to five
 * standard errors by Student's law of seven degrees of freedom: with 14 of them the false-alarm rate is 2 %, and the
 * seed is fixed.
 */
class PlantedValleyTest {
    private static final int POINTS = 16;
    private static final double ERRORS = 5.0;
    private static PlantedValley runs;
    private static ValleyProfile profile;
    private static final Hyperbola EXACT = new Hyperbola(0.02, 0.25);

    @BeforeAll
    static void measure() throws ModelFileException {
        runs = PlantedValley.train(8, 200.0, 201, new Seed(5));
        profile = runs.profile(POINTS, SlowDirection.PATH);
    }

    /** F at the length x of the floor, within the errors of both; the length of the polygon is short by what it says. */
    @Test
    void flatnessIsThatOfTheHyperbola() {
        double origin = Hyperbola.at(profile.points().get(0).flatness().value());
        for (ProfilePoint p : profile.points()) {
            double u = Hyperbola.at(p.flatness().value());
            double slope = Math.sqrt(Hyperbola.curvature(u)) * (Hyperbola.at(p.flatness().value() * 1.001) - u)
                    / (0.001 * p.flatness().value());
            double margin = 2.0 * p.shortening() + 1e-7 + 2.0 * ERRORS * Math.abs(slope) * p.flatness().standardError();
            assertEquals(Hyperbola.length(origin, u), p.x().value(), margin, "x = " + p.x().value());
            assertTrue(margin < 1e-3, "nothing would be seen: " + margin);
        }
    }

    /** The variance across is sigma2 lambda; along there is none; the floor is the variance of labels over 2. */
    @Test
    void noiseAndFloorAreExact() {
        for (ProfilePoint p : profile.points()) {
            double lambda = Math.pow(p.flatness().value(), -2.0);
            assertEquals(0.25 * lambda, p.across().get(0).value(), 1e-5 * lambda);
            assertTrue(Math.abs(p.along().value()) < 1e-15);
            assertEquals(0.125, p.floor().value(), 1e-9);
            assertEquals(0.0, p.slope().value(), 1e-9);
        }
        assertTrue(ValleyModel.noiseless(profile));
    }

    /** The drift by the third derivative of the loss is the exact one. */
    @Test
    void driftOfTheNoiseIsExact() {
        for (ProfilePoint p : profile.points()) {
            double exact = EXACT.speed(Hyperbola.at(p.flatness().value()));
            assertEquals(exact, p.drift().value(), 5e-3 * exact);
        }
    }

    /** What the network did, repeat by repeat. */
    @Test
    void repeatsDriftAsTheyShould() {
        List<ProfilePoint> points = profile.points();
        for (int j = 1; j + 1 < points.size(); j++) {
            double time = points.get(j + 1).time() - points.get(j - 1).time();
            double from = Hyperbola.at(points.get(j - 1).flatness().value());
            double exact = Hyperbola.length(from, EXACT.after(from, time)) / time;
            Measurement speed = points.get(j).speed();
            assertEquals(exact, speed.value(), ERRORS * speed.standardError() + 1e-4 * exact, "point " + j);
            assertTrue(speed.standardError() < 0.01 * exact);
        }
    }

    /** A straight coordinate across a bent floor is shorter than its length, and flatness at its places is the same. */
    @Test
    void straightDirectionsAreShorter() {
        for (SlowDirection direction : List.of(SlowDirection.COMPONENT, SlowDirection.TRACE)) {
            ValleyProfile straight = runs.profile(POINTS, direction);
            double length = straight.points().get(POINTS - 1).x().value();
            double path = profile.points().get(POINTS - 1).x().value();
            assertTrue(length < path && length > 0.8 * path, direction + ": " + length + " of " + path);
            assertEquals(profile.points().get(POINTS - 1).flatness().value(),
                    straight.points().get(POINTS - 1).flatness().value(), 1e-4);
        }
    }

    @Test
    void sameBytesWhateverTheOrder() throws ModelFileException {
        ValleyProfile again = runs.profile(POINTS, SlowDirection.PATH);
        assertEquals(profile.points(), again.points());
        assertFalse(ValleyModel.text(profile, "planted").isBlank());
        assertEquals(ValleyModel.text(profile, "planted"), ValleyModel.text(again, "planted"));
    }

    /** What cannot be measured says why. */
    @Test
    void refusals() {
        Refusal many = assertThrows(Refusal.class, () -> runs.profile(400, SlowDirection.PATH));
        assertTrue(many.getMessage().contains("fewer --points"), many.getMessage());
        Refusal two = assertThrows(Refusal.class, () -> runs.profile(2, SlowDirection.PATH));
        assertTrue(two.getMessage().contains("at least 3"), two.getMessage());
    }
}
