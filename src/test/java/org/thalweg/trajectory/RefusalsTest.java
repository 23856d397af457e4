package org.thalweg.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.thalweg.measure.Progress;
import org.thalweg.measure.TimeGrid;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.CurvatureNoise;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** What an ensemble does not do, and how it stops. */
class RefusalsTest {
    private static final Setting PLANE = Experiments.plane(Interval.LINE, 0.1);

    @Test
    void stepsMustBePositiveAndFinite() {
        for (double step : new double[] {0.0, -0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            Refusal refused = assertThrows(Refusal.class,
                    () -> SdeDynamics.of(PLANE, Schemes.EULER_MARUYAMA, Increments.NORMAL, step));
            assertTrue(refused.getMessage().contains("SDE step"), refused.getMessage());
        }
    }

    @Test
    void aSchemeRefusesNoiseItDoesNotHandleNamingTheRemedy() {
        Refusal refused = assertThrows(Refusal.class,
                () -> SdeDynamics.of(PLANE.withNoise(new CurvatureNoise(PLANE.surface(), false, 1.0, 1.0, 1.0)),
                        Schemes.STOCHASTIC_RUNGE_KUTTA, Increments.NORMAL, 0.1));
        assertEquals("scheme stochastic-runge-kutta handles noise of structure [ADDITIVE]; this diffusion is GENERAL; "
                + "use euler-maruyama", refused.getMessage());
    }


    @Test
    void namesAreThoseOfTheOptions() {
        assertEquals("euler-maruyama", Schemes.EULER_MARUYAMA.key());
        assertEquals("two-point", Increments.TWO_POINT.key());
    }

    @Test
    void anEnsembleNeedsParticlesAndThreads() {
        Dynamics sgd = SgdDynamics.of(PLANE);
        assertThrows(IllegalArgumentException.class, () -> Experiments.run(PLANE, sgd, Protocol.atTime(1), 0));
        assertThrows(IllegalArgumentException.class,
                () -> Ensemble.run(PLANE, sgd, Protocol.atTime(1), 1, Experiments.SEED, 0, Progress.NONE));
    }

    @Test
    void pathsEndWithTheAveraging() {
        Protocol brief = Protocol.atTime(10);
        assertThrows(IllegalArgumentException.class, () -> brief.recordPaths(1, new TimeGrid(0, 11, 1)));
        assertThrows(IllegalArgumentException.class, () -> brief.passagesUntil(-1));
    }

    @Test
    void anUnboundedValleyHasNoMarginalUnlessARangeIsGiven() {
        EnsembleResult result = Experiments.run(PLANE, SgdDynamics.of(PLANE), Protocol.atTime(10), 64);
        assertThrows(IllegalStateException.class, result::marginal);
        assertFalse(result.quantities().get(Quantity.SELECTION_EXPONENT).defined());
        assertTrue(Double.isNaN(result.outsideFraction()));
        Protocol ranged = Protocol.atTime(10).histogramOver(new Interval(-1.0, 1.0, Boundary.OPEN));
        assertEquals(64, Experiments.run(PLANE, SgdDynamics.of(PLANE), ranged, 64).marginal().size());
    }

    /** The selection exponent is undefined, not some number, where the flatness is constant. */
    @Test
    void constantFlatnessHasNoExponent() {
        Setting trough = Experiments.trough(1.0, 0.1);
        Protocol ranged = Protocol.atTime(10).histogramOver(new Interval(-1.0, 1.0, Boundary.OPEN));
        EnsembleResult result = Experiments.run(trough, SgdDynamics.of(trough), ranged, 64);
        assertFalse(result.quantities().get(Quantity.SELECTION_EXPONENT).defined());
    }

    /** An hour's run is interrupted once it is under way: no result, the flag still set. */
    @Test
    @Timeout(60)
    void interruptionStopsTheRun() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            try {
                Ensemble.run(PLANE, SgdDynamics.of(PLANE), Protocol.atTime(1_000_000_000L), 1024, Experiments.SEED, 2,
                        fraction -> underWay.countDown());
            } catch (CancellationException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        underWay.await();
        caller.interrupt();
        caller.join();
        assertTrue(thrown.get() instanceof CancellationException);
        assertTrue(flag.get());
    }

    /** A failure in a worker reaches the caller as itself. */
    @Test
    @Timeout(60)
    void failuresReachTheCaller() {
        IllegalStateException failure = assertThrows(IllegalStateException.class,
                () -> Ensemble.run(PLANE, SgdDynamics.of(PLANE), Protocol.atTime(1_000_000_000L), 1024,
                        Experiments.SEED, 2, fraction -> {
                            throw new IllegalStateException("the listener fell over");
                        }));
        assertEquals("the listener fell over", failure.getMessage());
    }
}
