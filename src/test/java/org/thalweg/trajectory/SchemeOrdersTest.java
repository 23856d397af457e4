package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;
import org.thalweg.trajectory.scheme.SdeExpressions;

/**
 * The table of docs/schemes.md, cell by cell, against what schemes declare and what they do.
 *
 * <p>Weak orders involve no sampling. A strong order comes from the ratio of two root mean square errors of 1024 paths
 * each, seven eighths of whose noise is common; over two halvings it varies by less than .03 from seed to seed, and
 * with the fixed seed it does not vary at all.
 */
class SchemeOrdersTest {
    private static final double TENTH = 0.1;
    private static final double[] START = {0.6, 0.4};
    private static final Domain PLANE = new Domain(List.of(Interval.LINE, Interval.LINE));
    private static final Map<String, List<String>> TABLE = new LinkedHashMap<>();

    private static final String BX = "0.3*sin(x) - 0.5*x*y^2";
    private static final String BY = "-y*(1 + 0.5*x^2)";

    @BeforeAll
    static void readTheTable() throws IOException {
        for (String line : Files.readAllLines(Path.of("docs", "schemes.md"))) {
            if (line.startsWith("| `")) {
                List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
                TABLE.put(cells.get(0).replace("`", ""), cells.subList(1, cells.size()));
            }
        }
    }

    /** The reference problem of a noise structure; a valley where the scheme wants one. */
    private static ItoDiffusion problem(Schemes scheme, NoiseStructure structure) throws ModelFileException {
        if (scheme == Schemes.VALLEY_SPLITTING) {
            String noise = structure == NoiseStructure.ADDITIVE
                    ? "{kind: anisotropic, batch-variance: 8, anisotropy: 2}"
                    : "{kind: formula, covariance: {xx: \"4 + cos(x)\", yy: \"6 + 3*sin(x)\"}}";
            return Models.of("{kind: valley, flatness: \"1 + 0.5*cos(x)\", floor: \"0.2*x^2 + 0.1*sin(x)\"}", noise)
                    .diffusion();
        }
        return switch (structure) {
            case ADDITIVE -> WrittenDiffusion.of(structure, BX, BY, "1", "0", "0", "1.2");
            case DIAGONAL -> scheme == Schemes.MILSTEIN
                    ? WrittenDiffusion.of(structure, BX, BY, "0.5 + 0.5*x", "0", "0", "0.3 + cos(y)")
                    : WrittenDiffusion.of(structure, BX, BY, "0.5 + 0.5*cos(y)", "0", "0", "0.7 + x");
            case GENERAL -> WrittenDiffusion.of(structure, BX, BY, "0.5 + 0.3*x", "0.4*y", "0.5*sin(x)", "0.7 + x");
        };
    }

    private static String cell(Schemes scheme, String kind, NoiseStructure structure) {
        return TABLE.get(scheme.key()).get((kind.equals("weak") ? 0 : 3) + structure.ordinal());
    }

    @Test
    void theTableHasAllSchemesInTheirOrder() {
        assertEquals(Arrays.stream(Schemes.values()).map(Schemes::key).toList(), new ArrayList<>(TABLE.keySet()));
        for (Schemes scheme : Schemes.values()) {
            assertEquals(scheme.increments().stream().map(Increments::key).sorted().collect(Collectors.joining(", ")),
                    TABLE.get(scheme.key()).get(6), scheme.key());
        }
    }

    @ParameterizedTest
    @EnumSource(Schemes.class)
    void declaredOrdersAreThoseOfTheTable(Schemes scheme) {
        for (NoiseStructure structure : NoiseStructure.values()) {
            boolean handled = scheme.handles().contains(structure);
            String where = scheme.key() + ", " + structure;
            if (handled) {
                assertEquals(Double.parseDouble(cell(scheme, "weak", structure)), scheme.weakOrder(structure), where);
                double strong = scheme.strongOrder(structure);
                assertEquals(cell(scheme, "strong", structure), strong == 0.0 ? "-" : number(strong), where);
            } else {
                assertEquals("-", cell(scheme, "weak", structure), where);
                assertEquals("-", cell(scheme, "strong", structure), where);
            }
        }
    }

    private static String number(double order) {
        return order == Math.rint(order) ? Integer.toString((int) order) : Double.toString(order);
    }

    /** An error of one step of order p + 1 makes an error of order p at a fixed time. */
    @ParameterizedTest
    @EnumSource(Schemes.class)
    void weakOrdersAreMeasured(Schemes scheme) throws ModelFileException {
        for (NoiseStructure structure : scheme.handles()) {
            ItoDiffusion diffusion = problem(scheme, structure);
            SdeExpressions sde = SdeExpressions.of(diffusion).orElseThrow();
            for (Increments increments : scheme.increments()) {
                double coarse = localError(scheme, diffusion, sde, 4e-3, increments);
                double fine = localError(scheme, diffusion, sde, 2e-3, increments);
                double order = Math.log(coarse / fine) / Math.log(2.0) - 1.0;
                assertEquals(scheme.weakOrder(structure), order, TENTH,
                        scheme.key() + ", " + structure + ", " + increments.key());
            }
        }
    }

    private static double localError(
            Schemes scheme, ItoDiffusion diffusion, SdeExpressions sde, double step, Increments increments) {
        return LocalWeakError.of(sde, scheme.compose(diffusion, PLANE, step, increments), step, START);
    }

    @ParameterizedTest
    @EnumSource(Schemes.class)
    void strongOrdersAreMeasured(Schemes scheme) throws ModelFileException {
        for (NoiseStructure structure : scheme.handles()) {
            if (scheme.strongOrder(structure) == 0.0) {
                continue;
            }
            PathErrors paths = new PathErrors(new Seed(41));
            ItoDiffusion diffusion = problem(scheme, structure);
            double[][] ends = paths.fine(reference(scheme, structure).compose(
                    diffusion, PLANE, 1.0 / 2048, Increments.NORMAL), START);
            // The fine paths are of order 1.5 under additive noise, so that steps may come nearer to theirs.
            int shorter = structure == NoiseStructure.ADDITIVE ? 4 : 16;
            double coarse = distance(paths, scheme, diffusion, 4 * shorter, ends);
            double fine = distance(paths, scheme, diffusion, shorter, ends);
            double order = Math.log(coarse / fine) / Math.log(4.0);
            assertEquals(scheme.strongOrder(structure), order, TENTH, scheme.key() + ", " + structure);
        }
    }

    /** The best there is for the noise; its own error at 1/16 of the finer step is small against what is measured. */
    private static Schemes reference(Schemes scheme, NoiseStructure structure) {
        return structure == NoiseStructure.ADDITIVE ? Schemes.STOCHASTIC_RUNGE_KUTTA
                : scheme == Schemes.MILSTEIN ? Schemes.MILSTEIN : Schemes.EULER_MARUYAMA;
    }

    private static double distance(
            PathErrors paths, Schemes scheme, ItoDiffusion diffusion, int fineSteps, double[][] ends) {
        double step = fineSteps / 2048.0;
        return paths.distance(scheme.compose(diffusion, PLANE, step, Increments.NORMAL), fineSteps, START, ends);
    }
}
