package org.thalweg.probes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.thalweg.measure.Measurement;
import org.thalweg.network.Layer;
import org.thalweg.network.ParameterGroup;
import org.thalweg.network.Propagation;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.FisherRao;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.Participation;
import org.thalweg.spectra.RelativeFlatness;
import org.thalweg.spectra.Restriction;
import org.thalweg.spectra.SamSharpness;
import org.thalweg.spectra.SampledTraces;
import org.thalweg.spectra.Spectrum;
import org.thalweg.spectra.SymmetricOperator;
import org.thalweg.spectra.Traces;

/** Measures at points, one after the other. Bound to one thread. */
public final class ProbeWorker {
    /** Up to here all eigenvalues are computed, in a second; beyond, Lanczos' method finds those that are asked for. */
    private static final int WHOLE = 400;

    /** Flatness is by the product of so many eigenvalues (the published measure). */
    private static final int FLATNESS = 10;

    /** Radius of the step of sharpness-aware minimisation, as published (docs/references.md, FKMN21). */
    private static final double RADIUS = 0.05;

    /** What is taken out of traces before the rest is sampled: directions near enough to the leading eigenvectors. */
    private static final Lanczos LEADING = new Lanczos(FLATNESS, 0, 1e-3, 60);

    /** Vectors of signs by which the rest is sampled. */
    private static final int VECTORS = 32;

    private final ProbePlan plan;
    private final Propagation propagation;
    private final String layer;

    /** A worker. */
    public ProbeWorker(ProbePlan plan) {
        this.plan = plan;
        this.propagation = plan.network().bind();
        this.layer = plan.group().map(ParameterGroup::name).orElse("");
    }

    /**
     * The readings at a point, in the order of the probes.
     *
     * @param theta not modified
     * @param seed of the vector that Lanczos' method begins with
     */
    public List<Reading> at(double[] theta, Seed seed) {
        double[] gradient = new double[theta.length];
        double loss = propagation.lossAndGradient(theta, gradient);
        if (!Double.isFinite(loss)) {
            throw new Refusal("the loss is " + loss + " where it is to be probed; start or train where it is finite");
        }
        SymmetricOperator whole = NetworkMatrix.HESSIAN.at(propagation, theta);
        SymmetricOperator hessian = plan.group().<SymmetricOperator>map(g -> Restriction.to(g, whole)).orElse(whole);
        List<Reading> readings = new ArrayList<>();
        for (Probe probe : plan.probes()) {
            switch (probe) {
                case LOSS -> {
                    readings.add(Reading.exact(layer, probe, "loss", loss));
                    readings.add(Reading.exact(layer, probe, "gradient_norm", norm(gradient)));
                }
                case SPECTRUM -> spectrum(readings, hessian, seed);
                case TRACES -> traces(readings, hessian, seed);
                case FISHER_RAO -> readings.add(Reading.exact("", probe, "fisher_rao",
                        FisherRao.squaredNorm(propagation, theta)));
                case RELATIVE_FLATNESS -> {
                    for (Layer each : plan.layers()) {
                        readings.add(Reading.exact("W" + each.number(), probe, "relative_flatness",
                                RelativeFlatness.of(each, whole, theta)));
                    }
                }
                case SAM -> readings.add(Reading.exact("", probe, "sam_sharpness",
                        SamSharpness.oneStep(propagation, theta, RADIUS)));
                default -> throw new IllegalStateException(probe.key());
            }
        }
        return readings;
    }

    private double norm(double[] gradient) {
        int from = plan.group().map(ParameterGroup::from).orElse(0);
        int end = plan.group().map(ParameterGroup::end).orElse(gradient.length);
        return Math.sqrt(IntStream.range(from, end).mapToDouble(i -> gradient[i] * gradient[i]).sum());
    }

    private void spectrum(List<Reading> readings, SymmetricOperator hessian, Seed seed) {
        int n = hessian.dimension();
        int wanted = Math.max(plan.top(), Math.min(FLATNESS, n));
        double[] values;
        double[][] vectors;
        double[] errors;
        if (n <= WHOLE || wanted >= n) {
            Spectrum all = Spectrum.of(DenseMatrix.of(hessian));
            values = all.values();
            vectors = all.vectors();
            errors = new double[n];
        } else {
            Lanczos.Pairs pairs = new Lanczos(wanted, 1).of(hessian, seed);
            values = pairs.values();
            vectors = pairs.vectors();
            errors = pairs.residuals();
        }
        int lowest = values.length - 1;
        for (int k = 0; k < plan.top(); k++) {
            readings.add(new Reading(layer, Probe.SPECTRUM, "eigenvalue", k + 1, values[k], errors[k]));
        }
        readings.add(new Reading(layer, Probe.SPECTRUM, "lowest_eigenvalue", 0, values[lowest], errors[lowest]));
        for (int k = 0; k < plan.top(); k++) {
            readings.add(new Reading(layer, Probe.SPECTRUM, "inverse_participation_ratio", k + 1,
                    Participation.inverseRatio(vectors[k]), 0.0));
        }
        if (n >= FLATNESS && values[FLATNESS - 1] > 0.0) {
            double logarithms = IntStream.range(0, FLATNESS).mapToDouble(k -> Math.log(values[k])).sum();
            readings.add(Reading.exact(layer, Probe.SPECTRUM, "flatness_top10", Math.exp(-logarithms / FLATNESS)));
        }
    }

    private void traces(List<Reading> readings, SymmetricOperator hessian, Seed seed) {
        Map<String, ToDoubleFunction<Traces>> quantities = new LinkedHashMap<>();
        quantities.put("hessian_trace", Traces::trace);
        quantities.put("hessian_square_trace", Traces::squareTrace);
        quantities.put("ws_upper", t -> t.bounds().upperOfLargest());
        quantities.put("ws_lower_of_largest", t -> t.bounds().lowerOfLargest());
        quantities.put("ws_lower", t -> t.bounds().lowerOfSmallest());
        quantities.put("ws_upper_of_smallest", t -> t.bounds().upperOfSmallest());
        Function<ToDoubleFunction<Traces>, Measurement> measured;
        if (plan.samplesTraces()) {
            double[][] leading = LEADING.of(hessian, seed).vectors();
            measured = SampledTraces.of(hessian, leading, VECTORS, seed)::of;
        } else {
            Traces traces = Traces.of(hessian);
            measured = quantity -> Measurement.exact(quantity.applyAsDouble(traces));
        }
        quantities.forEach((name, quantity) -> {
            Measurement found = measured.apply(quantity);
            readings.add(new Reading(layer, Probe.TRACES, name, 0, found.value(), found.standardError()));
        });
    }
}
