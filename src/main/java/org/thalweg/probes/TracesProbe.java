package org.thalweg.probes;

import java.util.List;
import org.thalweg.spectra.Traces;
import org.thalweg.spectra.WolkowiczStyan;

/** Traces of the Hessian and of its square, and the bounds of Wolkowicz and Styan for eigenvalues by them. */
final class TracesProbe implements PointProbe {
    @Override
    public String key() {
        return "traces";
    }

    @Override
    public List<String> quantities() {
        return List.of("hessian_trace", "hessian_square_trace", "ws_upper", "ws_lower_of_largest", "ws_lower",
                "ws_upper_of_smallest");
    }

    @Override
    public long products(ProbePlan plan) {
        return plan.dimension();
    }

    @Override
    public void measure(ProbePoint point, Readings readings) {
        Traces traces = Traces.of(point.hessian());
        readings.add("hessian_trace", traces.trace());
        readings.add("hessian_square_trace", traces.squareTrace());
        WolkowiczStyan bounds = traces.bounds();
        readings.add("ws_upper", bounds.upperOfLargest());
        readings.add("ws_lower_of_largest", bounds.lowerOfLargest());
        readings.add("ws_lower", bounds.lowerOfSmallest());
        readings.add("ws_upper_of_smallest", bounds.upperOfSmallest());
    }
}
