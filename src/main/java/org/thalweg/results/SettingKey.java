package org.thalweg.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.thalweg.model.GradientNoise;
import org.thalweg.model.LossSurface;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartDistribution;

/**
 * What tells one setting from another, by value. Surfaces and noises have no equality of their own: each is known by
 * its
 * kind, its description and its numbers at some points of the domain, bit by bit, so that two that say the same of
 * themselves but hold other parameters or other data are two.
 */
record SettingKey(Sgd sgd, Domain domain, List<Double> start, Optional<StartDistribution> distribution,
        Optional<FlatSet> flatSet, List<Object> surface, List<Object> noise) {
    /** Points at which surface and noise are looked at. */
    private static final int POINTS = 9;

    /** Multiples of the golden ratio, which fall nowhere twice. */
    private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);

    /** Beyond so many parameters covariances between them are not looked at. */
    private static final int SMALL = 8;

    static SettingKey of(Setting setting) {
        List<double[]> points = points(setting);
        return new SettingKey(setting.sgd(), setting.domain(), DoubleStream.of(setting.start()).boxed().toList(),
                setting.startDistribution(), setting.flatSet(), surface(setting.surface(), points),
                noise(setting.noise(), points));
    }

    /** The start and points all over the domain. */
    private static List<double[]> points(Setting setting) {
        int dimension = setting.surface().dimension();
        List<double[]> points = new ArrayList<>(List.of(setting.start()));
        for (int k = 1; k < POINTS; k++) {
            double[] point = new double[dimension];
            for (int i = 0; i < dimension; i++) {
                Interval window = setting.domain().interval(i).window();
                double share = GOLDEN * (k + 0.1 * i);
                point[i] = window.from() + window.length() * (share - Math.floor(share));
            }
            points.add(point);
        }
        return points;
    }

    private static List<Object> surface(LossSurface surface, List<double[]> points) {
        List<Object> key = described(surface);
        double[] gradient = new double[surface.dimension()];
        for (double[] point : points) {
            key.add(surface.value(point));
            surface.gradient(point, gradient);
            DoubleStream.of(gradient).forEach(key::add);
        }
        return key;
    }

    private static List<Object> noise(GradientNoise noise, List<double[]> points) {
        List<Object> key = described(noise);
        double[][] covariance = new double[noise.dimension()][noise.dimension()];
        for (double[] point : points) {
            if (noise.dimension() > SMALL) {
                for (int i = 0; i < noise.dimension(); i++) {
                    key.add(noise.variance(i, point));
                }
            } else {
                noise.covariance(point, covariance);
                for (double[] row : covariance) {
                    DoubleStream.of(row).forEach(key::add);
                }
            }
        }
        return key;
    }

    private static List<Object> described(Object thing) {
        return new ArrayList<>(List.of(thing.getClass(), thing.toString()));
    }
}
