package org.thalweg.fokkerplanck.line;

import org.thalweg.model.space.Boundary;

/** The line seen from the start outwards: z = side (x - start), on a ring wrapped. */
final class OutwardLine extends Line {
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
