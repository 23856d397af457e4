package org.thalweg.theory;

import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.theory.floor.FloorDensity;
import org.thalweg.theory.law.Hypotheses;
import org.thalweg.theory.law.MarginalLaw;

/** A marginal that is integrated along the valley floor. */
abstract class FloorMarginal implements MarginalLaw {
    private final FloorDiffusion floor;
    private final double learningRate;
    private final FloorDensity density;

    FloorMarginal(FloorDiffusion floor, double learningRate, FloorDensity density) {
        this.floor = floor;
        this.learningRate = learningRate;
        this.density = density;
    }

    @Override
    public FloorDiffusion floor() {
        return floor;
    }

    /** The hypotheses, and a learning rate so small that the recursion is the diffusion. */
    @Override
    public List<Hypothesis> hypothesesForSgd() {
        return Hypotheses.and(hypotheses(), Hypotheses.smallLearningRate(floor, learningRate));
    }

    @Override
    public double logError() {
        return density.logError();
    }

    @Override
    public double logDensity(double x) {
        return density.logDensity(x);
    }
}
