package org.thalweg.sweep;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.thalweg.measure.Family;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.random.Seed;
import org.thalweg.results.Effort;
import org.thalweg.results.Experiment;
import org.thalweg.results.Laboratory;
import org.thalweg.results.OutsideValue;
import org.thalweg.results.Row;
import org.thalweg.results.operator.OperatorQuestions;
import org.thalweg.results.plan.Limits;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/**
 * Runs all cells of a sweep. The rows of all cells that chance could refute are one {@link Family}: how many they are
 * at most is known from the cells alone, so that a verdict does not depend on what the other cells find, nor on when
 * or where they are finished.
 */
public final class SweepRunner {
    private final Set<Witness> witnesses;
    private final int particles;
    private final Seed seed;
    private final Engine engine;
    private final Limits limits;
    /** What every cell's laboratory is given beside its limits. */
    private final UnaryOperator<Laboratory> equipment;
    private final Journal journal;
    private final Optional<Precision> precision;
    /** What else is asked in every cell. */
    private final OperatorQuestions questions;

    /**
     * A runner; nothing runs yet.
     *
     * @param limits how long a cell runs; by its own prediction where they are empty
     */
    public SweepRunner(Set<Witness> witnesses, int particles, Seed seed, int threads, Limits limits) {
        this(witnesses, particles, seed, new LocalEngine(threads), limits, UnaryOperator.identity(), Journal.NONE,
                Optional.empty(), OperatorQuestions.NONE);
    }

    private SweepRunner(Set<Witness> witnesses, int particles, Seed seed, Engine engine, Limits limits,
            UnaryOperator<Laboratory> equipment, Journal journal, Optional<Precision> precision,
            OperatorQuestions questions) {
        this.questions = questions;
        this.precision = precision;
        this.equipment = equipment;
        this.journal = journal;
        this.witnesses = witnesses;
        this.particles = particles;
        this.seed = seed;
        this.engine = engine;
        this.limits = limits;
    }

    /** A runner whose cells have their random numbers in common: differences between them get small errors. */
    public SweepRunner withCommonNumbers() {
        return equipped(Laboratory::withCommonNumbers);
    }

    /** A runner whose cells' laboratories are made into others. */
    public SweepRunner equipped(UnaryOperator<Laboratory> more) {
        return new SweepRunner(witnesses, particles, seed, engine, limits,
                laboratory -> more.apply(equipment.apply(laboratory)), journal, precision, questions);
    }

    /** A runner that takes finished cells from a journal, and enters those that it finishes. */
    public SweepRunner withJournal(Journal other) {
        return new SweepRunner(witnesses, particles, seed, engine, limits, equipment, other, precision, questions);
    }

    /** A runner whose cells run elsewhere. */
    public SweepRunner on(Engine other) {
        return new SweepRunner(witnesses, particles, seed, other, limits, equipment, journal, precision, questions);
    }

    /** A runner whose cells run with more particles, until their errors are small enough. */
    public SweepRunner until(Precision other) {
        return new SweepRunner(witnesses, particles, seed, engine, limits, equipment, journal, Optional.of(other),
                questions);
    }

    /** A runner that asks more of the Fokker-Planck operator. */
    public SweepRunner asking(OperatorQuestions more) {
        return new SweepRunner(witnesses, particles, seed, engine, limits, equipment, journal, precision, more);
    }

    /**
     * How many rows of these cells chance could refute at most.
     *
     * @param waiting is told that nothing is done yet, again and again: many cells take a while
     */
    public long rowsAtRisk(Cells cells, Progress waiting) {
        long rows = 0;
        for (int i = 0; i < cells.size(); i++) {
            waiting.done(0.0);
            rows += experiment(laboratory(), cells, i, Family.FALSE_ALARM).rowsAtRisk();
        }
        return rows;
    }

    private Laboratory laboratory() {
        return equipment.apply(new Laboratory(particles, seed, 1, Laboratory.SHORT_WINDOW, limits.passageTime())
                .within(limits));
    }

    private Experiment experiment(Laboratory laboratory, Cells cells, int cell, double falseAlarm) {
        List<OutsideValue> outside = cells.outside(cell);
        return Experiment.ofLiteral(laboratory, cells.setting(cell), witnesses, falseAlarm, outside);
    }

    /**
     * Runs the cells, and keeps none of them.
     *
     * @param finished is handed the cells in the order given, as soon as all before them are finished; called from this
     *     thread
     * @return those that failed, which are not handed over
     * @throws CancellationException where this thread is interrupted; the cells handed over so far are complete
     */
    public List<FailedCell> each(Cells cells, Progress progress, BiConsumer<Integer, CellResult> finished) {
        BitSet known = new BitSet(cells.size());
        IntStream.range(0, cells.size()).filter(journal::knows).forEach(known::set);
        List<Integer> open = IntStream.range(0, cells.size()).filter(i -> !known.get(i)).boxed().toList();
        Handover handover = new Handover(cells, journal);
        Thread running = new Thread(() -> run(open, cells, progress, handover), "sweep");
        running.setDaemon(true);
        running.start();
        try {
            for (int i = 0; i < cells.size(); i++) {
                Optional<CellResult> cell = known.get(i) ? journal.find(i, new CellPlace(cells, i)) : handover.take(i);
                int number = i;
                cell.ifPresent(result -> finished.accept(number, result));
            }
            return handover.failures();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the sweep was interrupted");
        } finally {
            running.interrupt();
        }
    }

    private void run(List<Integer> open, Cells cells, Progress progress, Handover handover) {
        try {
            double share = Family.share(rowsAtRisk(cells, progress));
            engine.run(open, new LocalTask(cells, share), progress, handover);
            handover.ended(new IllegalStateException("an engine returned before all cells were finished"));
        } catch (RuntimeException | Error e) {
            handover.ended(e);
        }
    }

    /**
     * Runs one cell.
     *
     * @param falseAlarm probability with which a row that is right may be refuted by chance
     */
    public CellResult run(Cells cells, int cell, double falseAlarm, Crew crew, Meter meter) {
        return run(cells, cell, falseAlarm, laboratory().with(crew, meter), meter);
    }

    private CellResult run(Cells cells, int cell, double falseAlarm, Laboratory laboratory, Meter meter) {
        Setting literal = cells.setting(cell);
        Experiment experiment = experiment(laboratory, cells, cell, falseAlarm);
        String where = "learning rate " + literal.sgd().learningRate() + literal.noise().batchVariance().stream()
                .mapToObj(v -> ", batch variance " + v).findFirst().orElse("");
        List<Row> rows = experiment.run();
        List<String> notes = new ArrayList<>();
        if (precision.isPresent()) {
            Optional<Integer> next = precision.get().next(rows, particles, particles);
            while (next.isPresent()) {
                int more = next.get();
                experiment = experiment(laboratory.ofParticles(more), cells, cell, falseAlarm);
                meter.expect(experiment.effort().amounts());
                rows = experiment.run();
                next = precision.get().next(rows, more, particles);
            }
            precision.get().note(rows, where).ifPresent(notes::add);
        }
        notes.addAll(0, experiment.notes(where));
        List<Row> all = new ArrayList<>(rows);
        all.addAll(questions.rows(literal));
        Map<Witness, double[]> times = new EnumMap<>(Witness.class);
        if (laboratory.commonNumbers()) {
            for (Witness witness : witnesses) {
                experiment.passageTimes(witness).ifPresent(t -> times.put(witness, t));
            }
        }
        return new CellResult(literal, all, notes, times,
                cells.size() <= CellLaws.MOST_CELLS ? CellLaws.of(experiment, witnesses) : CellLaws.NONE);
    }

    private final class LocalTask implements Engine.Task {
        private final Cells cells;
        private final double share;
        /** Where the work of cells was estimated, and their plans are known, until they run. */
        private final Map<Integer, Laboratory> estimated = new ConcurrentHashMap<>();

        LocalTask(Cells cells, double share) {
            this.cells = cells;
            this.share = share;
        }

        @Override
        public CellResult run(int cell, Crew crew, Meter meter) {
            Laboratory before = estimated.remove(cell);
            Laboratory laboratory = before == null ? laboratory() : before;
            return SweepRunner.this.run(cells, cell, share, laboratory.with(crew, meter), meter);
        }

        @Override
        public Effort effort(int cell) {
            Laboratory laboratory = laboratory();
            if (cells.size() <= CellLaws.MOST_CELLS) {
                estimated.put(cell, laboratory);
            }
            return experiment(laboratory, cells, cell, share).effort();
        }

        @Override
        public double falseAlarm() {
            return share;
        }
    }
}
