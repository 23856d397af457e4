package org.thalweg.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.thalweg.measure.Family;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.random.Seed;
import org.thalweg.results.Experiment;
import org.thalweg.results.Laboratory;
import org.thalweg.results.OperatorQuestions;
import org.thalweg.results.OutsideValue;
import org.thalweg.results.Row;
import org.thalweg.results.plan.Limits;

/**
 * Runs all cells of a sweep, one cell a thread. The rows of all cells that chance could refute are one {@link Family}:
 * how many they are at most is known from the cells alone, so that a verdict does not depend on what the other cells
 * find, nor on when they are finished.
 */
public final class SweepRunner {
    private final Set<Witness> witnesses;
    private final int particles;
    private final Seed seed;
    private final int threads;
    private final Limits limits;
    /** What every cell's laboratory is given beside its limits. */
    private final UnaryOperator<Laboratory> equipment;
    private final Journal journal;
    /** By cell; empty: none has any. */
    private final List<List<OutsideValue>> outside;
    /** What else is asked in every cell. */
    private final OperatorQuestions questions;

    /**
     * A runner; nothing runs yet.
     *
     * @param limits how long a cell runs; by its own prediction where they are empty
     */
    public SweepRunner(Set<Witness> witnesses, int particles, Seed seed, int threads, Limits limits) {
        this(witnesses, particles, seed, threads, limits, UnaryOperator.identity(), Journal.NONE, List.of(),
                OperatorQuestions.NONE);
    }

    private SweepRunner(Set<Witness> witnesses, int particles, Seed seed, int threads, Limits limits,
            UnaryOperator<Laboratory> equipment, Journal journal, List<List<OutsideValue>> outside,
            OperatorQuestions questions) {
        this.questions = questions;
        this.outside = outside;
        this.equipment = equipment;
        this.journal = journal;
        this.witnesses = witnesses;
        this.particles = particles;
        this.seed = seed;
        this.threads = threads;
        this.limits = limits;
    }

    /** A runner whose cells have their random numbers in common: {@link Difference}s between them get small errors. */
    public SweepRunner withCommonNumbers() {
        return equipped(Laboratory::withCommonNumbers);
    }

    /** A runner whose cells' laboratories are made into others. */
    public SweepRunner equipped(UnaryOperator<Laboratory> more) {
        return new SweepRunner(witnesses, particles, seed, threads, limits,
                laboratory -> more.apply(equipment.apply(laboratory)), journal, outside, questions);
    }

    /** A runner that takes finished cells from a journal, and enters those that it finishes. */
    public SweepRunner withJournal(Journal other) {
        return new SweepRunner(witnesses, particles, seed, threads, limits, equipment, other, outside, questions);
    }

    /**
     * A runner that holds values from outside against the witnesses.
     *
     * @param byCell as many lists as there are cells
     */
    public SweepRunner withReference(List<List<OutsideValue>> byCell) {
        return new SweepRunner(witnesses, particles, seed, threads, limits, equipment, journal, byCell, questions);
    }

    /** A runner that asks more of the Fokker-Planck operator. */
    public SweepRunner asking(OperatorQuestions more) {
        return new SweepRunner(witnesses, particles, seed, threads, limits, equipment, journal, outside, more);
    }

    /** How many rows of these cells chance could refute at most. */
    public long rowsAtRisk(List<Setting> cells) {
        List<Laboratory> laboratories = laboratories(cells);
        return IntStream.range(0, cells.size())
                .mapToLong(i -> experiment(laboratories.get(i), cells.get(i), Family.FALSE_ALARM, outside(i))
                        .rowsAtRisk()).sum();
    }

    private List<Laboratory> laboratories(List<Setting> cells) {
        return cells.stream()
                .map(c -> new Laboratory(particles, seed, 1, Laboratory.SHORT_WINDOW, limits.passageTime())
                        .within(limits))
                .map(equipment)
                .toList();
    }

    private List<OutsideValue> outside(int cell) {
        return outside.isEmpty() ? List.of() : outside.get(cell);
    }

    private Experiment experiment(
            Laboratory laboratory, Setting literal, double falseAlarm, List<OutsideValue> values) {
        return Experiment.ofLiteral(laboratory, literal, witnesses, falseAlarm, values);
    }

    /**
     * Runs the cells.
     *
     * @param finished is handed the cells in the order given, as soon as all before them are finished; called from this
     *     thread
     * @throws CancellationException where this thread is interrupted; the cells handed over so far are complete
     */
    public List<CellResult> run(List<Setting> cells, Progress progress, Consumer<CellResult> finished) {
        AtomicInteger unfinished = new AtomicInteger(cells.size());
        // A cell is the work of one thread, until there are fewer cells than threads: then those that are idle help.
        IntSupplier free = () -> Math.max(1, threads / Math.max(1, unfinished.get()));
        List<Laboratory> laboratories =
                laboratories(cells).stream().map(laboratory -> laboratory.onThreads(free)).toList();
        double share = Family.share(rowsAtRisk(cells));
        List<Optional<CellResult>> known = IntStream.range(0, cells.size())
                .mapToObj(i -> journal.find(i, cells.get(i))).toList();
        List<Integer> open = IntStream.range(0, cells.size()).filter(i -> known.get(i).isEmpty()).boxed().toList();
        unfinished.set(open.size());
        boolean laws = cells.size() <= CellLaws.MOST_CELLS;
        DoubleAdder done = new DoubleAdder();
        ExecutorService pool = Executors.newFixedThreadPool(threads, SweepRunner::daemon);
        try {
            Map<Integer, Future<Double>> costs = new HashMap<>();
            open.forEach(i -> costs.put(i, pool.submit(() -> cost(laboratories.get(i), cells.get(i)))));
            Map<Integer, Double> cost = new HashMap<>();
            open.forEach(i -> cost.put(i, await(costs.get(i))));
            double total = cost.values().stream().mapToDouble(Double::doubleValue).sum();
            List<Integer> longestFirst = open.stream()
                    .sorted(Comparator.comparingDouble((Integer i) -> -cost.get(i))).toList();
            Map<Integer, Future<CellResult>> futures = new HashMap<>();
            for (int i : longestFirst) {
                futures.put(i, pool.submit(() -> {
                    CellResult result = run(laboratories.get(i), cells.get(i), share, outside(i), laws);
                    journal.add(i, result);
                    unfinished.decrementAndGet();
                    done.add(cost.get(i));
                    progress.done(done.sum() / total);
                    return result;
                }));
            }
            List<CellResult> results = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                CellResult result = known.get(i).isPresent() ? known.get(i).get() : await(futures.get(i));
                finished.accept(result);
                results.add(result);
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private CellResult run(
            Laboratory laboratory, Setting literal, double falseAlarm, List<OutsideValue> values, boolean laws) {
        Experiment experiment = experiment(laboratory, literal, falseAlarm, values);
        String where = "learning rate " + literal.sgd().learningRate() + literal.noise().batchVariance().stream()
                .mapToObj(v -> ", batch variance " + v).findFirst().orElse("");
        List<Row> rows = new ArrayList<>(experiment.run());
        rows.addAll(questions.rows(literal));
        Map<Witness, double[]> times = new EnumMap<>(Witness.class);
        if (laboratory.commonNumbers()) {
            witnesses.forEach(w -> experiment.passageTimes(w).ifPresent(t -> times.put(w, t)));
        }
        return new CellResult(literal, rows, experiment.notes(where), times,
                laws ? CellLaws.of(experiment, witnesses) : CellLaws.NONE);
    }

    /** Iterations of the ensembles, in particle-steps. */
    private double cost(Laboratory laboratory, Setting literal) {
        return experiment(laboratory, literal, Family.FALSE_ALARM, List.of()).iterations() * particles;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the sweep was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        return thread;
    }
}
