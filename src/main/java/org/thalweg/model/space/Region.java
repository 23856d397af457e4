package org.thalweg.model.space;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.refusal.Refusal;

/**
 * A part of the plane in which a particle may end or begin: a half plane, a strip, or a disc. Each knows how deep
 * inside a point lies.
 */
public sealed interface Region {
    /** The distance to the boundary: positive inside, negative outside. */
    double depth(double x, double y);

    /** The point of the region that is nearest to a point outside. */
    double[] nearest(double x, double y);

    /**
     * What is left of a vector along the boundary at the nearest point.
     *
     * @param vector modified
     */
    void alongBoundary(double x, double y, double[] vector);

    /**
     * All points with a coordinate of at least, or at most, a number.
     *
     * @param coordinate 0 or 1
     */
    record HalfPlane(int coordinate, boolean above, double bound) implements Region {
        @Override
        public double depth(double x, double y) {
            double at = coordinate == 0 ? x : y;
            return above ? at - bound : bound - at;
        }

        @Override
        public double[] nearest(double x, double y) {
            return coordinate == 0 ? new double[] {bound, y} : new double[] {x, bound};
        }

        @Override
        public void alongBoundary(double x, double y, double[] vector) {
            vector[coordinate] = 0.0;
        }

        @Override
        public String toString() {
            return name(coordinate) + (above ? ">=" : "<=") + bound;
        }
    }

    /**
     * All points with a coordinate between two numbers.
     *
     * @param coordinate 0 or 1
     */
    record Strip(int coordinate, double from, double to) implements Region {
        /** Refuses strips without a width. */
        public Strip {
            if (!(from < to)) {
                throw new Refusal("a strip from " + from + " to " + to + " holds nothing; give the lower end first");
            }
        }

        @Override
        public double depth(double x, double y) {
            double at = coordinate == 0 ? x : y;
            return Math.min(at - from, to - at);
        }

        @Override
        public double[] nearest(double x, double y) {
            double at = coordinate == 0 ? x : y;
            double edge = Math.abs(at - from) < Math.abs(at - to) ? from : to;
            return coordinate == 0 ? new double[] {edge, y} : new double[] {x, edge};
        }

        @Override
        public void alongBoundary(double x, double y, double[] vector) {
            vector[coordinate] = 0.0;
        }

        @Override
        public String toString() {
            return from + "<=" + name(coordinate) + "<=" + to;
        }
    }

    /** All points within a distance of one. */
    record Disc(double x, double y, double radius) implements Region {
        /** Refuses discs without a radius. */
        public Disc {
            if (!(radius > 0.0)) {
                throw new Refusal("a disc of radius " + radius + " holds nothing; give a positive radius");
            }
        }

        @Override
        public double depth(double atX, double atY) {
            return radius - Math.hypot(atX - x, atY - y);
        }

        @Override
        public double[] nearest(double atX, double atY) {
            double distance = Math.hypot(atX - x, atY - y);
            return distance == 0.0 ? new double[] {x + radius, y}
                    : new double[] {x + radius * (atX - x) / distance, y + radius * (atY - y) / distance};
        }

        @Override
        public void alongBoundary(double atX, double atY, double[] vector) {
            double distance = Math.hypot(atX - x, atY - y);
            double outX = (atX - x) / distance;
            double outY = (atY - y) / distance;
            double outwards = outX * vector[0] + outY * vector[1];
            vector[0] -= outwards * outX;
            vector[1] -= outwards * outY;
        }

        @Override
        public String toString() {
            return "disc:" + x + "," + y + "," + radius;
        }
    }

    private static String name(int coordinate) {
        return coordinate == 0 ? "x" : "y";
    }

    /**
     * The region of a text: {@code x>=2}, {@code y<=-1}, {@code 0<=x<=1}, {@code disc:X,Y,R}.
     *
     * @throws Refusal where it is none of these
     */
    static Region parse(String text) {
        String number = "([-+0-9.eE]+)";
        String plain = text.replace(" ", "").toLowerCase(Locale.ROOT);
        Matcher half = Pattern.compile("([xy])([<>])=" + number).matcher(plain);
        Matcher strip = Pattern.compile(number + "<=([xy])<=" + number).matcher(plain);
        Matcher disc = Pattern.compile("disc:" + number + "," + number + "," + number).matcher(plain);
        try {
            if (half.matches()) {
                return new HalfPlane(half.group(1).equals("x") ? 0 : 1, half.group(2).equals(">"),
                        Double.parseDouble(half.group(3)));
            }
            if (strip.matches()) {
                return new Strip(strip.group(2).equals("x") ? 0 : 1, Double.parseDouble(strip.group(1)),
                        Double.parseDouble(strip.group(3)));
            }
            if (disc.matches()) {
                return new Disc(Double.parseDouble(disc.group(1)), Double.parseDouble(disc.group(2)),
                        Double.parseDouble(disc.group(3)));
            }
        } catch (NumberFormatException notANumber) {
            throw new Refusal("'" + text + "' is no region: " + notANumber.getMessage() + "; give x>=2, y<=-1, 0<=x<=1"
                    + " or disc:X,Y,R");
        }
        throw new Refusal("'" + text + "' is no region; give x>=2, y<=-1, 0<=x<=1 or disc:X,Y,R");
    }
}
