package org.thalweg.model.surface;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.model.formula.Key;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.ByValue;
import org.thalweg.model.space.Landmarks;

/**
 * A surface from outside with very many parameters and no valley: springs to the origin and stiffening ones between
 * neighbours, L = sum theta_i^2 / 2 + sum (theta_(i+1) - theta_i)^4 / 4. This file and a line in {@code
 * META-INF/services} are all there is to it. Its minimum is at 0, where the Hessian is the identity.
 */
public final class Chain extends ByValue implements LossSurface {
    /** Name and keys in model files. */
    public static final SurfaceKind KIND = new SurfaceKind("chain", "springs in a row",
            List.of(Key.required("links", Key.Type.NUMBER, "how many, at least 3")), "{kind: chain, links: 1000}",
            fields -> Optional.of(new Chain((int) fields.positive("links"))));

    /** What the class path offers. */
    public static final class Kind implements SurfaceExtension {
        @Override
        public SurfaceKind get() {
            return KIND;
        }
    }

    private final int links;
    private final List<String> coordinates;

    Chain(int links) {
        this.links = links;
        this.coordinates = IntStream.range(0, links).mapToObj(i -> i == 0 ? "x" : "y" + i).toList();
    }

    @Override
    public List<String> coordinates() {
        return coordinates;
    }

    @Override
    public double value(double[] theta) {
        double loss = 0.0;
        for (int i = 0; i < links; i++) {
            double stretch = i + 1 < links ? theta[i + 1] - theta[i] : 0.0;
            loss += 0.5 * theta[i] * theta[i] + 0.25 * stretch * stretch * stretch * stretch;
        }
        return loss;
    }

    @Override
    public void gradient(double[] theta, double[] gradient) {
        double before = 0.0;
        for (int i = 0; i < links; i++) {
            double stretch = i + 1 < links ? theta[i + 1] - theta[i] : 0.0;
            double pull = stretch * stretch * stretch;
            gradient[i] = theta[i] + before - pull;
            before = pull;
        }
    }

    @Override
    public void hessian(double[] theta, double[][] hessian) {
        for (int i = 0; i < links; i++) {
            Arrays.fill(hessian[i], 0.0);
        }
        for (int i = 0; i < links; i++) {
            hessian[i][i] += 1.0;
            if (i + 1 < links) {
                double stretch = theta[i + 1] - theta[i];
                double stiffness = 3.0 * stretch * stretch;
                hessian[i][i] += stiffness;
                hessian[i + 1][i + 1] += stiffness;
                hessian[i][i + 1] = -stiffness;
                hessian[i + 1][i] = -stiffness;
            }
        }
    }

    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(new double[links]), List.of());
    }

    @Override
    protected Object[] parts() {
        return new Object[] {links};
    }

    @Override
    public String toString() {
        return "chain of " + links + " links";
    }
}
