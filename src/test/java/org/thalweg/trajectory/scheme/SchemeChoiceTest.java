package org.thalweg.trajectory.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.Experiments;
import org.thalweg.trajectory.Models;

/** The scheme follows from the question, the noise and the stiffness, and the reason says so. */
class SchemeChoiceTest {
    private static final String BOWL = "{kind: quadratic, hessian: {xx: 1, xy: 0.5, yy: 8}}";
    private static final String ISOTROPIC = "{kind: isotropic, batch-variance: 1}";

    private static SchemeChoice choice(Setting setting, Question question, double step) {
        return SchemeChoice.of(setting, question, Increments.NORMAL, step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bump-valley", "degenerate-valley", "isotropic-control", "label-noise-valley",
        "log-walled-valley", "near-degenerate-valley", "saturating-valley", "two-sharp-directions"})
    void valleysAreSplitAtLongSteps(String name) throws ModelFileException {
        Setting valley = Models.shipped(name);
        SchemeChoice law = SchemeChoice.of(valley, Question.LAW);
        assertEquals(Schemes.VALLEY_SPLITTING, law.scheme());
        assertTrue(law.step() > 5.0 * StepScales.of(valley).stepAcross(), name + ": " + law.step());
        assertTrue(SchemeChoice.of(valley, Question.PASSAGE).step() <= law.step());
    }

    @Test
    void theReasonNamesQuestionOrderNoiseAndStiffness() throws ModelFileException {
        SchemeChoice choice = choice(Models.shipped("degenerate-valley"), Question.LAW, 1.0);
        assertEquals("scheme valley-splitting: weak order 2.0 under additive noise, for the question of a law; "
                + "step x sharpest curvature = 4, stiff", choice.reason().replace("4.0,", "4,"));
    }

    @Test
    void pathsWantStrongOrder() throws ModelFileException {
        Setting ring = Models.shipped("degenerate-valley");
        assertEquals(Schemes.STOCHASTIC_RUNGE_KUTTA, choice(ring, Question.PATH, 0.01).scheme());
        assertEquals(Schemes.DRIFT_IMPLICIT, choice(ring, Question.PATH, 1.0).scheme());
        Setting own = Models.of(BOWL, "{kind: formula, covariance: {xx: \"1 + x^2\", yy: \"2 + sin(y)\"}}");
        assertEquals(Schemes.MILSTEIN, choice(own, Question.PATH, 0.01).scheme());
        Setting label = Models.shipped("label-noise-valley");
        SchemeChoice choice = choice(label, Question.PATH, 0.01);
        assertEquals(Schemes.EULER_MARUYAMA, choice.scheme());
        assertTrue(choice.reason().endsWith("not possible here: stochastic-runge-kutta, milstein"), choice.reason());
    }

    @Test
    void otherSurfacesGoByStiffness() throws ModelFileException {
        Setting bowl = Models.of(BOWL, ISOTROPIC);
        assertEquals(Schemes.WEAK_TAYLOR, choice(bowl, Question.LAW, 0.01).scheme());
        assertEquals(Schemes.DRIFT_IMPLICIT, choice(bowl, Question.LAW, 1.0).scheme());
        SchemeChoice own = SchemeChoice.of(bowl, Question.LAW);
        assertEquals(Schemes.WEAK_TAYLOR, own.scheme());
        // The largest row sum of the Hessian is 8.5.
        assertEquals(0.2 / 8.5, own.step(), 1e-15);
    }

    /** No curvature anywhere, but at the kink: the step is that of the walk. */
    @Test
    void slopesThatMeetTakeTheLearningRate() throws ModelFileException {
        SchemeChoice choice = SchemeChoice.of(Models.shipped("asymmetric-valley"), Question.LAW);
        assertEquals(0.1, choice.step());
        assertEquals(Schemes.EULER_MARUYAMA, choice.scheme());
    }

    @Test
    void whatCannotBeWrittenDownIsLeftToEulerMaruyama() {
        assertEquals(Schemes.EULER_MARUYAMA,
                choice(Experiments.plane(Interval.LINE, 0.1), Question.LAW, 0.1).scheme());
    }

    @Test
    void incrementsOfTwoPointsRuleOutHigherOrders() throws ModelFileException {
        assertEquals(Schemes.EULER_MARUYAMA, SchemeChoice.of(
                Models.shipped("degenerate-valley"), Question.LAW, Increments.TWO_POINT, 0.01).scheme());
    }

    @Test
    void noSchemeTakesAStepOfNothing() throws ModelFileException {
        Setting ring = Models.shipped("degenerate-valley");
        for (double step : List.of(0.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThrows(Refusal.class, () -> choice(ring, Question.LAW, step));
        }
    }
}
