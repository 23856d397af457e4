package org.thalweg.fokkerplanck.line;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.thalweg.model.space.Boundary;

/** The line seen from the start outwards: z = side (x - start), on a ring wrapped, three times around. */
final class OutwardLine extends Line {
    private static final int TIMES = 3;

    private final Line line;
    private final double start;
    private final int side;

    OutwardLine(Line line, double start, int side) {
        super(line.interval());
        this.line = line;
        this.start = start;
        this.side = side;
    }

    private double x(double z) {
        double x = start + side * z;
        return interval().boundary() == Boundary.PERIODIC ? interval().fold(x) : x;
    }

    private double z(double x) {
        double z = side * (x - start);
        double length = interval().length();
        return interval().boundary() == Boundary.PERIODIC ? z - length * Math.floor(z / length) : z;
    }

    @Override
    double[] kinks() {
        if (interval().boundary() != Boundary.PERIODIC) {
            return Arrays.stream(line.kinks()).map(this::z).sorted().toArray();
        }
        // Where the ends meet there may be one, too.
        double[] once = DoubleStream.concat(Arrays.stream(line.kinks()), DoubleStream.of(interval().from()))
                .map(this::z).sorted().toArray();
        return IntStream.range(0, TIMES).boxed()
                .flatMapToDouble(turn -> Arrays.stream(once).map(z -> z + turn * interval().length())).toArray();
    }

    @Override
    public double drift(double z) {
        return side * line.drift(x(z));
    }

    @Override
    public double diffusion(double z) {
        return line.diffusion(x(z));
    }

    @Override
    public double squareAcross(double z) {
        return line.squareAcross(x(z));
    }

    @Override
    public double squareAcross(int direction, double z) {
        return line.squareAcross(direction, x(z));
    }
}
