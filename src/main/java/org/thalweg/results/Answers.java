package org.thalweg.results;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** What was found, by what was asked; each question is gone into once, by whichever thread asks first. */
final class Answers {
    private final Map<Address, FutureTask<Object>> known = new ConcurrentHashMap<>();

    /**
     * The answer, or what went wrong when it was sought.
     *
     * @throws CancellationException where the thread is interrupted; the question is open again then
     */
    @SuppressWarnings("unchecked")
    <T> T answer(Address address, Supplier<T> experiment) {
        FutureTask<Object> mine = new FutureTask<>(experiment::get);
        FutureTask<Object> before = known.putIfAbsent(address, mine);
        FutureTask<Object> asked = before == null ? mine : before;
        try {
            // Runs once, whoever comes first.
            asked.run();
            return (T) asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while another thread looked for an answer");
        } catch (ExecutionException e) {
            known.remove(address, asked);
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
