package org.thalweg.model.noise.batch;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKernel;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * Mini-batches from a finite data set: sample i sees the valley moved by (dx_i, dy_i) and (1 + zeta_i) times as high,
 * and the noise is the mean gradient of a batch less the mean gradient of the whole data set
 * (docs/theory/mini-batch.md).
 *
 * <p>The loss that all samples have in common makes the mean what the model file says: L is the valley as written, for
 * every witness. The covariance is that of the data set at hand, not of the law it was drawn from.
 *
 * <p>Nothing of it is an expression: it is made of sums over the data set, which would be code as long as the data.
 *
 * <ul>
 *   <li>A batch of all samples without replacement has no noise but rounding.
 *   <li>Samples of successive batches are dependent under random reshuffling: {@link #independentInTime()}.
 *   <li>Where the flatness has kinks the covariance is summed over the data set each time: right, and slow.
 * </ul>
 */
public final class MiniBatchNoise extends BatchNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("mini-batch",
            "mini-batches from a finite data set, whose samples see the valley shifted and scaled",
            List.of(Key.required("samples", Key.Type.NUMBER, "N, the size of the data set"),
                    Key.required("batch", Key.Type.NUMBER, "B, from 1; at most N without replacement"),
                    Key.optional("replacement", Key.Type.TEXT, "true or false: whether a batch may hold a sample twice;"
                            + " false if left out"),
                    Key.optional("reshuffle", Key.Type.TEXT, "true: every sample once an epoch; false if left out"),
                    Key.optional("data-seed", Key.Type.NUMBER, "whole number that determines the data; 0 if left out"),
                    Key.optional("curvature", Key.Type.NUMBER, "standard deviation of zeta; 0 if left out"),
                    Key.mapping("shift", "standard deviations of the shifts",
                            Key.optional("x", Key.Type.NUMBER, "of dx; 0 if left out"),
                            Key.optional("y", Key.Type.NUMBER, "of dy; 0 if left out"))),
            "{kind: mini-batch, samples: 256, batch: 8, replacement: false, shift: {x: 0.1, y: 0.3}, curvature: 0.2}",
            MiniBatchReader::read);

    /** Panels of the table over a domain, before any is halved. */
    private static final int PANELS = 256;

    private final ValleyShape shape;
    private final DataSet data;
    private final LandscapeTable table;
    private final double amplification;

    private MiniBatchNoise(ValleyShape shape, DataSet data, LandscapeTable table, BatchSampling sampling, int batch,
            double amplification) {
        super(sampling, data.size(), batch);
        this.shape = shape;
        this.data = data;
        this.table = table;
        this.amplification = amplification;
    }

    /**
     * Noise on a valley with one sharp direction.
     *
     * @param along where x lives
     * @param batch at least 1, and at most the size of the data set unless drawn with replacement
     */
    static MiniBatchNoise of(
            ValleyShape shape, Interval along, DataSet data, BatchSampling sampling, int batch) {
        Interval window = along.window();
        LandscapeTable table = new LandscapeTable(shape, data, window.from(), window.length() / PANELS);
        return new MiniBatchNoise(shape, data, table, sampling, batch, 1.0);
    }

    double amplification() {
        return amplification;
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public void covariance(double[] theta, double[][] covariance) {
        double[] c = covarianceAt(theta);
        covariance[0][0] = c[0];
        covariance[0][1] = c[1];
        covariance[1][0] = c[1];
        covariance[1][1] = c[2];
    }

    @Override
    public double variance(int i, double[] theta) {
        return covarianceAt(theta)[2 * i];
    }

    private double[] covarianceAt(double[] theta) {
        double[] sums = new double[LandscapeTable.ROWS];
        table.reader().read(theta[0], LandscapeTable.ROWS, sums);
        double[] c = new double[3];
        covariance(sums, theta[1], c);
        return c;
    }

    /**
     * C_xx, C_xy and C_yy from the sums at a place: of g_x = q_0 y^2 - 2 q_1 y + q_2 and g_y = p_0 y - p_1.
     *
     * @param sums not modified
     * @param c modified
     */
    void covariance(double[] sums, double y, double[] c) {
        double[] alongX = {0.0, 0.0, y * y, -2.0 * y, 1.0};
        double[] alongY = {y, -1.0, 0.0, 0.0, 0.0};
        double factor = amplification * factor();
        // Variances vanish where all samples agree; rounding must not carry them below.
        c[0] = factor * Math.max(0.0, form(sums, alongX, alongX));
        c[1] = factor * form(sums, alongX, alongY);
        c[2] = factor * Math.max(0.0, form(sums, alongY, alongY));
    }

    private static double form(double[] sums, double[] left, double[] right) {
        double total = 0.0;
        for (int a = 0; a < left.length; a++) {
            for (int b = 0; left[a] != 0.0 && b < right.length; b++) {
                total += left[a] * right[b] * sums[LandscapeSums.covariance(a, b)];
            }
        }
        return total;
    }

    /** shift_y^2 times that of a mean of a batch, s in C_yy = s lambda^2; empty where nothing is shifted across. */
    @Override
    public OptionalDouble batchVariance() {
        double strength = amplification * factor()
                * data.spread().across() * data.spread().across();
        return strength > 0.0 ? OptionalDouble.of(strength) : OptionalDouble.empty();
    }

    /** The same batches, with every deviation from the mean larger or smaller. */
    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        return times(batchVariance / batchVariance().orElseThrow(() -> new Refusal(
                "this noise has no batch variance, as nothing is shifted across; vary one of its parameters instead")));
    }

    @Override
    public MiniBatchNoise times(double factor) {
        return new MiniBatchNoise(shape, data, table, sampling(), batch(), amplification * factor);
    }

    /** Batches of another size from the same data. */
    @Override
    public MiniBatchNoise withBatchSize(int size) {
        return new MiniBatchNoise(shape, data, table, sampling(), size, amplification);
    }

    @Override
    public NoiseKernel bind(int capacity) {
        return new MiniBatchKernel(this, shape, data, table, capacity);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {data, table, sampling(), batch(), amplification};
    }

    /** Sizes, spreads and the way of drawing. */
    @Override
    public String toString() {
        DataSet.Spread spread = data.spread();
        return "mini-batches of " + batch() + " from " + data.size() + " samples, "
                + sampling().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", shifted by " + spread.along()
                + " along and " + spread.across() + " across the valley, curvatures spread by " + spread.curvature();
    }
}
