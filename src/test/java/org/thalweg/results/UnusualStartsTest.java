package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.theory.Valleys;
import org.thalweg.theory.escape.ConvergenceTime;

/**
 * Starts from which y has far to relax, at kinks, at walls and where the pull on x vanishes; valleys whose slope is the
 * same everywhere, where no mean is kinder than the worst place; several sharp directions. All of it is right, and
 * nothing of it may be refuted.
 */
class UnusualStartsTest {
    private static final double RATE = 0.002;

    private static Laboratory laboratory(int particles) {
        return new Laboratory(particles, new Seed(1), 2, Laboratory.SHORT_WINDOW, OptionalDouble.empty());
    }

    private static PlainSetting valley(String flatness, double reach, double temperature, double kappa, double x,
            double y, double flatSet) {
        PlainSetting low = Valleys.setting(Profiles.LEVEL, Profiles.formula(flatness),
                new Interval(-reach, reach, Boundary.REFLECTING), temperature, kappa, RATE, x, flatSet);
        return new Setting(low.name(), "", low.surface(), low.domain(), low.noise(), low.sgd(), new double[] {x, y},
                low.flatSet()).effective();
    }

    private static List<Row> refuted(PlainSetting setting, int particles, Witness... witnesses) {
        return new CellExperiment(laboratory(particles), setting, EnumSet.of(Witness.DENSITY, witnesses)).run().stream()
                .filter(row -> row.verdict().equals(Optional.of(Verdict.REFUTED))).toList();
    }

    /** F' is the same on both sides, y^2 off by 2 Delta (1 - 1/kappa) F'^2 everywhere, by 0.3 to 0.5 percent. */
    @ParameterizedTest
    @CsvSource({"0.9 + 0.13 * abs(x), 3.5, 0.05, 0.3", "0.97 + 0.17 * abs(x), 4.5, 0.05, 0.35"})
    void squaresAcrossAreOffByTwiceTheLag(String flatness, double reach, double temperature, double kappa) {
        assertEquals(List.of(),
                refuted(valley(flatness, reach, temperature, kappa, 0.0, 0.0, 1.2), 1, Witness.THEORY));
    }

    /**
     * Where F' = 0, at a wall, and where what y does is cancelled by what its lag does, the first order of the
     * relaxation says little of it: the time is off by 0.8, 0.5 and 0.6 percent.
     */
    @ParameterizedTest
    @CsvSource({"1.16 - 0.4 * exp(-x^2/18), 2.2, 1, 1, 0, 1.52, 0.823",
        "0.33 + exp(-x^2/29), 1.95, 0.05, 1, -1.95, 0.6, 1.31",
        "0.96 * exp(x / 3.1), 1.94, 0.05, 0.585, 0, 0.48, 1.68"})
    void timesAllowForTheRelaxationFromTheStart(
            String flatness, double reach, double temperature, double kappa, double x, double y, double flatSet) {
        PlainSetting setting = valley(flatness, reach, temperature, kappa, x, y, flatSet);
        ConvergenceTime time = ConvergenceTime.of(setting);
        assertTrue(time.hypotheses().stream().allMatch(Hypothesis::holds), time.hypotheses().toString());
        assertEquals(List.of(), refuted(setting, 1, Witness.THEORY));
        // It is no licence: a tenth of the time and more would be news.
        assertTrue(time.relaxation() < 0.1 * time.meanTime(), time.relaxation() + " of " + time.meanTime());
    }

    /** Below kappa = 1 the lag on the way makes the time longer, that at the edge shorter: it is off by 2.2 percent. */
    @Test
    void timesAllowForPartsOfTheNextOrderThatCancel() {
        PlainSetting setting = valley("1.4 * exp(x / 2.7)", 1.64, 0.1345, 0.703, -1.64, 0.0, 1.918);
        double leading = ConvergenceTime.of(setting).meanTime();
        assertEquals(leading, ConvergenceTime.of(setting).nextOrder().meanTime(), 0.01 * leading);
        assertEquals(List.of(), refuted(setting, 1, Witness.THEORY));
    }

    /** The formula's F' and F'' are 0 at a kink, yet the time from there is half of what the floor says. */
    @Test
    void startsAtKinksAreInTheValleyOnlyIfTheyAreLow() {
        assertFalse(inTheValley(2.8));
        assertFalse(inTheValley(0.7));
        assertTrue(inTheValley(0.2));
    }

    private static boolean inTheValley(double y) {
        return ConvergenceTime.of(valley("1.4 + 0.67 * abs(x)", 2.4, 0.05, 1.0, 0.0, y, 2.5)).hypotheses().stream()
                .filter(h -> h.statement().contains("start")).allMatch(Hypothesis::holds);
    }

    /**
     * From ten standard deviations up x is thrown out at once: at 0.12 by steps of 0.0005. One long step of valley
     * splitting takes the pull where it begins for that of the whole fall, and the mean is 0.65.
     */
    @Test
    void longStepsDoNotResolveTheFallFromHighAbove() {
        PlainSetting high = valley("0.94 * (0.1 + exp(-x^2/2))", 2.0, 0.03, 0.63, 1.85, 2.64, 0.89);
        CellExperiment cell = new CellExperiment(
                laboratory(256), high, EnumSet.of(Witness.DENSITY, Witness.SGD, Witness.SDE));
        Map<Witness, Verdict> times = cell.run().stream()
                .filter(row -> row.quantity().equals(Quantity.CONVERGENCE_TIME) && row.verdict().isPresent())
                .collect(Collectors.toMap(Row::witness, row -> row.verdict().orElseThrow()));
        assertEquals(Verdict.NOT_APPLICABLE, times.get(Witness.SDE), times.toString());
        assertTrue(cell.notes("here").stream().anyMatch(note -> note.startsWith("convergence times by sde are not")),
                cell.notes("here").toString());
    }

    /**
     * The density of three parameters is the floor's, whose time is too short by 12 percent at kappa = 1 and Delta
     * F'^2 = 0.4, and says nothing of starts high above. One seed in a thousand is refuted by chance.
     */
    @Test
    void trajectoriesInThreeDimensionsNeedNotTakeTheTimeOfTheFloor() {
        assertEquals(List.of(), refuted(three(0.5, 0.0), 1024, Witness.SDE));
        CellExperiment high = new CellExperiment(
                laboratory(256), three(0.05, 3.0), EnumSet.of(Witness.DENSITY, Witness.SGD, Witness.SDE));
        assertEquals(List.of(Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE), high.run().stream()
                .filter(row -> row.quantity().equals(Quantity.CONVERGENCE_TIME)).flatMap(row -> row.verdict().stream())
                .toList());
        assertTrue(high.notes("here").stream().anyMatch(note -> note.contains("the start is in the valley")),
                high.notes("here").toString());
    }

    private static PlainSetting three(double temperature, double y) {
        Profile flatness = Profiles.formula("exp(x / 2)");
        double variance = 2.0 * temperature / RATE;
        PlainSetting low = Valleys.setting(Profiles.LEVEL, List.of(flatness, flatness),
                new Interval(-2.0, 2.0, Boundary.REFLECTING), new AnisotropicNoise(variance, variance, variance), RATE,
                -1.0, 1.5);
        return new Setting(low.name(), "", low.surface(), low.domain(), low.noise(), low.sgd(),
                new double[] {-1.0, y, y}, low.flatSet()).effective();
    }
}
