package org.thalweg.model;

import java.util.Locale;
import java.util.Optional;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.DecayedLoss;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.network.Network;
import org.thalweg.refusal.Refusal;

/** The Ito diffusions that stand for stochastic gradient descent at a finite learning rate. */
public enum DiffusionApproximation {
    /**
     * d theta = -grad L dt + sqrt(eta) C^(1/2) dW, hence D = eta C / 2; weak error O(eta) (Li, Tai, E 2017, the
     * first-order stochastic modified equation). With momentum the same at the rate eta / (1 - beta), in the drift time
     * t / (1 - beta); with weight decay w the loss is L + (w/2) |theta|^2.
     */
    FIRST_ORDER {
        @Override
        ItoDiffusion diffusion(LossSurface loss, GradientNoise noise, double learningRate) {
            return new GradientDiffusion(loss, noise, learningRate);
        }
    },

    /**
     * d theta = -grad(L + (eta/4) |grad L|^2) dt + sqrt(eta) C^(1/2) dW; weak error O(eta^2) at fixed C (Li, Tai, E
     * 2017, the second-order stochastic modified equation). Wants a smooth loss, and plain SGD but for weight decay.
     */
    SECOND_ORDER {
        @Override
        ItoDiffusion diffusion(LossSurface loss, GradientNoise noise, double learningRate) {
            return new SecondOrderDiffusion(new GradientDiffusion(loss, noise, learningRate));
        }
    };

    abstract ItoDiffusion diffusion(LossSurface loss, GradientNoise noise, double learningRate);

    /** The name used in model files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The diffusion of SGD on a surface with a gradient noise, in learning time.
     *
     * @throws Refusal where none is known; names the remedy
     */
    public ItoDiffusion of(LossSurface surface, GradientNoise noise, Sgd sgd) {
        check(surface, noise, sgd);
        if (sgd.plain()) {
            return diffusion(surface, noise, sgd.learningRate());
        }
        LossSurface loss = sgd.weightDecay() == 0.0 ? surface : new DecayedLoss(surface, sgd.weightDecay());
        return new PacedDiffusion(diffusion(loss, noise, sgd.effectiveRate()), 1.0 / sgd.clock());
    }

    /** Refuses what has no diffusion of this order. */
    void check(LossSurface surface, GradientNoise noise, Sgd sgd) {
        if (!sgd.descends()) {
            throw refused("no diffusion is known for the optimiser " + sgd.rule().kind() + ": it is literal only; use"
                    + " `thalweg simulate --dynamics sgd --time T`, `thalweg sweep --witnesses sgd`, or `thalweg train`"
                    + " where the loss is a network");
        }
        Optional<String> undifferentiable = surface.task().flatMap(task -> task.train().withoutDerivatives());
        if (undifferentiable.isPresent() || !noise.hasCovariance()) {
            throw refused("a diffusion " + undifferentiable.orElse(Network.NO_SAMPLE_GRADIENTS));
        }
        if (!noise.independentInTime()) {
            throw refused("every sample is drawn once an epoch, so that the noise of iterations is not independent, and"
                    + " no diffusion is known for it; use `thalweg simulate --dynamics sgd --time T`, or "
                    + (surface.task().isPresent() ? "set noise.sampling=replacement" : "remove noise.reshuffle"));
        }
        if (!sgd.schedule().constant()) {
            throw refused("under a learning-rate schedule SGD has no stationary law and no autonomous diffusion;"
                    + " use `thalweg simulate --dynamics sgd --time T`");
        }
        if (!sgd.plain() && surface.timeDependent()) {
            throw refused("momentum or weight decay on a loss that changes with time is known to literal SGD only;"
                    + " use `thalweg simulate --dynamics sgd --time T`");
        }
        if (this == SECOND_ORDER && sgd.momentum() > 0.0) {
            throw refused("the diffusion of momentum is known at first order only; set sgd.diffusion=first-order");
        }
        if (this == SECOND_ORDER && !surface.landmarks().smooth()) {
            throw refused("the second-order diffusion differentiates the loss twice, and this one has a kink at x = "
                    + surface.landmarks().kinks().get(0) + "; set sgd.diffusion=first-order");
        }
    }

    private static Refusal refused(String reason) {
        return new Refusal(reason);
    }
}
