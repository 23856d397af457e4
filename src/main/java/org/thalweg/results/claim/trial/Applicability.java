package org.thalweg.results.claim.trial;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Interval;
import org.thalweg.results.Laboratory;
import org.thalweg.results.prediction.EulerStep;

/** Hypotheses that several claims have in common, asked before any work is done for them. */
public final class Applicability {
    private Applicability() {}

    /** Literal SGD must follow the diffusion by the steps of its learning rate. */
    public static List<Hypothesis> shortSteps(PlainSetting setting) {
        return EulerStep.hypotheses(setting, setting.sgd().learningRate());
    }

    /** Euler chains must follow the diffusion by their longer steps; nothing is asked of other schemes. */
    public static List<Hypothesis> shortSteps(PlainSetting setting, StepHalving pair) {
        return pair.euler() ? EulerStep.hypotheses(setting, pair.step()) : List.of();
    }

    /**
     * Ensembles get as far as a stationary law: claims about it are judged by none that do not, however small their
     * scatter.
     */
    public static Hypothesis awaited(Laboratory laboratory, PlainSetting setting) {
        boolean stationary = laboratory.plan(setting).stationary();
        return new Hypothesis("a stationary state that ensembles can wait for", stationary, stationary ? "yes" : "no");
    }

    /** What goes on within a single step is not that of a diffusion. */
    public static Hypothesis followed(Laboratory laboratory, PlainSetting setting) {
        double time = laboratory.plan(setting).relaxationTime();
        double step = setting.sgd().learningRate();
        return new Hypothesis("steps shorter than the relaxation time, " + time, step < time,
                Double.toString(step));
    }

    /** Nobody arrives between two steps. */
    public static Hypothesis within(double step, double time) {
        return new Hypothesis("steps shorter than the convergence time, " + time, step < time, Double.toString(step));
    }

    /** The variance across is that of plain SGD at some learning rate. */
    public static Hypothesis widened(StepHalving pair) {
        double step = pair.shift().stepAcross(pair.step());
        return new Hypothesis("steps widen the variance across the valley", step >= 0.0, "as plain SGD at " + step);
    }

    /** Bounds on the learning rate are those of plain SGD; momentum has others. */
    public static Hypothesis memoryless(PlainSetting setting) {
        boolean memoryless = setting.optimiser().momentum() == 0.0;
        return new Hypothesis("no momentum, whose steps remember", memoryless, memoryless ? "none" : "momentum");
    }

    /** The density is a solution of its own; beyond two parameters it is the valley floor's, and so is the theory. */
    public static Hypothesis independentDensity(PlainSetting setting) {
        boolean own = setting.surface().geometry().planar();
        return new Hypothesis("the density does not share the approximation of the theory", own,
                own ? "two-dimensional" : "both are of the valley floor");
    }

    /** A claim about the flatness, of which there is one for each sharp direction. */
    public static Hypothesis oneSharpDirection(PlainSetting setting) {
        int directions = setting.surface().geometry().shape().orElseThrow().sharpDirections();
        return new Hypothesis("one sharp direction", directions == 1, directions + " found");
    }

    /** All points of the floor have the same loss. */
    public static Hypothesis degenerate(PlainSetting setting, Interval range) {
        boolean holds = setting.surface().geometry().shape().orElseThrow().degenerate(range.from(), range.to());
        return new Hypothesis("degenerate valley, L0 constant", holds, holds ? "constant" : "L0 varies");
    }

    /** A claim about selection by flatness needs flatter and sharper places. */
    public static Hypothesis varyingFlatness(PlainSetting setting) {
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        Interval range = setting.domain().along().window();
        double least = Double.POSITIVE_INFINITY;
        double most = 0.0;
        int points = 1025;
        for (int i = 0; i < points; i++) {
            double f = shape.flatnessAt(range.from() + range.length() * i / (points - 1));
            least = Math.min(least, f);
            most = Math.max(most, f);
        }
        // Below a part in 10^6 no fit on ln F means anything.
        boolean varies = most > least * (1.0 + 1e-6);
        return new Hypothesis("F varies along the valley", varies, "from " + least + " to " + most);
    }
}
