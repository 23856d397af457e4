package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thalweg.model.loss.LearningTask;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.ByValue;
import org.thalweg.network.Architecture;
import org.thalweg.network.Propagation;
import org.thalweg.network.Weights;
import org.thalweg.refusal.Refusal;

/**
 * The loss of a network over a data set, as a function of all weights and biases. Coordinates are x, y1, y2, ... in the
 * order of the parameters (of two: x, y); their names by layer are those of {@link Architecture#names}.
 *
 * <p>It is written by hand, one particle after the other: samples go side by side.
 *
 * <ul>
 *   <li>The Hessian as a matrix is there up to {@link #MOST_FOR_MATRIX} parameters; products with it have no limit.
 *   <li>Where a rectified unit is exactly at its kink, derivatives are those of the side where it is off.
 * </ul>
 */
public final class NetworkSurface extends ByValue implements LossSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("network",
            "the mean loss of a fully connected network over the samples of a data set",
            NetworkReader.KEYS,
            "{kind: network, data: {set: digits, classes: [0, 1], inputs: [21, 43], per-class: 6},"
            + " layers: [2, 2], activation: tanh, biases: false, output: cross-entropy}",
            NetworkReader::read);

    /** A matrix of 3000 x 3000 doubles is 72 MB, and takes as many products with the Hessian. */
    static final int MOST_FOR_MATRIX = 3000;

    private final LearningTask task;
    private final int dimension;
    private final List<String> coordinates;
    /** Single points are asked for from any thread. */
    private final ThreadLocal<Propagation> worker;

    /** The surface of a task. */
    public NetworkSurface(LearningTask task) {
        this.task = task;
        this.dimension = task.train().parameters();
        this.coordinates = coordinates(dimension);
        this.worker = ThreadLocal.withInitial(task.train()::bind);
    }

    private static List<String> coordinates(int dimension) {
        List<String> names = new ArrayList<>(List.of("x"));
        for (int i = 1; i < dimension; i++) {
            names.add(dimension == 2 ? "y" : "y" + i);
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> coordinates() {
        return coordinates;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] theta) {
        return worker.get().loss(theta);
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        worker.get().lossAndGradient(theta, gradient);
    }

    /** {@inheritDoc} Column by column, then made symmetric to the last bit. */
    @Override
    public void hessian(double[] theta, double[][] hessian) {
        if (dimension > MOST_FOR_MATRIX) {
            throw new Refusal("the Hessian of " + dimension + " parameters is no matrix that memory should hold"
                    + " (at most "
                    + MOST_FOR_MATRIX + " parameters); use `thalweg probe`, which multiplies by it");
        }
        Propagation propagation = worker.get();
        double[] unit = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            unit[i] = 1.0;
            propagation.hessianTimes(theta, unit, hessian[i]);
            unit[i] = 0.0;
        }
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (hessian[i][j] + hessian[j][i]);
                hessian[i][j] = mean;
                hessian[j][i] = mean;
            }
        }
    }

    @Override
    public Optional<LearningTask> task() {
        return Optional.of(task);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {task};
    }

    /** The layers and the data. */
    @Override
    public String toString() {
        Architecture a = task.train().architecture();
        return "network " + a.widths().stream().map(String::valueOf).collect(Collectors.joining("-")) + ", "
                + a.activation().key() + ", " + (a.biases() ? "with" : "without") + " biases, "
                + (a.weights() == Weights.ONE_BIT ? "one-bit weights, " : "")
                + (a.batchNorm() ? "batch normalisation, " : "") + a.output().key()
                + ", on " + task.data();
    }
}
