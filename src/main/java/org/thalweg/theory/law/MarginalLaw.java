package org.thalweg.theory.law;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.FloorDiffusion;
import org.thalweg.model.space.Interval;

/**
 * A stationary density along a valley, given by a formula up to its normalisation.
 *
 * <p>The number is always given; whether it may be claimed is what {@link #hypotheses()} and {@link
 * #hypothesesForSgd()} say. Immutable and shared between threads.
 */
public interface MarginalLaw {
    /** The valley and the noise that the law speaks about. */
    FloorDiffusion floor();

    /** What must hold for the law to describe the stationary density of the diffusion. */
    List<Hypothesis> hypotheses();

    /** What must hold for the law to describe literal SGD as well. */
    List<Hypothesis> hypothesesForSgd();

    /**
     * What must hold beside for its selection exponent over a range: a fit over uniform cells counts the tails, where
     * nobody is, as much as the bulk.
     */
    default List<Hypothesis> hypothesesOfExponent(Interval range) {
        return Hypotheses.and(hypotheses(), Hypotheses.gentleFloor(floor(), range));
    }

    /** ln P(x) + constant; -infinity where the law leaves no probability. */
    double logDensity(double x);

    /**
     * What {@link #logDensity} may be wrong by, up to a constant and beside rounding: zero for a closed form, the error
     * of its quadrature elsewhere.
     */
    default double logError() {
        return 0.0;
    }

    /** The means of functions of x over a range, each with its numerical error. */
    default List<Measurement> means(Interval range, List<DoubleUnaryOperator> functions) {
        return LawMeans.of(this, range, functions);
    }

    /**
     * The law on uniform cells: the mean of P over each cell, normalised to one over {@code range}, with the numerical
     * error of each.
     */
    default Marginal on(Interval range, int cells) {
        return CellMeans.withErrors(this, range.from(), range.length() / cells, cells);
    }

    /** The selection exponent of the law: the slope of ln P on ln F over uniform cells with equal weights. */
    default double exponent(Interval range, int cells) {
        Marginal marginal = CellMeans.of(this, range.from(), range.length() / cells, cells);
        return SelectionExponent.unweighted(marginal.flatness(), marginal.density());
    }

    /** The selection exponent of the law on the cells of a measured marginal, with the weights of that marginal. */
    default double exponent(Marginal measured) {
        double width = (measured.x()[measured.size() - 1] - measured.x()[0]) / (measured.size() - 1);
        Marginal marginal = CellMeans.of(this, measured.x()[0] - 0.5 * width, width, measured.size());
        return SelectionExponent.weighted(marginal.flatness(), marginal.density(), measured.logWeights());
    }
}
