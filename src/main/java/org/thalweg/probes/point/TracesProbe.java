package org.thalweg.probes.point;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Measurement;
import org.thalweg.probes.face.PointProbe;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.ProbePoint;
import org.thalweg.probes.face.Readings;
import org.thalweg.spectra.SampledTraces;
import org.thalweg.spectra.Traces;

/**
 * Traces of the Hessian and of its square, and the bounds of Wolkowicz and Styan for eigenvalues by them: exactly where
 * that takes some half a minute at most, and estimated with standard errors elsewhere, the leading eigenvectors taken
 * out.
 */
public final class TracesProbe extends PointProbe {
    /** How many eigenvectors are taken out: as many as most spectra of classes have outliers. */
    private static final int LEADING = 10;

    /** Vectors of signs by which the rest is sampled. */
    private static final int VECTORS = 32;

    /** Of a whole network exactly up to 3000 parameters over 2000 samples; of layers, which sweeps ask for, less. */
    private static final double OF_THE_WHOLE = 1.8e10;

    public TracesProbe() {
        super("traces", "hessian_trace", "hessian_square_trace", "ws_upper", "ws_lower_of_largest", "ws_lower",
                "ws_upper_of_smallest");
    }

    @Override
    public long products(ProbePlan plan) {
        return sampled(plan) ? VECTORS + LEADING : plan.dimension();
    }

    private static boolean sampled(ProbePlan plan) {
        return (double) plan.dimension() * plan.network().samples().count() * plan.network().parameters()
                > (plan.group().isEmpty() ? OF_THE_WHOLE : ProbePlan.CHEAP);
    }

    @Override
    public Optional<String> remark(ProbePlan plan) {
        return sampled(plan) ? Optional.of("traces and the bounds by them are estimates from random vectors, with"
                + " standard errors: exact ones would take " + plan.dimension() + " products with the Hessian at each"
                + " point") : Optional.empty();
    }

    @Override
    public boolean needsDerivatives() {
        return true;
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        Function<ToDoubleFunction<Traces>, Measurement> measured;
        if (sampled(point.plan())) {
            double[][] leading = point.topPairs(Math.min(LEADING, point.plan().dimension())).vectors();
            measured = SampledTraces.of(point.hessian(), leading, VECTORS, point.seed())::of;
        } else {
            Traces traces = Traces.of(point.hessian());
            measured = quantity -> Measurement.exact(quantity.applyAsDouble(traces));
        }
        List<ToDoubleFunction<Traces>> found = List.of(Traces::trace, Traces::squareTrace,
                t -> t.bounds().upperOfLargest(), t -> t.bounds().lowerOfLargest(), t -> t.bounds().lowerOfSmallest(),
                t -> t.bounds().upperOfSmallest());
        for (int k = 0; k < found.size(); k++) {
            Measurement value = measured.apply(found.get(k));
            readings.add(quantities().get(k), 0, value.value(), value.standardError());
        }
    }
}
