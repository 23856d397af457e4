package org.thalweg.fokkerplanck.law;

import java.util.Optional;
import java.util.function.Supplier;
import org.thalweg.refusal.Refusal;

/**
 * What became of a computation that may be beyond a method: an answer, or the reason why there is none. The choice
 * between methods reads it; whoever insists on one method takes {@link #orThrow}.
 */
public sealed interface Attempt<T> {
    /** An answer. */
    record Found<T>(T answer) implements Attempt<T> {}

    /** No answer: the setting is not one for the method, a {@link Refusal}, or the computation did not end well. */
    record NotFound<T>(RuntimeException reason) implements Attempt<T> {}

    /** What a computation comes to; the failure of its numerics is a reason too. */
    static <T> Attempt<T> of(Supplier<Attempt<T>> computation) {
        try {
            return computation.get();
        } catch (NumericsException failure) {
            return new NotFound<>(failure);
        }
    }

    /** What a computation comes to that answers or throws: no stationary state, and failed numerics, are reasons. */
    static <T> Attempt<T> settled(Supplier<T> computation) {
        try {
            return new Found<>(computation.get());
        } catch (NumericsException | NoStationaryStateException failure) {
            return new NotFound<>(failure);
        }
    }

    /** The answer; empty where there is none. */
    default Optional<T> found() {
        return this instanceof Found<T> found ? Optional.of(found.answer()) : Optional.empty();
    }

    /** The answer; the reason is thrown where there is none. */
    default T orThrow() {
        if (this instanceof Found<T> found) {
            return found.answer();
        }
        throw ((NotFound<T>) this).reason();
    }
}
