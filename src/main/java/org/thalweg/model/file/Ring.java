package org.thalweg.model.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;

/** Compares functions at the two ends of a periodic interval, which are one point. */
final class Ring {
    /** Allowed gap relative to the size of the function: the rounding of an end such as pi, through a steep formula. */
    private static final double ROUNDING = 1e-9;

    /** Places at which the other coordinates are held. */
    private static final int PLACES = 5;

    private Ring() {}

    /** What differs between the ends; empty where the function closes. */
    static Optional<String> gap(String name, DoubleUnaryOperator f, Interval interval) {
        double first = f.applyAsDouble(interval.from());
        double last = f.applyAsDouble(interval.to());
        double size = Math.max(Math.abs(first), Math.abs(last));
        for (int i = 1; i < 64; i++) {
            size = Math.max(size, Math.abs(f.applyAsDouble(interval.from() + interval.length() * i / 64)));
        }
        return Math.abs(first - last) <= ROUNDING * Math.max(size, ROUNDING) ? Optional.empty()
                : Optional.of(name + " is " + DomainChecks.number(first) + " at one end of the ring and "
                        + DomainChecks.number(last) + " at the other");
    }

    /** True where loss and gradient are the same at both ends of a coordinate. */
    static boolean closes(LossSurface surface, Domain domain, int coordinate) {
        return closes(point -> {
            double[] gradient = new double[surface.dimension()];
            surface.gradient(point, gradient);
            double[] all = Arrays.copyOf(gradient, gradient.length + 1);
            all[gradient.length] = surface.value(point);
            return all;
        }, domain, coordinate);
    }

    /** True where the covariance is the same at both ends of a coordinate. */
    static boolean closes(GradientNoise noise, Domain domain, int coordinate) {
        return closes(point -> {
            double[][] covariance = new double[noise.dimension()][noise.dimension()];
            noise.covariance(point, covariance);
            return Arrays.stream(covariance).flatMapToDouble(Arrays::stream).toArray();
        }, domain, coordinate);
    }

    private static boolean closes(Function<double[], double[]> f, Domain domain, int coordinate) {
        for (int place = 0; place < PLACES; place++) {
            double[] point = new double[domain.intervals().size()];
            for (int i = 0; i < point.length; i++) {
                Interval window = domain.interval(i).window();
                point[i] = window.from() + window.length() * (place + 0.5) / PLACES;
            }
            double size = size(f.apply(point));
            point[coordinate] = domain.interval(coordinate).from();
            double[] first = f.apply(point.clone());
            point[coordinate] = domain.interval(coordinate).to();
            double[] last = f.apply(point.clone());
            size = Math.max(size, Math.max(size(first), size(last)));
            for (int i = 0; i < first.length; i++) {
                if (!(Math.abs(first[i] - last[i]) <= ROUNDING * Math.max(size, ROUNDING))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double size(double[] vector) {
        double size = 0.0;
        for (double entry : vector) {
            size = Math.max(size, Math.abs(entry));
        }
        return size;
    }
}
