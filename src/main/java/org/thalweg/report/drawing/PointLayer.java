package org.thalweg.report.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;

/**
 * Data points with error bars.
 *
 * @param x not modified
 * @param y as many; not modified
 * @param yError half length of the bars: one standard error; NaN or 0 for none. As many; not modified
 */
public record PointLayer(String name, Ink ink, Marker marker, double[] x, double[] y, double[] yError)
        implements Layer {
    /** Refuses arrays of different lengths. */
    public PointLayer {
        if (x.length != y.length || x.length != yError.length) {
            throw new IllegalArgumentException("points '" + name + "': " + x.length + " x, " + y.length + " y, "
                    + yError.length + " errors; must be equally many");
        }
    }

    /** Points in the style of a witness. */
    public static PointLayer of(Witness witness, String name, double[] x, double[] y, double[] yError) {
        return new PointLayer(name, Ink.of(witness), Marker.of(witness), x, y, yError);
    }

    /** What was measured of each of some things, with its error. */
    public static <T> PointLayer of(String name, Ink ink, Marker marker, List<T> things, ToDoubleFunction<T> x,
            Function<T, Measurement> y) {
        List<Measurement> measured = things.stream().map(y).toList();
        return new PointLayer(name, ink, marker, things.stream().mapToDouble(x).toArray(),
                measured.stream().mapToDouble(Measurement::value).toArray(),
                measured.stream().mapToDouble(Measurement::standardError).toArray());
    }

    /** Points without error bars. */
    public static PointLayer exact(String name, Ink ink, Marker marker, double[] x, double[] y) {
        double[] none = new double[x.length];
        Arrays.fill(none, Double.NaN);
        return new PointLayer(name, ink, marker, x, y, none);
    }

    @Override
    public void accept(Cases cases) {
        cases.points(this);
    }
}
