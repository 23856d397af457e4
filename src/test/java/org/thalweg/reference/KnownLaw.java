package org.thalweg.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;

/**
 * A setting whose law is known exactly, and who refuses it.
 *
 * @param name of the law
 * @param model of the model file, without name
 * @param exact by quantity; NaN where the mean does not exist. {@code passage_time} and its variance are those of the
 *     first passage
 * @param refusing witnesses that do not do it, and say so
 * @param time after which the law has come to rest; 0 where it takes for ever, or there is no law to rest in
 */
record KnownLaw(String name, String model, Map<String, Double> exact, Set<Way> refusing, double time) {
    /** Across every valley here: y is Gaussian with variance D_yy F^2. */
    private static final String FLAT = "loss: {kind: valley, flatness: \"1\", floor: \"%s\"}\n";
    private static final String NOISE = "noise: {kind: formula, covariance: {xx: \"%s\", xy: \"0\", yy: \"%s\"}}\n";
    private static final String REST = "domain: {x: {%s}}\nsgd: {learning-rate: 0.1}\nstart: {x: %s, y: 0}\n";

    /** All of them. D = eta C / 2 = C / 20. */
    static final List<KnownLaw> ALL = List.of(
            // P ~ (1 + x^2)^(-1 - 1/(2 d)), d = 0.2: a Student law of 6 degrees of freedom, of x sqrt(6).
            valley("Student, open", "x^2/2", "4*(1+x^2)", "4", "boundary: open", "0.2", 20.0,
                    Map.of("mean_x", 0.0, "variance_x", 0.25, "mean_square_y", 0.2), Set.of()),
            new KnownLaw("Student, in a box", """
                    loss: {kind: formula, value: "x^2/2 + y^2/2"}
                    domain: {x: {from: -30, to: 30, boundary: reflecting}, y: {from: -8, to: 8, boundary: reflecting}}
                    """ + NOISE.formatted("4*(1+x^2)", "4") + "sgd: {learning-rate: 0.1}\nstart: {x: 0.2, y: 0}\n",
                    Map.of("mean_x", 0.0, "variance_x", studentInABox(30.0), "mean_square_y", 0.2),
                    Set.of(Way.QUADRATURE, Way.HIERARCHY), 20.0),
            // dx = (4 - x) dt + sqrt(2 x) dW: the gamma law of shape 4, with 4e-14 of its mass below the wall.
            valley("gamma (Cox-Ingersoll-Ross)", "x^2/2 - 4*x", "20*x", "4", "from: 0.001, to: 40, boundary: reflecting",
                    "3", 20.0, Map.of("mean_x", 4.0, "variance_x", 4.0, "mean_square_y", 0.2),
                    Set.of(Way.HIERARCHY)),
            valley("Laplace", "abs(x)", "20", "20", "boundary: open", "0.3", 60.0,
                    Map.of("mean_x", 0.0, "variance_x", 2.0, "mean_square_y", 1.0), Set.of(Way.HIERARCHY)),
            gaussian(),
            // P ~ F under isotropic noise, F = 1 + cos(x)/2.
            new KnownLaw("ring", """
                    loss: {kind: valley, flatness: "1 + 0.5*cos(x)"}
                    domain: {x: {from: -pi, to: pi, boundary: periodic}}
                    noise: {kind: isotropic, batch-variance: 8}
                    sgd: {learning-rate: 0.1}
                    start: {x: 1, y: 0}
                    """, Map.of("mean_x", 0.0, "variance_x", Math.PI * Math.PI / 3.0 - 1.0, "mean_flatness", 1.125,
                            "mean_square_y", 0.4 * 1.375, "selection_exponent", 1.0), Set.of(), 60.0),
            RingWithCurrent.law(valley("ring with current", RingWithCurrent.FLOOR, RingWithCurrent.COVARIANCE, "4",
                    "from: -pi, to: pi, boundary: periodic", "0", 80.0, Map.of(), Set.of(Way.QUADRATURE))),
            // P ~ (1 + x^2)^-0.8: it can be normalised, and has no mean.
            valley("heavy tails without a mean", "0.8*log(1+x^2)", "20", "4", "boundary: open", "0", 0.0,
                    Map.of("mean_x", Double.NaN, "variance_x", Double.NaN, "mean_square_y", 0.2), Set.of()),
            survivors(),
            // dx = dt + dW up to x = 2; the slope of F only says where that is. It adds 1e-6 <y^2> / F^2 to the drift:
            // with D_yy = 5e-7, half a part in 1e12. (With D_yy = 0.05 the time is 2 - 1.0e-7 on the floor, 2 - 7.7e-8 from
            // y = 0, where <y^2> has yet to grow.)
            new KnownLaw("inverse Gaussian", """
                    loss: {kind: valley, flatness: "exp(1e-6*x)", floor: "-x"}
                    domain: {x: {boundary: open}}
                    noise: {kind: anisotropic, batch-variance: 1e-5, anisotropy: 1e-6}
                    sgd: {learning-rate: 0.1}
                    start: {x: 0, y: 0}
                    converged: {flatness: "exp(2e-6)"}
                    """, Map.of("passage_time", 2.0, "passage_time_variance", 2.0), Set.of(), 0.0));

    private static KnownLaw valley(String name, String floor, String along, String across, String domain, String start,
            double time, Map<String, Double> exact, Set<Way> refusing) {
        return new KnownLaw(name, FLAT.formatted(floor) + NOISE.formatted(along, across)
                + REST.formatted(domain, start), exact, refusing, time);
    }

    /** int x^2 (1 + x^2)^-3.5 / int (1 + x^2)^-3.5 from -r to r, with t = x / sqrt(1 + x^2). */
    private static double studentInABox(double r) {
        double t = r / Math.sqrt(1.0 + r * r);
        return (Math.pow(t, 3) / 3.0 - Math.pow(t, 5) / 5.0)
                / (t - 2.0 * Math.pow(t, 3) / 3.0 + Math.pow(t, 5) / 5.0);
    }

    /**
     * H S + S H = 2 D with H = (2, 1/2; 1/2, 1), D = (0.2, 0.1; 0.1, 0.3): 4 s + r = 0.4, 3 r + (s + u)/2 = 0.2, r + 2
     * u = 0.6 for S = (s, r; r, u), so that r = 0 and s = 0.1, u = 0.3.
     */
    private static KnownLaw gaussian() {
        return new KnownLaw("Gaussian, correlated noise", """
                loss: {kind: formula, value: "x^2 + x*y/2 + y^2/2"}
                domain: {x: {boundary: open}, y: {boundary: open}}
                noise: {kind: formula, covariance: {xx: "4", xy: "2", yy: "6"}}
                sgd: {learning-rate: 0.1}
                start: {x: 0.2, y: 0}
                """, Map.of("mean_x", 0.0, "variance_x", 0.1, "mean_square_y", 0.3),
                Set.of(Way.QUADRATURE, Way.HIERARCHY), 30.0);
    }

    /**
     * Free diffusion with D = 0.1 from 0 between walls at +-1 that absorb, at time 8: with k = (n + 1/2) pi the density
     * is the sum over n of cos(k x) exp(-D k^2 t), so that survivors are 2 (-1)^n / k of each, and x^2 over them 2
     * (-1)^n (1 / k - 2 / k^3). Across, y^2 comes from 0 with the rate 2.
     */
    private static KnownLaw survivors() {
        double left = 0.0;
        double square = 0.0;
        for (int n = 0; n < 20; n++) {
            double k = (n + 0.5) * Math.PI;
            double share = 2.0 * (n % 2 == 0 ? 1 : -1) * Math.exp(-0.8 * k * k);
            left += share / k;
            square += share * (1.0 / k - 2.0 / (k * k * k));
        }
        return valley("absorbed survivors", "0", "2", "4", "from: -1, to: 1, boundary: absorbing", "0", 8.0,
                Map.of("mean_x", 0.0, "variance_x", square / left, "mean_square_y", 0.2 * (1.0 - Math.exp(-16.0)),
                        "survivors", left),
                Set.of(Way.AUTO, Way.QUADRATURE, Way.HIERARCHY, Way.FINITE_VOLUME));
    }

    /** How far the setting itself is from the law, relative: the slope of F that marks where a passage ends. */
    double approximation() {
        return exact.containsKey("passage_time") ? 2e-7 : 0.0;
    }

    /** Whether there is something to ask for. */
    boolean asks(Way way) {
        return way != Way.EVOLUTION && way != Way.SDE || time > 0.0
                || way == Way.SDE && exact.containsKey("passage_time");
    }

    /** The same with these values. */
    KnownLaw knowing(Map<String, Double> values) {
        return new KnownLaw(name, model, new LinkedHashMap<>(values), refusing, time);
    }

    /** The setting. */
    Setting setting() throws IOException, ModelFileException {
        Path file = Files.createTempFile("known-law", ".yaml");
        try {
            Files.writeString(file, "name: known-law\n" + model);
            return ModelFile.read(file).setting();
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
