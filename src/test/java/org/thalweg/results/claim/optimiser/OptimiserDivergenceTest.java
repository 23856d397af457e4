package org.thalweg.results.claim.optimiser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Verdict;
import org.thalweg.model.optimiser.Adam;
import org.thalweg.model.optimiser.Decentralised;
import org.thalweg.model.optimiser.GradientDescent;
import org.thalweg.model.optimiser.Mixing;
import org.thalweg.model.optimiser.Optimiser;
import org.thalweg.model.optimiser.SharpnessAware;
import org.thalweg.model.optimiser.ValleyAdaptor;
import org.thalweg.random.Seed;
import org.thalweg.theory.bounds.OptimiserStability;

/** Bounds of optimisers located by their literal steps, within one per cent. Nothing is left to chance. */
class OptimiserDivergenceTest {
    private static final double CURVATURE = 2.5;

    private static Stream<Optimiser> rules() {
        return Stream.of(
                new ValleyAdaptor(1e-9, 0.9, GradientDescent.PLAIN),
                new ValleyAdaptor(-5.0, 0.99, GradientDescent.PLAIN),
                new ValleyAdaptor(-50.0, 0.99, GradientDescent.PLAIN),
                new ValleyAdaptor(-0.9, 0.0, GradientDescent.PLAIN),
                new ValleyAdaptor(0.5, 0.01, GradientDescent.PLAIN),
                new ValleyAdaptor(-6.0, 0.9, GradientDescent.PLAIN),
                new ValleyAdaptor(-5.0, 0.99, new GradientDescent(0.9, false)),
                new GradientDescent(0.9, false),
                new GradientDescent(0.9, true),
                Adam.DEFAULT,
                new ValleyAdaptor(-5.0, 0.99, Adam.DEFAULT),
                new SharpnessAware(0.2, false, GradientDescent.PLAIN),
                new SharpnessAware(0.2, true, GradientDescent.PLAIN),
                new Decentralised(8, Mixing.RING, GradientDescent.PLAIN),
                new Decentralised(8, Mixing.COMPLETE, GradientDescent.PLAIN));
    }

    private static Judgement judge(Optimiser rule, OptimiserStability stability) {
        return OptimiserDivergence.judge(rule, stability, CURVATURE, List.of(), new Seed(5));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void stepsGrowFromTheBoundOn(Optimiser rule) {
        OptimiserStability stability = OptimiserStability.of(rule).orElseThrow();
        Judgement judgement = judge(rule, stability);
        double expected = judgement.claim().prediction().value();
        assertEquals(expected, judgement.measured().value(), 0.01 * expected, rule.description());
        assertEquals(Verdict.CONSISTENT, judgement.verdict(), rule.description());
    }

    /** A bound that is two per cent too high is noticed. */
    @Test
    void anotherBoundIsRefuted() {
        OptimiserStability right = OptimiserStability.of(
                new ValleyAdaptor(-5.0, 0.99, GradientDescent.PLAIN)).orElseThrow();
        OptimiserStability wrong = new OptimiserStability(1.02 * right.product(), false, 0.0);
        assertEquals(Verdict.REFUTED, judge(new ValleyAdaptor(-5.0, 0.99, GradientDescent.PLAIN), wrong).verdict());
    }
}
