package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.theory.EffectiveLoss;

/** Rows of theory carry their numerical error, and it covers. Nothing is sampled here. */
class TheoryErrorsTest {
    private static List<Row> rows(PlainSetting setting) {
        Laboratory laboratory =
                new Laboratory(1, Seed.DEFAULT, 1, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
        return new CellExperiment(laboratory, setting, EnumSet.of(Witness.DENSITY, Witness.THEORY)).run();
    }

    private static Measurement theory(List<Row> rows, Quantity quantity) {
        return rows.stream().filter(r -> r.witness() == Witness.THEORY && r.quantity().equals(quantity))
                .findFirst().orElseThrow().measurement();
    }

    private static void assertCovers(double exact, Measurement found) {
        assertTrue(Math.abs(found.value() - exact) <= found.standardError(), found + " for " + exact);
        assertTrue(found.standardError() > 0.0 && found.standardError() < 1e-12 * Math.abs(exact), found.toString());
    }

    /** P ~ F = 1 + cos(x)/2: the mean of F is 1 + a^2/2 = 9/8, that of y^2 Delta (1 + 3 a^2/2) = 11 Delta/8. */
    @Test
    void meansOfTheControlAreExact() {
        List<Row> rows = rows(Ring.of(0.02, 1.0, 1.0));
        assertCovers(9.0 / 8.0, theory(rows, Quantity.MEAN_FLATNESS));
        assertCovers(0.01 * 11.0 / 8.0, theory(rows, Quantity.MEAN_SQUARE_Y));
    }

    /** P ~ F^4: moments of 1 + cos(x)/2 by I_n = sum_k C(n, 2k) C(2k, k) / 16^k. */
    @Test
    void meansAtKappaFourAreExact() {
        assertCovers(moment(5) / moment(4), theory(rows(Ring.of(0.02, 1.0, 4.0)), Quantity.MEAN_FLATNESS));
    }

    /** The mean of (1 + cos(x)/2)^n over the ring. */
    private static double moment(int n) {
        double sum = 0.0;
        for (int k = 0; 2 * k <= n; k++) {
            sum += binomial(n, 2 * k) * binomial(2 * k, k) / Math.pow(16.0, k);
        }
        return sum;
    }

    private static double binomial(int n, int k) {
        double product = 1.0;
        for (int i = 1; i <= k; i++) {
            product *= (double) (n - k + i) / i;
        }
        return product;
    }

    /**
     * A cold floor: P is a peak down to 1e-6 wide in a range of 12. P ~ (1 + x^2)^2 exp(-x^2/(2 s)), s = Delta / (kappa
     * eps): <x^2> = (s + 6 s^2 + 15 s^3) / (1 + 2 s + 3 s^2), the walls being 50 widths away.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-13})
    void narrowPeaksAreSeen(double temperature) {
        PlainSetting cold = Ring.model(Path.of("models", "near-degenerate-valley.yaml"), Map.of(
                "sgd.learning-rate", "0.01", "noise.batch-variance", Double.toString(200.0 * temperature)));
        double s = temperature / (4.0 * 0.02);
        assertCovers((s + 6.0 * s * s + 15.0 * s * s * s) / (1.0 + 2.0 * s + 3.0 * s * s),
                EffectiveLoss.of(cold).means(cold.domain().along(), List.of(x -> x * x)).get(0));
    }

    /** On an infinite line P ~ F^kappa exp(-kappa L0/Delta) with tails of a power: P ~ (1 + x^2)^-3, <x^2> = 1/3. */
    @Test
    void powerTailsAreIntegratedToTheirEnd(@TempDir Path folder) throws Exception {
        PlainSetting open = open(folder);
        EffectiveLoss law = EffectiveLoss.of(open);
        List<Measurement> means = law.means(open.domain().along(), List.of(x -> x * x, x -> x * x * x * x));
        assertCovers(1.0 / 3.0, means.get(0));
        // x^4 has the tail 1/x^2 and the mean 1 with what lies beyond 1e9 as its error; x^6 has none.
        assertTrue(Math.abs(means.get(1).value() - 1.0) <= means.get(1).standardError(), means.get(1).toString());
        assertTrue(means.get(1).standardError() < 1e-7, means.get(1).toString());
        assertFalse(law.means(open.domain().along(), List.of(x -> Math.pow(x, 6.0))).get(0).defined());
    }

    private static PlainSetting open(Path folder) throws Exception {
        return ModelFile.read(Files.writeString(folder.resolve("open.yaml"), """
                name: power-tails
                summary: A valley whose marginal is (1 + x^2)^-3.
                loss: {kind: valley, flatness: "1", floor: "0.15*log(1 + x^2)"}
                domain: {x: {boundary: open}}
                noise: {kind: isotropic, batch-variance: 1}
                sgd: {learning-rate: 0.1}
                start: {x: 0, y: 0}
                """)).setting().effective();
    }

    /**
     * Controls: isotropic noise, where stationary laws of constant noise are exact. Noise that varies along the valley
     * is
     * no equilibrium at kappa = 1, and says so by an allowance.
     */
    @ParameterizedTest
    @CsvSource({"degenerate-valley", "bump-valley", "saturating-valley", "label-noise-valley", "isotropic-control"})
    void isotropicControlsAreNeverRefuted(String model) {
        PlainSetting setting = Ring.model(Path.of("models", model + ".yaml"), Map.of());
        PlainSetting isotropic = model.equals("isotropic-control") ? setting : setting.withAnisotropy(1.0);
        List<Row> rows = rows(isotropic);
        assertTrue(rows.stream().anyMatch(r -> r.verdict().equals(Optional.of(Verdict.CONSISTENT))), rows.toString());
        for (Row row : rows) {
            assertNotEquals(Optional.of(Verdict.REFUTED), row.verdict(), row.toString());
        }
    }
}
