package org.thalweg.cli.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.space.Range;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Ring;
import org.thalweg.results.Row;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.ParameterGrid;

/** A screen on which numbers far apart are said to be consistent says why. */
class SweepScreenTest {
    private static final List<Setting> RINGS = new ParameterGrid(
            Range.parse("0.05,0.1"), Optional.of(Range.parse("2")), Optional.empty()).cells(Ring.shipped());

    /**
     * As on near-degenerate-valley: -15.0 +- 0.3 of the counts, -136 evenly over x. On the ring they are alike.
     * What is refuted is explained by no weights.
     */
    @ParameterizedTest
    @CsvSource({"-15.0, 0.3, -136.1, CONSISTENT, true", "3.95, 0.08, 3.97, CONSISTENT, false",
        "3.4, 0.5, 3.97, CONSISTENT, false", "-15.0, 0.3, -136.1, REFUTED, false",
        "-15.0, 0.3, -136.1, INCONCLUSIVE, false"})
    void exponentsOfOtherWeightsAreExplained(double counted, double error, double computed, Verdict verdict,
            boolean explained) {
        List<CellResult> cells = new ArrayList<>();
        for (Setting setting : RINGS) {
            cells.add(new CellResult(setting, List.of(
                    new Row(Witness.SGD, Quantity.SELECTION_EXPONENT, new Measurement(counted, error, 1000),
                            Optional.of(verdict)),
                    Row.plain(Witness.DENSITY, Quantity.SELECTION_EXPONENT, Measurement.exact(computed))),
                    List.of(), Map.of()));
        }
        String text = new SweepScreen(Ring.shipped().literal(), cells, 2).text(Path.of("folder"));
        assertEquals(explained, text.contains("weights of their counts"), text);
    }

    /** No theory of valleys says how the time of a network depends on its noise. */
    @ParameterizedTest
    @CsvSource({"digits-network, false", "degenerate-valley, true"})
    void timesOfNetworksAreNoPowersOfTemperature(String model, boolean power) throws Exception {
        Setting setting = ModelFile.read(Path.of("models", model + ".yaml")).setting();
        List<CellResult> cells = new ArrayList<>();
        for (double rate : new double[] {0.05, 0.1}) {
            cells.add(new CellResult(setting.withLearningRate(rate), List.of(
                    Row.plain(Witness.SGD, Quantity.CONVERGENCE_TIME, new Measurement(10.0 / rate, 1.0, 10))),
                    List.of(), Map.of()));
        }
        String text = new SweepScreen(setting, cells, 0).text(Path.of("folder"));
        assertEquals(power, text.contains("as a power of eta sigma2"), text);
        assertEquals(!power, text.contains("convergence_time"), text);
    }

    /** One temperature is one column, and where nothing was judged no table says so by its head alone. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, true"})
    void temperaturesAndVerdictsThatThereAre(int temperatures, boolean judged) {
        List<CellResult> cells = new ArrayList<>();
        for (Setting setting : RINGS.subList(0, temperatures)) {
            cells.add(new CellResult(setting, List.of(
                    new Row(Witness.SGD, Quantity.SELECTION_EXPONENT, new Measurement(4.0, 0.1, 1000),
                            judged ? Optional.of(Verdict.CONSISTENT) : Optional.empty())), List.of(), Map.of()));
        }
        String text = new SweepScreen(Ring.shipped().literal(), cells, 2).text(Path.of("folder"));
        assertEquals(temperatures, text.lines().filter(line -> line.contains("Delta = "))
                .mapToInt(line -> line.split("Delta = ", -1).length - 1).sum(), text);
        assertEquals(temperatures == 2, text.contains("lowest and highest temperature"), text);
        assertEquals(judged, text.contains("inconclusive"), text);
    }
}
