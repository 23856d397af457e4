package org.thalweg.model;

/** The Ito diffusions that stand for stochastic gradient descent at a finite learning rate. */
public enum DiffusionApproximation {
    /**
     * d theta = -grad L dt + sqrt(eta) C^(1/2) dW, hence D = eta C / 2; weak error O(eta) (Li, Tai, E 2017, the
     * first-order stochastic modified equation).
     */
    FIRST_ORDER;

    /**
     * The diffusion of plain SGD with the given learning rate on a surface with a gradient noise.
     *
     * @throws UnsupportedOperationException with momentum, weight decay or a schedule
     */
    public ItoDiffusion of(LossSurface surface, GradientNoise noise, Sgd sgd) {
        if (!sgd.plain()) {
            throw new UnsupportedOperationException("no diffusion is kept for momentum, weight decay or a schedule;"
                    + " use literal SGD");
        }
        return new GradientDiffusion(surface, noise, sgd.learningRate());
    }
}
