package org.thalweg.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.refusal.Refusal;

/**
 * Cases made from seeds, each of which must end with a result or with a refusal in words, within ten seconds.
 *
 * @param name of the kind
 * @param cases what is done with the randomness of one case; returns what is wrong with the result, empty for nothing
 */
record Fuzz(String name, Function<SplittableRandom, String> cases) {
    /** What came of them. */
    record Outcome(int accepted, int refused, List<String> faults, double slowest) {
        /** Of these cases and others. */
        Outcome and(Outcome other) {
            return new Outcome(accepted + other.accepted, refused + other.refused,
                    Stream.concat(faults.stream(), other.faults.stream()).toList(), Math.max(slowest, other.slowest));
        }

        @Override
        public String toString() {
            return String.format("%d accepted, %d refused, %d faults, slowest %.2f s", accepted, refused, faults.size(),
                    slowest);
        }
    }

    /** Runs the cases of the seeds from {@code seed} on. */
    Outcome run(long seed, int count) {
        return run(seed, count, Watch.MOST_SECONDS);
    }

    /** Runs them, where a case may take so many seconds of processor time. */
    Outcome run(long seed, int count, double most) {
        int accepted = 0;
        int refused = 0;
        double slowest = 0.0;
        List<String> faults = new ArrayList<>();
        Watch watch = Watch.start(most);
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            String fault = "";
            watch.begin(name + ", seed " + (seed + i));
            try {
                fault = cases.apply(new SplittableRandom(seed + i));
                accepted++;
            } catch (Refusal | NumericsException | NoStationaryStateException e) {
                refused++;
                fault = e.getMessage() == null || e.getMessage().isBlank() ? "refused without a word: " + e : "";
            } catch (RuntimeException | Error e) {
                // A fault of the program, whatever it is: that is what is looked for.
                fault = e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "");
            }
            watch.end();
            double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
            slowest = Math.max(slowest, seconds);
            if (!fault.isEmpty()) {
                faults.add(name + ", seed " + (seed + i) + ": " + fault);
            }
        }
        faults.addAll(watch.stop());
        return new Outcome(accepted, refused, faults, slowest);
    }
}
