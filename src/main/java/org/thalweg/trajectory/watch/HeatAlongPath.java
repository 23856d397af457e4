package org.thalweg.trajectory.watch;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.thalweg.model.DiffusionKernel;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.Setting;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.paths.PathTally;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

/**
 * Entropy production from paths: int b . D^-1 o dx over the time, Stratonovich, by the mean force of either end of each
 * step, where D is constant (docs/theory/entropy-production.md). Its mean is int J D^-1 J / P in the stationary state,
 * up to a bias of the first order in the step. The second half of a run counts.
 */
public final class HeatAlongPath implements PathQuantity {
    private final ItoDiffusion diffusion;
    /** The length of a ring, 0 elsewhere. */
    private final double[] around;
    private final double[][] inverse;

    private HeatAlongPath(ItoDiffusion diffusion, double[] around, double[][] inverse) {
        this.diffusion = diffusion;
        this.around = around;
        this.inverse = inverse;
    }

    /**
     * The heat along the paths of a setting's diffusion.
     *
     * @throws Refusal where its noise depends on the place
     */
    public static HeatAlongPath of(Setting setting) {
        ItoDiffusion diffusion = setting.diffusion();
        if (diffusion.noiseStructure() != NoiseStructure.ADDITIVE) {
            throw new Refusal("the noise of '" + setting.name() + "' depends on the place, and entropy production from"
                    + " paths is for constant noise; ask `density`");
        }
        double[][] tensor = new double[diffusion.dimension()][diffusion.dimension()];
        diffusion.diffusionTensor(setting.start(), tensor);
        double[] around = new double[tensor.length];
        Arrays.setAll(around, i -> {
            Interval interval = setting.domain().interval(i);
            return interval.boundary() == Boundary.PERIODIC ? interval.length() : 0.0;
        });
        RealMatrix inverse = MatrixUtils.inverse(MatrixUtils.createRealMatrix(tensor));
        return new HeatAlongPath(diffusion, around, inverse.getData());
    }

    @Override
    public Quantity quantity() {
        return Quantity.ENTROPY_PRODUCTION;
    }

    @Override
    public double leftOut() {
        return 0.5;
    }

    @Override
    public PathTally bind(int capacity) {
        return new Tally(capacity);
    }

    /** Where each particle was, the force there, and its heat. */
    private final class Tally implements PathTally {
        private final DiffusionKernel kernel;
        private final double[][] drift;
        private final double[][] place;
        private final double[][] force;
        private final double[] heat;
        private double first;
        private double last;

        Tally(int capacity) {
            int dimension = inverse.length;
            this.kernel = diffusion.bind(capacity);
            this.drift = new double[dimension][capacity];
            this.place = new double[dimension][capacity];
            this.force = new double[dimension][capacity];
            this.heat = new double[capacity];
        }

        @Override
        public void reset(int particles) {
            Arrays.fill(heat, 0.0);
            first = Double.NaN;
        }

        @Override
        public void add(double time, double[][] theta, int[] particle, int count) {
            boolean begins = Double.isNaN(first);
            first = begins ? time : first;
            last = time;
            kernel.drift(theta, count, drift);
            for (int i = 0; i < inverse.length; i++) {
                for (int slot = 0; slot < count; slot++) {
                    int p = particle[slot];
                    double now = 0.0;
                    for (int j = 0; j < inverse.length; j++) {
                        now += inverse[i][j] * drift[j][slot];
                    }
                    if (!begins) {
                        double moved = theta[i][slot] - place[i][p];
                        if (around[i] > 0.0) {
                            moved -= around[i] * Math.rint(moved / around[i]);
                        }
                        heat[p] += 0.5 * (force[i][p] + now) * moved;
                    }
                    force[i][p] = now;
                    place[i][p] = theta[i][slot];
                }
            }
        }

        @Override
        public double value(int particle) {
            return heat[particle] / (last - first);
        }
    }
}
