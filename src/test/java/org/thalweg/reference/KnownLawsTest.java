package org.thalweg.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.thalweg.measure.Measurement;

/**
 * Exactly known laws by every way that accepts them: within three errors that they state (five for samples, seed and
 * false-alarm rate in {@link Way}), errors that are of use; and those that do not accept a law say so.
 */
class KnownLawsTest {
    @TestFactory
    List<DynamicTest> everyWayToEveryLaw() {
        return KnownLaw.ALL.stream().flatMap(law -> Stream.of(Way.values()).filter(law::asks)
                .map(way -> DynamicTest.dynamicTest(law + " by " + way, () -> check(law, way)))).toList();
    }

    private static void check(KnownLaw law, Way way) throws Exception {
        if (law.refusing().contains(way)) {
            assertThrows(RuntimeException.class, () -> way.of(law));
            return;
        }
        Map<String, Measurement> found = way.of(law);
        for (Map.Entry<String, Double> known : law.exact().entrySet()) {
            Measurement measured = found.get(known.getKey());
            if (measured == null) {
                continue;
            }
            String said = known.getKey() + " = " + known.getValue() + ", found " + measured;
            if (Double.isNaN(known.getValue())) {
                assertFalse(way != Way.SDE && measured.defined(), said);
                continue;
            }
            double size = known.getKey().equals("mean_x") ? Math.sqrt(law.exact().get("variance_x"))
                    : Math.abs(known.getValue());
            // A fit to 64 points knows its slope to rounding.
            double off = Math.abs(measured.value() - known.getValue());
            assertTrue(off <= way.errors() * measured.standardError() + (1e-10 + law.approximation()) * size, said);
            assertTrue(measured.standardError() <= way.useful() * size, said);
        }
    }
}
