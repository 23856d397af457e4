package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.action.MinimumActionPath;
import org.thalweg.fokkerplanck.action.PathEnd;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Region;

/** Least actions that are known. */
class MinimumActionPathTest {
    /** A linear drift H, turning or not, and any tensor: (1/2) x . S^-1 x with H S + S H^T = 2 D. */
    @Test
    void fromTheRestOfAnOrnsteinUhlenbeckProcessItIsHalfOfXSInverseX() {
        double[][] tensor = CoupledNoiseTest.rotated(0.6, 0.4, 0.1);
        double[][] pull = {{1.0, 0.5}, {0.5, 1.6}};
        PlainSetting bowl = CoupledNoiseTest.setting(new CoupledNoiseTest.Given(t -> 0.0, t -> new double[] {
            pull[0][0] * t[0] + pull[0][1] * t[1], pull[1][0] * t[0] + pull[1][1] * t[1]}),
                Interval.LINE, Interval.LINE, t -> tensor);
        double[] end = {0.8, -0.5};
        double exact = 0.5 * MatrixUtils.createRealVector(end).dotProduct(MatrixUtils.inverse(
                CoupledNoiseTest.lyapunov(pull, tensor)).operate(MatrixUtils.createRealVector(end)));
        MinimumActionPath found = MinimumActionPath.between(bowl.diffusion(), new double[] {0.0, 0.0}, end);
        assertEquals(exact, found.action().value(), found.action().standardError(), found.action() + " for " + exact);
        assertTrue(found.action().standardError() < 2e-3 * exact, found.action().toString());
    }

    /** kappa = 1: the loss over the temperature, along whatever curve. */
    @Test
    void inDetailedBalanceItIsTheLossOverTheTemperature() {
        double delta = 0.1;
        PlainSetting valley = Examples.valley(Profiles.formula("0.2*x^2"), Profiles.formula("1 + 0.3*x^2"),
                Interval.LINE, 1.0, delta);
        double[] end = {0.9, 0.7};
        double exact = valley.surface().value(end) / delta;
        MinimumActionPath found = MinimumActionPath.between(valley.diffusion(), new double[] {0.0, 0.0}, end);
        assertEquals(exact, found.action().value(), found.action().standardError(), found.action() + " for " + exact);
        assertTrue(found.action().standardError() < 2e-3 * exact, found.action().toString());
    }

    /**
     * From the left to the right of a bowl the way down costs nothing from wherever it begins, and the action is that
     * from the rest to the line x = 1, 1/(2 S_xx) with S = D/pull. It settles as fast as between fixed ends.
     */
    @Test
    void anEndFromWhichAllFallsStaysWhereItIs() {
        PlainSetting bowl = CoupledNoiseTest.setting(new CoupledNoiseTest.Given(t -> 0.0, t -> new double[] {
            t[0] + 0.2 * t[1], 0.2 * t[0] + 0.3 * t[1]}), Interval.LINE, Interval.LINE,
                t -> new double[][] {{0.2, 0.0}, {0.0, 0.1 * (1.0 + t[0] * t[0])}});
        List<Double> told = new ArrayList<>();
        MinimumActionPath found = MinimumActionPath.between(bowl.diffusion(), new PathEnd.On(Region.parse("x<=-0.8")),
                new PathEnd.On(Region.parse("x>=1")), new double[] {0.1, 0.1}, told::add);
        assertTrue(found.action().value() > 0.0);
        assertTrue(told.size() < 200, told.size() + " looks, each after 50 steps");
        assertTrue(told.stream().allMatch(share -> share >= 0.0 && share <= 1.0), told.toString());
        assertTrue(told.get(told.size() - 1) > 0.8, told.toString());
    }

    /** D that varies over the plane with a drift -D grad U: U, though neither is constant. */
    @Test
    void tensorsThatVaryOverThePlane() {
        PlainSetting bowl = CoupledNoiseTest.setting(new CoupledNoiseTest.Given(t -> 0.0, t -> new double[] {
            (0.3 + 0.1 * t[1] * t[1]) * 2.0 * t[0], (0.2 + 0.1 * t[0] * t[0]) * 3.0 * t[1]}),
                Interval.LINE, Interval.LINE, t -> new double[][] {
                    {0.3 + 0.1 * t[1] * t[1], 0.0}, {0.0, 0.2 + 0.1 * t[0] * t[0]}});
        double[] end = {1.0, 0.8};
        double exact = 1.0 + 1.5 * 0.64;
        MinimumActionPath found = MinimumActionPath.between(bowl.diffusion(), new double[] {0.0, 0.0}, end);
        assertEquals(exact, found.action().value(), found.action().standardError(), found.action() + " for " + exact);
        assertTrue(found.action().standardError() < 2e-3 * exact, found.action().toString());
    }
}
