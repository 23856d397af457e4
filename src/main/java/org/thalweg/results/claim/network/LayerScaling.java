package org.thalweg.results.claim.network;

import java.util.Arrays;
import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.model.Setting;
import org.thalweg.network.Architecture;
import org.thalweg.network.Network;
import org.thalweg.results.claim.trial.LearningClaim;
import org.thalweg.spectra.Rescaling;

/** How size is moved between the layers of a network: a factor of each parameter for a number alpha. */
@FunctionalInterface
interface LayerScaling {
    /** The numbers at which laws of rescaling are judged. */
    List<Double> ALPHAS = List.of(0.1, 1.0, 3.0);

    /** Every layer but the last times alpha, and the last one divided by all of them [DPBB17]. */
    LayerScaling DEEP = (architecture, alpha) -> {
        double[] factors = new double[architecture.layers().size()];
        Arrays.fill(factors, alpha);
        factors[factors.length - 1] = Math.pow(alpha, 1.0 - factors.length);
        return Rescaling.of(architecture, factors).factors();
    };

    /** The factors of all parameters. */
    double[] factors(Architecture architecture, double alpha);

    /** The parameters times their factors. */
    static double[] point(double[] theta, double[] factors) {
        double[] there = new double[theta.length];
        Arrays.setAll(there, i -> theta[i] * factors[i]);
        return there;
    }

    /** Whether a setting is that of a network between whose layers size can be moved. */
    static boolean movesIn(Setting setting) {
        return setting.surface().task().isPresent()
                && hypotheses(LearningClaim.network(setting)).stream().allMatch(Hypothesis::holds);
    }

    /** What networks must have for size to be moved between layers. */
    static List<Hypothesis> hypotheses(Network network) {
        Architecture architecture = network.architecture();
        int layers = architecture.layers().size();
        return List.of(
                new Hypothesis("at least two layers, between which size can be moved", layers > 1, layers + " found"),
                new Hypothesis("units are positively homogeneous, phi(a u) = a phi(u): relu or identity",
                        architecture.activation().positivelyHomogeneous(), architecture.activation().key()),
                LearningClaim.derivatives(network),
                new Hypothesis("no batch normalisation, which takes away the size of what it normalises",
                        !architecture.batchNorm(), architecture.batchNorm() ? "batch normalisation" : "none"));
    }

    /** Numbers beyond the reach of a double decide nothing, and of a zero no share is known. */
    static Hypothesis moving(double[] gradient) {
        double squares = 0.0;
        for (double g : gradient) {
            squares += g * g;
        }
        return new Hypothesis("a finite gradient that does not vanish", squares > 0.0 && Double.isFinite(squares),
                "norm " + Math.sqrt(squares));
    }
}
