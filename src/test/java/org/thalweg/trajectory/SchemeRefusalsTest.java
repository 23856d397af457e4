package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.AnisotropicNoise;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.model.surface.Valley;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** What each scheme does not do, and what it says to use instead; valley splitting has a test of its own. */
class SchemeRefusalsTest {
    private static final String BOWL = "{kind: quadratic, hessian: {xx: 1, xy: 0.5, yy: 8}}";

    private static void refused(Schemes scheme, Setting setting, Increments increments, String message) {
        Refusal refusal = assertThrows(Refusal.class,
                () -> SdeDynamics.of(setting, scheme, increments, 0.1));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void noiseOfAnotherStructure() throws ModelFileException {
        Setting varying = Models.shipped("label-noise-valley");
        refused(Schemes.STOCHASTIC_RUNGE_KUTTA, varying, Increments.NORMAL, "scheme stochastic-runge-kutta handles "
                + "noise of structure [ADDITIVE]; this diffusion is DIAGONAL; use euler-maruyama");
        Setting coupled = Models.of(BOWL, "{kind: formula, covariance: {xx: \"1\", xy: \"0.5\", yy: \"1\"}}");
        refused(Schemes.MILSTEIN, coupled, Increments.NORMAL, "scheme milstein handles noise of structure "
                + "[ADDITIVE, DIAGONAL]; this diffusion is GENERAL; use euler-maruyama");
        assertThrows(Refusal.class,
                () -> Schemes.MILSTEIN.weakOrder(coupled.diffusion().noiseStructure()));
    }

    @Test
    void milsteinWhereAreasBetweenBrownianMotionsEnter() throws ModelFileException {
        refused(Schemes.MILSTEIN, Models.shipped("label-noise-valley"), Increments.NORMAL, "scheme milstein needs "
                + "diagonal noise whose amplitude in each coordinate depends on that coordinate alone; use weak-taylor "
                + "for means, euler-maruyama for paths");
    }

    @ParameterizedTest
    @EnumSource(value = Schemes.class, names = {"STOCHASTIC_RUNGE_KUTTA", "WEAK_TAYLOR", "DRIFT_IMPLICIT"})
    void incrementsOfTwoPointsWhereTheySpoilTheOrder(Schemes scheme) throws ModelFileException {
        refused(scheme, Models.shipped("degenerate-valley"), Increments.TWO_POINT, "scheme " + scheme.key()
                + " keeps its order with increments normal or three-point, not with two-point; "
                + "use --increments normal");
    }

    @ParameterizedTest
    @EnumSource(value = Schemes.class, names = {"MILSTEIN", "STOCHASTIC_RUNGE_KUTTA", "WEAK_TAYLOR", "DRIFT_IMPLICIT"})
    void whatCannotBeWrittenDown(Schemes scheme) {
        refused(scheme, Experiments.plane(Interval.LINE, 0.1), Increments.NORMAL, "scheme " + scheme.key()
                + " needs loss and noise as formulas, and this model cannot write them down; use euler-maruyama");
    }

    @ParameterizedTest
    @EnumSource(value = Schemes.class, mode = EnumSource.Mode.EXCLUDE, names = "EULER_MARUYAMA")
    void moreThanEightCoordinates(Schemes scheme) {
        refused(scheme, wide(), Increments.NORMAL,
                "scheme " + scheme.key() + " is for up to 8 coordinates; this diffusion has 9; use euler-maruyama");
        assertTrue(SdeDynamics.of(wide(), Schemes.EULER_MARUYAMA, Increments.NORMAL, 0.1).bind(1) != null);
    }

    private static Setting wide() {
        Valley valley = new Valley(new ValleyShape(
                Profile.constant(0.0), Collections.nCopies(8, Profile.constant(1.0))));
        List<Interval> line = new ArrayList<>(Collections.nCopies(9, Interval.LINE));
        double[] variances = new double[9];
        Arrays.fill(variances, 1.0);
        return new Setting("wide", "a test", valley, new Domain(line), new AnisotropicNoise(variances), new Sgd(0.1),
                new double[9], Optional.empty());
    }
}
