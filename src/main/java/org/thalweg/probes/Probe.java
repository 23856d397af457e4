package org.thalweg.probes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thalweg.refusal.Refusal;

/** What can be measured at a point, and the quantities that come of it. */
public enum Probe {
    /** The mean loss over the samples to train on, and the norm of its gradient. */
    LOSS("loss", "gradient_norm"),
    /** The largest eigenvalues of the Hessian, the lowest one, and on how many parameters eigenvectors rest. */
    SPECTRUM("eigenvalue", "lowest_eigenvalue", "inverse_participation_ratio", "flatness_top10"),
    /** Traces of the Hessian and of its square, and the bounds of Wolkowicz and Styan for eigenvalues by them. */
    TRACES("hessian_trace", "hessian_square_trace", "ws_upper", "ws_lower_of_largest", "ws_lower",
            "ws_upper_of_smallest"),
    /** The squared Fisher-Rao norm of the parameters. */
    FISHER_RAO("fisher_rao"),
    /** Relative flatness of each layer. */
    RELATIVE_FLATNESS("relative_flatness"),
    /** The rise of the loss by one step of sharpness-aware minimisation. */
    SAM("sam_sharpness");

    private final List<String> quantities;

    Probe(String... quantities) {
        this.quantities = List.of(quantities);
    }

    /** The name on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it gives, as in the column {@code quantity}. */
    public List<String> quantities() {
        return quantities;
    }

    /** True for one that is about all parameters, whatever layer is asked for. */
    boolean ofTheWhole() {
        return this == FISHER_RAO || this == SAM;
    }

    /** The probe of a name, or of the name of one of its quantities. */
    public static Probe of(String name) {
        Optional<Probe> probe = Arrays.stream(values())
                .filter(p -> p.key().equals(name) || p.quantities.contains(name)).findFirst();
        return probe.orElseThrow(() -> new Refusal("unknown probe '" + name + "'; give some of "
                + Arrays.stream(values()).map(Probe::key).collect(Collectors.joining(","))));
    }
}
