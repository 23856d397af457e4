package org.thalweg.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.thalweg.results.TwoValleyWalks.run;
import static org.thalweg.results.TwoValleyWalks.sde;
import static org.thalweg.results.TwoValleyWalks.setting;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;

/** Both ends and the middle of each row of the table of docs/theory/two-valleys-reconstruction.md, at two steps. */
class FreezingIT {
    /**
     * 5120 walkers with steps 0.01 against 5120 with half the step and other random numbers, to 3 of their combined
     * standard errors: 18 comparisons, false alarms 5 % for new seeds, none for these.
     */
    @ParameterizedTest
    @CsvSource({"1,.15", "1,.25", "1,.5", "2,.06", "2,.1", "2,.2"})
    void halfTheStep(double gamma, double sigma) {
        PlainSetting setting = setting(20.0, gamma, sigma, 1.0);
        Map<Quantity, Measurement> coarse = run(setting, sde(setting, 0.01), 5120, 1);
        Map<Quantity, Measurement> fine = run(setting, sde(setting, 0.005), 5120, 2);
        for (Quantity quantity : List.of(Quantity.FLAT_FRACTION, Quantity.SWITCHES, Quantity.LAST_SWITCH)) {
            Measurement a = coarse.get(quantity);
            Measurement b = fine.get(quantity);
            assertEquals(0.0, a.value() - b.value(), 3.0 * Math.hypot(a.standardError(), b.standardError()),
                    quantity.key());
        }
    }
}
