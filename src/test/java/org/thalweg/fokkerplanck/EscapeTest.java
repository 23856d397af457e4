package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.action.EscapeRate;
import org.thalweg.fokkerplanck.action.MinimumActionPath;
import org.thalweg.fokkerplanck.action.PathEnd;
import org.thalweg.fokkerplanck.action.StringPath;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.Transition;
import org.thalweg.fokkerplanck.volumes.VolumeSpectrum;
import org.thalweg.fokkerplanck.volumes.VolumeTransition;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Region;

/** Transitions between regions, by the density and by paths of least action. */
class EscapeTest {
    private static final double[] ATTRACTOR = {-1.0, 0.0};
    private static final double[] SADDLE = {0.0, 0.0};
    private static final Region LEFT = Region.parse("disc:-1,0,0.3");
    private static final Region RIGHT = Region.parse("disc:1,0,0.3");

    /** There is no rate out of a point that is no attractor, nor over one that is no saddle. */
    @Test
    void onlyFromAttractorsOverSaddles() {
        PlainSetting system = MaierSteinTest.system(1.0, 0.05);
        assertTrue(EscapeRate.of(system.diffusion(), MinimumActionPath.between(system.diffusion(), ATTRACTOR,
                new double[] {-0.5, 0.2})).isEmpty());
        assertTrue(EscapeRate.of(system.diffusion(), MinimumActionPath.between(system.diffusion(),
                new double[] {-0.7, 0.2}, SADDLE)).isEmpty());
    }

    /** Balance holds at beta = 1 alone; there both methods find the path and the difference of the potential. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.4})
    void theStringIsThePathWhereBalanceHolds(double y) {
        PlainSetting system = MaierSteinTest.system(1.0, 0.25);
        double[] to = {-0.3, y};
        StringPath string = StringPath.between(system.diffusion(), ATTRACTOR, to);
        MinimumActionPath path = MinimumActionPath.between(system.diffusion(), ATTRACTOR, to);
        double u = to[0];
        double exact = ((u * u * u * u / 4.0 - u * u / 2.0 + 0.25) + 0.5 * (1.0 + u * u) * y * y) / 0.25;
        assertEquals(exact, string.action().value(), string.action().standardError() + 1e-6, string.action() + "");
        assertEquals(exact, path.action().value(), path.action().standardError() + 1e-5, path.action() + "");
        assertTrue(StringPath.balanced(system.diffusion(), path.x(), path.y()));
        assertTrue(!StringPath.balanced(MaierSteinTest.system(3.0, 0.25).diffusion(), new double[] {-0.8, -0.5, -0.2,
            0.1, 0.4}, new double[] {0.3, 0.3, 0.3, 0.3, 0.3}));
        for (int k = 0; k < string.x().length; k += 16) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < path.x().length; i++) {
                nearest = Math.min(nearest, Math.hypot(path.x()[i] - string.x()[k], path.y()[i] - string.y()[k]));
            }
            assertEquals(0.0, nearest, 0.01, k + ": " + string.x()[k] + ", " + string.y()[k]);
        }
    }

    /** An end on the line x = 0 slides to the saddle; from a disc the action is that of its nearest point to it. */
    @Test
    void freeEndsGoWhereTheActionIsLeast() {
        PlainSetting system = MaierSteinTest.system(3.0, 0.5);
        MinimumActionPath toLine = MinimumActionPath.between(system.diffusion(), new PathEnd.At(ATTRACTOR),
                new PathEnd.On(Region.parse("x>=-0.2")), new double[] {-1.0, 0.3}, Progress.NONE);
        double exact = 0.5 * (1.0 - 0.04) * (1.0 - 0.04);
        assertEquals(exact, toLine.action().value(), toLine.action().standardError() + 1e-4, toLine.action() + "");
        MinimumActionPath fromDisc = MinimumActionPath.between(system.diffusion(), new PathEnd.On(LEFT),
                new PathEnd.On(Region.parse("x>=-0.2")), new double[] {-0.5, 0.4}, Progress.NONE);
        double less = exact - 0.5 * (1.0 - 0.49) * (1.0 - 0.49);
        assertEquals(less, fromDisc.action().value(), fromDisc.action().standardError() + 1e-3 * less,
                fromDisc.action() + "");
    }

    /** b and D times a number: another unit of time, the same path, to rounding of the relaxation. */
    @Test
    void thePathDoesNotDependOnTheUnitOfTime() {
        double[] to = {-0.2, 0.3};
        MinimumActionPath path = MinimumActionPath.between(MaierSteinTest.system(3.0, 0.5).diffusion(), ATTRACTOR, to);
        for (double unit : new double[] {1e-3, 200.0}) {
            MinimumActionPath other = MinimumActionPath.between(
                    MaierSteinTest.system(3.0, 0.5, unit).diffusion(), ATTRACTOR, to);
            assertEquals(path.action().value(), other.action().value(), 1e-7 * path.action().value(), "" + unit);
        }
    }

    /**
     * F constant: x is a diffusion of its own in a potential, and the rate between two places along it is
     * D / (int e^(L0 / D) int (1 - q) e^(-L0 / D)).
     */
    @Test
    void ratesBetweenHalfPlanesAreTheirIntegrals() {
        double temperature = 0.1;
        double diffusion = temperature / 2.0;
        PlainSetting wells = Examples.valley(Profiles.formula("(x^2 - 1)^2 / 4 + 0.05 * x"), Profile.constant(0.5),
                Interval.LINE, 2.0, temperature).withStart(0.1, 0.2);
        int cells = 4000;
        double from = -3.0;
        double step = 6.0 / cells;
        double[] resistance = new double[cells + 1];
        for (int k = 1; k <= cells; k++) {
            double x = from + (k - 0.5) * step;
            resistance[k] = resistance[k - 1] + (x > -0.8 && x < 0.7 ? step * Math.exp(potential(x) / diffusion) : 0.0);
        }
        double share = 0.0;
        for (int k = 1; k <= cells; k++) {
            double x = from + (k - 0.5) * step;
            double q = 0.5 * (resistance[k] + resistance[k - 1]) / resistance[cells];
            share += step * (1.0 - q) * Math.exp(-potential(x) / diffusion);
        }
        double exact = diffusion / (resistance[cells] * share);
        Transition found = VolumeTransition.of(wells, Region.parse("x<=-0.8"), Region.parse("x>=0.7"),
                new Resolution(96, 32), new ArrayList<>());
        assertEquals(exact, found.rate().value(), found.rate().standardError() + 1e-4 * exact, found.rate().toString());
        assertTrue(found.rate().standardError() < 0.03 * exact, found.rate().toString());
    }

    private static double potential(double x) {
        return 0.25 * (x * x - 1.0) * (x * x - 1.0) + 0.05 * x;
    }

    /**
     * Over a barrier of six temperatures all that is slow is one mode: the rate between discs about the attractors is
     * half its rate, but for a share of a relaxation time in an escape. No balance at beta = 3 and 10.
     */
    @ParameterizedTest
    @CsvSource({"3, 0.05", "10, 0.03"})
    void theRateBetweenDiscsIsHalfTheSlowestRate(double beta, double diffusion) {
        PlainSetting system = MaierSteinTest.system(beta, diffusion);
        Transition found = VolumeTransition.of(system, LEFT, RIGHT, new Resolution(80, 64), new ArrayList<>());
        Measurement slowest = VolumeSpectrum.of(system, 1, new Resolution(80, 64), new ArrayList<>()).modes().get(0)
                .rate();
        assertEquals(0.5 * slowest.value(), found.rate().value(),
                0.5 * slowest.standardError() + found.rate().standardError() + 0.02 * found.rate().value(),
                found.rate() + " and " + slowest);
        assertEquals(found.rate().value(), found.back().value(), 1e-6 * found.rate().value());
        assertEquals(0.5, found.committor().atStart().value(), 1e-9);
    }
}
