package org.thalweg.results.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.Examples;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.Setting;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Row;

/** What a sweep asks of the operator in a cell, by the names of the quantities. */
class OperatorQuestionsTest {
    /** Two wells, the flat set beyond the ridge between them: six temperatures to climb. */
    private static Setting wells() {
        PlainSetting plain = Examples.valley(Profiles.formula("(x^2 - 1)^2 / 4"),
                Profiles.formula("1 + tanh(x) / 100"), Interval.LINE, 2.0, 0.08);
        return new Setting("wells", "", plain.surface(), plain.domain(), plain.noise(), plain.sgd(),
                new double[] {-1.0, 0.0}, Optional.of(new FlatSet(1.005)));
    }

    private static double value(List<Row> rows, Witness witness, String quantity) {
        return rows.stream().filter(row -> row.witness() == witness && row.quantity().equals(Quantity.of(quantity)))
                .findFirst().orElseThrow().measurement().value();
    }

    /**
     * The rate of escape by a path, by the density, by Kramers and by transitions between the wells: to leading order
     * k = sqrt(2) / (2 pi) e^(-6.25), next orders of some D = 1/25 and more.
     */
    @Test
    void ratesOfEscapeHaveNames() {
        OperatorQuestions questions = new OperatorQuestions(0, false, List.of(), List.of(-1.0, 0.0, 0.0, 0.0),
                List.of("x<=-1", "x>=1"));
        questions.check(wells());
        List<Row> rows = questions.rows(wells());
        double leading = Math.sqrt(2.0) / (2.0 * Math.PI) * Math.exp(-6.25);
        assertEquals(6.25, value(rows, Witness.DENSITY, "path_action"), 0.01);
        assertEquals(leading, value(rows, Witness.DENSITY, "path_escape_rate"), 0.05 * leading);
        assertEquals(leading, value(rows, Witness.THEORY, "escape_rate"), 0.05 * leading);
        double density = value(rows, Witness.DENSITY, "escape_rate");
        assertEquals(leading, density, 0.3 * leading);
        assertEquals(density, value(rows, Witness.DENSITY, "transition_rate"), 0.1 * density);
        assertTrue(value(rows, Witness.DENSITY, "transition_rate_back") > 0.0);
    }

    @Test
    void oneSetAloneIsRefused() {
        OperatorQuestions half = new OperatorQuestions(0, false, List.of(), List.of(), Arrays.asList("x<=-1", null));
        assertThrows(Refusal.class, () -> half.check(wells()));
    }
}
