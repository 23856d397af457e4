package org.thalweg.spectra;

import java.util.Optional;
import org.thalweg.network.Propagation;

/**
 * The matrices that a network has at a point of its parameters, all means over its samples; g is a sample's gradient,
 * J the derivative of its outputs by the parameters, S the second derivative of its loss by the outputs.
 */
public enum NetworkMatrix {
    /** H, the second derivative of the loss. */
    HESSIAN {
        @Override
        void apply(Propagation network, double[] theta, double[] v, double[] product) {
            network.hessianTimes(theta, v, product);
        }

        /** What products have in common is computed with the first: whoever asks for a matrix asks for many. */
        @Override
        SymmetricOperator bound(Propagation network, double[] theta) {
            return new SymmetricOperator() {
                private boolean begun;
                private Optional<Propagation.Linearised> point = Optional.empty();

                @Override
                public int dimension() {
                    return theta.length;
                }

                @Override
                public void apply(double[] v, double[] product) {
                    if (!begun) {
                        point = network.linearised(theta);
                        begun = true;
                    }
                    point.ifPresentOrElse(at -> network.hessianTimes(at, v, product),
                            () -> network.hessianTimes(theta, v, product));
                }
            };
        }
    },
    /** E J^T S J: what is left of H where the outputs are linear in the parameters. */
    GAUSS_NEWTON {
        @Override
        void apply(Propagation network, double[] theta, double[] v, double[] product) {
            network.gaussNewtonTimes(theta, v, product);
        }
    },
    /** M = E g g^T, from M v = E g (g.v). */
    SECOND_MOMENT {
        @Override
        void apply(Propagation network, double[] theta, double[] v, double[] product) {
            double[] products = new double[network.network().samples().count()];
            network.sampleProducts(theta, v, products);
            network.weightedGradient(theta, products, product);
        }
    },
    /**
     * C, the covariance of g: that of the gradient noise of a batch of one. C v = E g (g.v - E g.v), where no large
     * numbers cancel.
     */
    NOISE_COVARIANCE {
        @Override
        void apply(Propagation network, double[] theta, double[] v, double[] product) {
            double[] products = new double[network.network().samples().count()];
            network.sampleProducts(theta, v, products);
            double mean = 0.0;
            for (double value : products) {
                mean += value;
            }
            mean /= products.length;
            for (int n = 0; n < products.length; n++) {
                products[n] -= mean;
            }
            network.weightedGradient(theta, products, product);
        }
    },
    /** H_p = E (Hess p) / p with p the likelihood of a sample: H = M - H_p [LGZCB20]. */
    PROBABILITY_CURVATURE {
        @Override
        void apply(Propagation network, double[] theta, double[] v, double[] product) {
            network.probabilityCurvatureTimes(theta, v, product);
        }
    };

    abstract void apply(Propagation network, double[] theta, double[] v, double[] product);

    /**
     * The matrix at a point.
     *
     * @param network a worker, which the operator uses
     * @param theta copied
     */
    public SymmetricOperator at(Propagation network, double[] theta) {
        return bound(network, theta.clone());
    }

    /** At a point that nobody else modifies. */
    SymmetricOperator bound(Propagation network, double[] theta) {
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return theta.length;
            }

            @Override
            public void apply(double[] v, double[] product) {
                NetworkMatrix.this.apply(network, theta, v, product);
            }
        };
    }
}
