package org.thalweg.trajectory.watch;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.compute.Backend;
import org.thalweg.compute.BlockMath;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.trajectory.block.Block;

/** The ends of the domain, applied to a block after each step. Coordinates without walls cost nothing. */
public final class Walls {
    /**
     * Beyond this a coordinate has overflowed for all practical purposes: no model has lengths near it, and its square
     * is still a finite number.
     */
    static final double OVERFLOW = 1e100;

    private static final BlockMath MATH = Backend.current();

    private final List<Wall> walls;

    private record Wall(int coordinate, Interval interval) {
        boolean absorbs() {
            return interval.boundary() == Boundary.ABSORBING;
        }
    }

    private Walls(List<Wall> walls) {
        this.walls = walls;
    }

    public static Walls of(Domain domain) {
        List<Wall> walls = new ArrayList<>();
        for (int i = 0; i < domain.intervals().size(); i++) {
            if (domain.interval(i).boundary() != Boundary.OPEN) {
                walls.add(new Wall(i, domain.interval(i)));
            }
        }
        return new Walls(List.copyOf(walls));
    }

    /**
     * Wraps and mirrors. A coordinate that has overflowed becomes NaN, not some point of the domain.
     *
     * @param block modified: its coordinates
     * @return true where a particle has stepped over an absorbing end; it stays where it is
     */
    public boolean apply(Block block) {
        boolean absorbed = false;
        for (Wall wall : walls) {
            double[] coordinate = block.theta()[wall.coordinate];
            if (wall.absorbs()) {
                absorbed |= anyOutside(coordinate, block.count(), wall.interval);
            } else {
                fold(coordinate, block.count(), wall.interval);
            }
        }
        return absorbed;
    }

    /** True where the particle in a slot is beyond an absorbing end. */
    public boolean absorbed(Block block, int slot) {
        for (Wall wall : walls) {
            if (wall.absorbs() && outside(block.theta()[wall.coordinate][slot], wall.interval)) {
                return true;
            }
        }
        return false;
    }

    /** True where no coordinate of any particle has overflowed. */
    public static boolean allFinite(Block block) {
        boolean finite = true;
        for (double[] row : block.theta()) {
            for (int slot = 0; slot < block.count(); slot++) {
                finite &= Math.abs(row[slot]) <= OVERFLOW;
            }
        }
        return finite;
    }

    /** True where no coordinate of the particle in a slot has overflowed; NaN has. */
    public static boolean finite(Block block, int slot) {
        for (double[] row : block.theta()) {
            if (!(Math.abs(row[slot]) <= OVERFLOW)) {
                return false;
            }
        }
        return true;
    }

    private static void fold(double[] coordinate, int count, Interval interval) {
        double from = interval.from();
        double to = interval.to();
        if (MATH.allWithin(coordinate, from, to, count)) {
            return;
        }
        for (int slot = 0; slot < count; slot++) {
            double x = coordinate[slot];
            if (!(x >= from && x < to)) {
                coordinate[slot] = Math.abs(x) <= OVERFLOW ? interval.fold(x) : Double.NaN;
            }
        }
    }

    private static boolean anyOutside(double[] coordinate, int count, Interval interval) {
        if (MATH.allWithin(coordinate, interval.from(), interval.to(), count)) {
            return false;
        }
        boolean any = false;
        for (int slot = 0; slot < count; slot++) {
            any |= outside(coordinate[slot], interval);
        }
        return any;
    }

    private static boolean outside(double x, Interval interval) {
        return (x < interval.from() || x > interval.to()) && Math.abs(x) <= OVERFLOW;
    }
}
