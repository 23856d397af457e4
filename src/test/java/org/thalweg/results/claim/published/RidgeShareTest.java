package org.thalweg.results.claim.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.results.Laboratory;
import org.thalweg.theory.escape.RidgeOdds;

/** Shares across the published valleys at a fixed place: the table of docs/theory/two-valleys.md. */
class RidgeShareTest {
    /** Of the share by a quadrature and by a closed form. */
    private static final double EXACT = 1e-9;

    private static PlainSetting setting(Map<String, String> changes) {
        try {
            return ModelFile.read(Path.of("docs/theory/two-valleys-across.yaml")).with(changes).setting().effective();
        } catch (ModelFileException e) {
            throw new AssertionError(e);
        }
    }

    private static PlainSetting at(double y, double temperature, double rate) {
        return setting(Map.of("loss.at", Double.toString(y), "sgd.learning-rate", Double.toString(rate),
                "noise.strength", Double.toString(temperature / rate)));
    }

    private static Laboratory laboratory(int particles) {
        return new Laboratory(particles, new Seed(11), 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
    }

    /**
     * Literal SGD at two learning rates against an independent program, to 4 standard errors and half of its last
     * digit: 6 comparisons, false alarms 4e-4 for a new seed, none for this one.
     */
    @ParameterizedTest
    @CsvSource({"5, .001, .9332, .9233, .9264", "5, .003, .7654, .7448, .7525", "2, .003, .6497, .6312, .6388"})
    void sharesOfTheTable(double y, double temperature, double ito, double coarse, double fine) {
        Laboratory laboratory = laboratory(512);
        PlainSetting setting = at(y, temperature, 0.01);
        RidgeOdds odds = RidgeOdds.of(setting).orElseThrow();
        assertEquals(ito, odds.ito(), 5e-5);
        Measurement density = laboratory.density(setting).quantities().get(Quantity.FLAT_FRACTION);
        assertEquals(odds.ito(), density.value(), EXACT);
        assertSame(coarse, RidgeShare.share(laboratory, setting, odds));
        assertSame(fine, RidgeShare.share(laboratory, at(y, temperature, 0.0025), odds));
    }

    private static void assertSame(double expected, Measurement measured) {
        assertEquals(expected, measured.value(), 4.0 * measured.standardError() + 5e-5, measured.toString());
    }

    @Test
    void thePublishedShareIsRefutedWhereValleysDiffer() {
        List<Judgement> judged = new RidgeShare().judge(laboratory(256), at(5.0, 0.003, 0.01));
        assertEquals(Verdict.CONSISTENT, verdict(judged, "F5 share by Ito [density]"));
        assertEquals(Verdict.CONSISTENT, verdict(judged, "F5 share by Ito [sgd, step towards 0]"));
        assertEquals(Verdict.REFUTED, verdict(judged, "F6 published stationary share [density]"));
        assertEquals(Verdict.NOT_APPLICABLE, verdict(judged, "F7"));
    }

    @Test
    void allAgreeWhereValleysAreAlike() {
        List<Judgement> judged = new RidgeShare().judge(laboratory(256), setting(Map.of("loss.flat", "0.65")));
        judged.forEach(j -> assertEquals(Verdict.CONSISTENT, j.verdict(), j.claim().id()));
        assertEquals(4, judged.size());
    }

    private static Verdict verdict(List<Judgement> judged, String id) {
        return judged.stream().filter(j -> j.claim().id().startsWith(id)).findFirst().orElseThrow().verdict();
    }
}
