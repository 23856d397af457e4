package org.thalweg.results;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.thalweg.model.Setting;
import org.thalweg.random.Seed;
import org.thalweg.results.plan.Limits;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/**
 * What a laboratory works with.
 *
 * @param particles trajectories of an ensemble
 * @param crew does their blocks
 * @param meter times what is done
 * @param window relaxation times over which the stationary law is averaged: precision against time
 * @param simulated what trajectories follow where a setting is judged
 * @param common random numbers are common to all settings
 */
record Equipment(int particles, Seed seed, Crew crew, Meter meter, double window, Limits limits,
        UnaryOperator<Setting> simulated, boolean common, Optional<EndProbes> probes) {
    Equipment withParticles(int other, double longer) {
        return new Equipment(other, seed, crew, meter, longer, limits, simulated, common, probes);
    }

    Equipment with(Crew other, Meter timing) {
        return new Equipment(particles, seed, other, timing, window, limits, simulated, common, probes);
    }

    Equipment within(Limits other) {
        return new Equipment(particles, seed, crew, meter, window, other, simulated, common, probes);
    }

    Equipment simulating(UnaryOperator<Setting> other) {
        return new Equipment(particles, seed, crew, meter, window, limits, other, common, probes);
    }

    Equipment withCommonNumbers() {
        return new Equipment(particles, seed, crew, meter, window, limits, simulated, true, probes);
    }

    Equipment probing(EndProbes other) {
        return new Equipment(particles, seed, crew, meter, window, limits, simulated, common, Optional.of(other));
    }

    /**
     * A solution, timed.
     *
     * @param amount of the kind; not asked where nobody measures
     */
    <T> T timed(String kind, DoubleSupplier amount, Supplier<T> solution) {
        if (meter == Meter.NONE) {
            return solution.get();
        }
        AtomicReference<T> found = new AtomicReference<>();
        meter.time(kind, amount.getAsDouble(), () -> found.set(solution.get()));
        return found.get();
    }
}
