package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;

/**
 * One cell of a sweep on the ring. Seeds are fixed. The verdict on a mean is a false alarm with probability 1e-3, that
 * on an exponent, with its jackknife error from 16 groups, with 5e-3 (Student's law); in the two cells there are twelve
 * and four, so that another seed would fail {@link #trajectoriesFollowTheDensity} with probability 3e-2 at most.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellExperimentTest {
    private static final Set<Witness> ALL = EnumSet.copyOf(Witness.COMPUTED);
    /** eps = Delta |kappa - 1| F'^2 = 0.05 * 3 / 4 = 0.0375: the theory applies. */
    private static final PlainSetting COOL = Ring.of(0.1, 1.0, 4.0);
    /** eps = 0.2 * 3 / 4 = 0.15: it does not. */
    private static final PlainSetting HOT = Ring.of(0.1, 4.0, 4.0);

    private List<Row> cool;
    private List<Row> hot;

    private static Laboratory laboratory(OptionalDouble timeLimit) {
        return new Laboratory(256, new Seed(12), 2, Laboratory.SHORT_WINDOW, timeLimit);
    }

    private static List<Row> run(Laboratory laboratory, PlainSetting setting, Set<Witness> witnesses) {
        return new CellExperiment(laboratory, setting, witnesses).run();
    }

    @BeforeAll
    void runBoth() {
        cool = run(laboratory(OptionalDouble.empty()), COOL, ALL);
        hot = run(laboratory(OptionalDouble.empty()), HOT, ALL);
    }

    private static List<Quantity> quantities(List<Row> rows, Witness witness) {
        return rows.stream().filter(r -> r.witness() == witness).map(Row::quantity).toList();
    }

    private static Row row(List<Row> rows, Witness witness, Quantity quantity) {
        return rows.stream().filter(r -> r.witness() == witness && r.quantity().equals(quantity)).findFirst()
                .orElseThrow();
    }

    /** The quantities that a sweep promises, in the order of its table. */
    @Test
    void everyWitnessSpeaks() {
        List<Quantity> sampled = List.of(Quantity.CONVERGENCE_TIME, Quantity.CONVERGENCE_STEPS,
                Quantity.CONVERGED_FRACTION, Quantity.DIVERGED_FRACTION, Quantity.MEAN_FLATNESS,
                Quantity.SELECTION_EXPONENT, Quantity.MEAN_SQUARE_Y);
        List<Quantity> computed = List.of(Quantity.CONVERGENCE_TIME, Quantity.CONVERGENCE_STEPS, Quantity.MEAN_FLATNESS,
                Quantity.SELECTION_EXPONENT, Quantity.MEAN_SQUARE_Y);
        List<Quantity> solved = new ArrayList<>(computed);
        solved.add(Quantity.ENTROPY_PRODUCTION);
        for (List<Row> rows : List.of(cool, hot)) {
            assertEquals(sampled, quantities(rows, Witness.SGD));
            assertEquals(sampled, quantities(rows, Witness.SDE));
            assertEquals(solved, quantities(rows, Witness.DENSITY));
            assertEquals(computed, quantities(rows, Witness.THEORY));
            rows.forEach(r -> assertTrue(r.measurement().defined(), r.toString()));
            rows.forEach(r -> assertTrue(r.measurement().standardError() >= 0.0, r.toString()));
        }
    }

    /**
     * The step of the SDE is a fifth of the shortest relaxation time across, 1/lambda = 1/4 on the ring, whatever the
     * learning rate; but never near it, where Euler-Maruyama would be the SGD recursion itself.
     */
    @ParameterizedTest
    @CsvSource({"0.1, 0.05", "0.02, 0.05", "0.01, 0.05", "0.06, 0.045", "0.05, 0.0375", "0.04, 0.03"})
    void theSdeHasAStepOfItsOwn(double learningRate, double step) {
        // The stiffest point is searched on a grid.
        assertEquals(step, CellExperiment.sdeStep(Ring.of(learningRate, 2.0, 4.0)), 1e-5);
    }

    @Test
    void samplesAreCounted() {
        Set<Witness> sampled = EnumSet.of(Witness.SGD, Witness.SDE);
        cool.forEach(r -> assertEquals(
                sampled.contains(r.witness()) ? 256 : 0, r.measurement().samples(), r.toString()));
    }

    @Test
    void stepsAreTimeOverLearningRate() {
        for (Witness witness : Witness.COMPUTED) {
            double time = row(cool, witness, Quantity.CONVERGENCE_TIME).measurement().value();
            assertEquals(time / 0.1, row(cool, witness, Quantity.CONVERGENCE_STEPS).measurement().value(), 1e-9 * time);
        }
    }

    @Test
    void trajectoriesFollowTheDensity() {
        for (List<Row> rows : List.of(cool, hot)) {
            for (Witness witness : List.of(Witness.SGD, Witness.SDE)) {
                for (Quantity quantity : List.of(Quantity.CONVERGENCE_TIME, Quantity.MEAN_FLATNESS,
                        Quantity.SELECTION_EXPONENT, Quantity.MEAN_SQUARE_Y)) {
                    Row row = row(rows, witness, quantity);
                    assertEquals(Optional.of(Verdict.CONSISTENT), row.verdict(), row.toString());
                }
            }
        }
    }

    @Test
    void theTheoryIsJudgedInsideItsHypothesesOnly() {
        cool.stream().filter(r -> r.witness() == Witness.THEORY)
                .forEach(r -> assertEquals(Optional.of(Verdict.CONSISTENT), r.verdict(), r.toString()));
        hot.stream().filter(r -> r.witness() == Witness.THEORY)
                .forEach(r -> assertEquals(Optional.of(Verdict.NOT_APPLICABLE), r.verdict(), r.toString()));
    }

    /** The density is what the others are held against; counts of what diverged or arrived have no reference. */
    @Test
    void theReferenceHasNoVerdict() {
        cool.stream().filter(r -> r.witness() == Witness.DENSITY || r.quantity().key().endsWith("_fraction"))
                .forEach(r -> assertEquals(Optional.empty(), r.verdict(), r.toString()));
    }

    @Test
    void withoutADensityThereIsNoVerdict() {
        List<Row> rows = run(laboratory(OptionalDouble.empty()), HOT, EnumSet.of(Witness.SGD));
        assertEquals(Set.of(Witness.SGD), Set.copyOf(rows.stream().map(Row::witness).toList()));
        rows.forEach(r -> assertEquals(Optional.empty(), r.verdict(), r.toString()));
        // What the others are asked does not change what one says.
        assertEquals(hot.stream().filter(r -> r.witness() == Witness.SGD).map(Row::measurement).toList(),
                rows.stream().map(Row::measurement).toList());
    }

    /** With some still under way there is no mean over the lucky ones. */
    @Test
    void aLimitGivesARestrictedMean() {
        List<Row> rows = run(laboratory(OptionalDouble.of(10.0)), HOT, EnumSet.of(Witness.SGD, Witness.SDE));
        for (Witness witness : List.of(Witness.SGD, Witness.SDE)) {
            assertEquals(List.of(Quantity.RESTRICTED_CONVERGENCE_TIME, Quantity.CONVERGED_FRACTION),
                    quantities(rows, witness).subList(0, 2));
            assertFalse(quantities(rows, witness).contains(Quantity.CONVERGENCE_TIME));
            Measurement share = row(rows, witness, Quantity.CONVERGED_FRACTION).measurement();
            assertTrue(share.value() > 0.0 && share.value() < 1.0, share.toString());
            assertTrue(row(rows, witness, Quantity.RESTRICTED_CONVERGENCE_TIME).measurement().value() < 10.0);
        }
    }

    @Test
    void withoutAFlatSetNobodyConverges() {
        List<Row> rows = run(laboratory(OptionalDouble.empty()), HOT.withoutFlatSet(), ALL);
        assertTrue(rows.stream().noneMatch(r -> r.quantity().key().startsWith("converge")), rows.toString());
        assertEquals(4 + 4 + 4 + 3, rows.size());
    }

    /** Delta = 0.5 beyond the bound 0.4 of the log-walled valley: passages have means, but nothing is stationary. */
    @Test
    void withoutAStationaryStateOnlyPassagesAreTold() {
        PlainSetting runaway = Ring.model(Path.of("models", "log-walled-valley.yaml"),
                Map.of("sgd.learning-rate", "0.025", "noise.batch-variance", "40"));
        List<Row> rows = run(laboratory(OptionalDouble.empty()), runaway, ALL);
        for (Witness witness : Witness.COMPUTED) {
            assertTrue(row(rows, witness, Quantity.CONVERGENCE_TIME).measurement().defined(), witness.key());
            assertFalse(quantities(rows, witness).contains(Quantity.SELECTION_EXPONENT), witness.key());
        }
        for (Witness witness : List.of(Witness.SGD, Witness.SDE, Witness.THEORY)) {
            Row row = row(rows, witness, Quantity.CONVERGENCE_TIME);
            assertEquals(Optional.of(Verdict.CONSISTENT), row.verdict(), row.toString());
        }
    }

    /**
     * Delta = 0.25 in the log-walled valley: P ~ |x|^-4, so that F has a variance and F^4 has no mean. No standard
     * error says how far a mean of y^2 is off then: it is told, and nothing is judged by it.
     */
    @Test
    void aMeanWithoutVarianceIsNotJudged() {
        PlainSetting heavy = Ring.model(Path.of("models", "log-walled-valley.yaml"),
                Map.of("sgd.learning-rate", "0.0125", "noise.batch-variance", "40"));
        CellExperiment cell = new CellExperiment(laboratory(OptionalDouble.of(1.0)), heavy,
                EnumSet.of(Witness.SGD, Witness.DENSITY));
        List<Row> rows = cell.run();
        Row square = row(rows, Witness.SGD, Quantity.MEAN_SQUARE_Y);
        assertTrue(square.measurement().defined());
        assertEquals(Optional.empty(), square.verdict());
        assertEquals(Double.POSITIVE_INFINITY, cell.allowance(square));
        assertTrue(row(rows, Witness.SGD, Quantity.MEAN_FLATNESS).verdict().isPresent());
        String told = cell.notes("here").toString();
        assertTrue(told.contains("mean square y has no finite variance at here"), told);
        // Who samples nothing has no standard errors.
        String computed = new CellExperiment(laboratory(OptionalDouble.of(1.0)), heavy,
                EnumSet.of(Witness.DENSITY)).notes("here").toString();
        assertFalse(computed.contains("no finite variance"), computed);
    }

    /** Power: trajectories with half the anisotropy, or twice the noise, do not pass for the density's. */
    @Test
    void wrongTrajectoriesAreNoticed() {
        assertRefuted(s -> s.withAnisotropy(0.5 * s.noise().anisotropy().orElseThrow()), Quantity.SELECTION_EXPONENT);
        assertRefuted(s -> s.withNoise(s.noise().times(2.0)), Quantity.MEAN_SQUARE_Y);
        assertRefuted(s -> s.withNoise(s.noise().times(2.0)), Quantity.CONVERGENCE_TIME);
    }

    private static void assertRefuted(UnaryOperator<Setting> mistake, Quantity quantity) {
        List<Row> rows = run(laboratory(OptionalDouble.empty()).simulating(mistake), COOL, ALL);
        for (Witness witness : List.of(Witness.SGD, Witness.SDE)) {
            assertEquals(Optional.of(Verdict.REFUTED), row(rows, witness, quantity).verdict(), quantity.key());
        }
    }

    /** At twice the rate at which chance explains it a wrong row is refuted; at half that rate it is not. */
    @Test
    void theRateOfTheFamilyDecides() {
        Laboratory wrong = laboratory(OptionalDouble.empty()).simulating(s -> s.withNoise(s.noise().times(1.3)));
        double chance = row(run(wrong, COOL, ALL), Witness.SGD, Quantity.CONVERGENCE_TIME).chance();
        assertTrue(chance > 0.0 && chance < 0.1, "chance " + chance);
        assertEquals(Optional.of(Verdict.REFUTED), convergence(wrong, 2.0 * chance));
        assertNotEquals(Optional.of(Verdict.REFUTED), convergence(wrong, 0.5 * chance));
    }

    private static Optional<Verdict> convergence(Laboratory laboratory, double falseAlarm) {
        List<Row> rows =
                new CellExperiment(laboratory, COOL, EnumSet.of(Witness.SGD, Witness.DENSITY), falseAlarm).run();
        return row(rows, Witness.SGD, Quantity.CONVERGENCE_TIME).verdict();
    }

    /** eta lambda = 4 at the sharpest point: SGD leaves the diffusion, and neither is at fault. */
    @Test
    void unstableStepsAreNotHeldAgainstTheDensity() {
        List<Row> rows = run(laboratory(OptionalDouble.empty()), Ring.of(1.0, 2.0, 4.0), ALL);
        for (Row row : rows) {
            if (row.witness() == Witness.SGD) {
                assertTrue(row.verdict().isEmpty() || row.verdict().get() == Verdict.NOT_APPLICABLE, row.toString());
            }
        }
        assertEquals(Optional.of(Verdict.NOT_APPLICABLE),
                row(rows, Witness.SGD, Quantity.MEAN_SQUARE_Y).verdict());
    }

    /** Beyond two parameters theory and density make the same approximation: their agreement says nothing. */
    @Test
    void theTheoryIsNotComparedWithItself() throws Exception {
        PlainSetting two = Ring.model(Path.of("models", "two-sharp-directions.yaml"), Map.of());
        for (Row row : run(laboratory(OptionalDouble.empty()), two, EnumSet.of(Witness.DENSITY, Witness.THEORY))) {
            assertEquals(Optional.empty(), row.verdict(), row.toString());
        }
    }
}
