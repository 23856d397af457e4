import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.random.Seed;
import org.thalweg.results.Effort;
import org.thalweg.results.plan.Limits;
import org.thalweg.sweep.CellResult;
import org.thalweg.sweep.Engine;
import org.thalweg.sweep.LocalEngine;
import org.thalweg.sweep.ParameterGrid;
import org.thalweg.sweep.SweepRunner;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/**
 * Records which thread did what and when in a sweep, and prints how busy threads were and how well the end was foretold.
 *
 * <p>Arguments: MODEL THREADS [FILE]; the file is for what the forecast was told. A thread counts as busy from the begin to the end of a timed block (of particles, of
 * repeats, a density), whether or not other processes took its core away meanwhile.
 */
final class Schedule {
    private static final List<Block> blocks = Collections.synchronizedList(new ArrayList<>());
    private static final List<Block> owned = Collections.synchronizedList(new ArrayList<>());
    private static final List<Block> waits = Collections.synchronizedList(new ArrayList<>());
    private static final long begin = System.nanoTime();

    /** A block that was done: nanoseconds since the sweep began. */
    record Block(String thread, int cell, String kind, double amount, long begin, long end, long cpu) {}

    /** A forecast that was made: the share of the work that is said to be done, and seconds that are said to be left. */
    record Forecast(long at, long processor, double share, double left) {}

    /** Nanoseconds for which threads of the sweep were on a processor. */
    private static long processor() {
        ThreadMXBean times = ManagementFactory.getThreadMXBean();
        return threadsOfSweep.entrySet().stream()
                .mapToLong(thread -> times.getThreadCpuTime(thread.getKey()) - thread.getValue()).filter(t -> t > 0).sum();
    }

    /** Threads, and for how long they were on a processor before their first block, to plan. */
    private static final Map<Long, Long> threadsOfSweep = new ConcurrentHashMap<>();

    /** When the first block began: the clock, and the processor time of the whole process. */
    private static volatile long[] first;

    private static long process() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** What a forecast was told, as {@code RecordedSweepTest} reads it; times are milliseconds. */
    private static final List<String> told = Collections.synchronizedList(new ArrayList<>());

    /** Nanoseconds of processor time at which each thread was heard of last. */
    private static final Map<Long, Long> heard = new ConcurrentHashMap<>();

    private static void tell(String what, String kind, double number) {
        long thread = Thread.currentThread().getId();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (what.equals("reached") && number < 1.0 && cpu - heard.getOrDefault(thread, 0L) < HEARD_EVERY) {
            return;
        }
        heard.put(thread, cpu);
        told.add(String.format(Locale.ROOT, "%s,%d,%d,%d,%s,%.6g,%d", what, thread, (System.nanoTime() - begin) / MILLI,
                cpu / MILLI, kind, number, process() / MILLI));
    }

    private static final long MILLI = 1_000_000;

    /** Nanoseconds of a thread: of shorter pieces of a block nothing is written. */
    private static final long HEARD_EVERY = 60 * MILLI;

    private static void record(int cell, String kind, double amount, Runnable work) {
        synchronized (blocks) {
            first = first == null ? new long[] {System.nanoTime(), process()} : first;
        }
        threadsOfSweep.computeIfAbsent(Thread.currentThread().getId(),
                thread -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        tell("begin", kind, amount);
        long from = System.nanoTime() - begin;
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        tell("end", kind, amount);
        blocks.add(new Block(Long.toString(Thread.currentThread().getId()), cell, kind, amount, from, System.nanoTime() - begin,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu));
    }

    private static List<Integer> expected(List<Integer> cells) {
        tell("expect", Effort.CELL, cells.size());
        return cells;
    }

    /** A crew of which it is known who was in it and when: whoever is, and does no block, waits. */
    private static Crew waited(Crew crew) {
        return new Crew() {
            @Override
            public void each(int tasks, Supplier<IntConsumer> worker) {
                each(tasks, task -> 0.0, worker);
            }

            @Override
            public void each(int tasks, IntToDoubleFunction seconds, Supplier<IntConsumer> worker) {
                long from = System.nanoTime() - begin;
                crew.each(tasks, seconds, worker);
                waits.add(new Block(Long.toString(Thread.currentThread().getId()), -1, "each", 0, from,
                        System.nanoTime() - begin, 0));
            }
        };
    }

    /** Nanoseconds from a time on in which a thread ran a cell or did a block, and did not wait for others. */
    private static long busy(String thread, long first) {
        TreeMap<Long, int[]> edges = new TreeMap<>();
        List<List<Block>> kinds = List.of(blocks, owned, waits);
        for (int k = 0; k < kinds.size(); k++) {
            for (Block b : kinds.get(k)) {
                if (b.thread().equals(thread)) {
                    edges.computeIfAbsent(b.begin(), t -> new int[3])[k]++;
                    edges.computeIfAbsent(b.end(), t -> new int[3])[k]--;
                }
            }
        }
        long sum = 0;
        int[] depth = new int[3];
        long last = first;
        for (Map.Entry<Long, int[]> edge : edges.entrySet()) {
            boolean works = depth[0] > 0 || depth[1] > 0 && depth[2] == 0;
            sum += works ? Math.max(0, edge.getKey() - Math.max(first, last)) : 0;
            for (int k = 0; k < 3; k++) {
                depth[k] += edge.getValue()[k];
            }
            last = edge.getKey();
        }
        return sum;
    }

    public static void main(String[] arguments) throws Exception {
        ModelFile model = ModelFile.read(Path.of(arguments[0]));
        int threads = Integer.parseInt(arguments[1]);
        ParameterGrid grid = new ParameterGrid(model.sweep().learningRate().orElseThrow(),
                model.sweep().batchVariance(), model.sweep().anisotropy(), model.sweep().batchSize());
        List<Setting> cells = grid.cells(model.setting());
        List<Forecast> forecasts = Collections.synchronizedList(new ArrayList<>());
        LocalEngine local = new LocalEngine(threads);
        Engine traced = (open, task, progress, sink) -> local.run(expected(open), new Engine.Task() {
            @Override
            public CellResult run(int cell, Crew crew, Meter meter) {
                long from = System.nanoTime() - begin;
                tell("begin", Effort.CELL, 1);
                try {
                    return task.run(cell, waited(crew), new Meter() {
                        @Override
                        public void time(String kind, double amount, Runnable work) {
                            record(cell, kind, amount, () -> meter.time(kind, amount, work));
                        }

                        @Override
                        public void reached(double share) {
                            tell("reached", "", share);
                            meter.reached(share);
                        }

                        @Override
                        public void expect(Map<String, Double> amounts) {
                            amounts.forEach((kind, amount) -> tell("expect", kind, amount));
                            meter.expect(amounts);
                        }
                    });
                } finally {
                    tell("end", Effort.CELL, 1);
                    owned.add(new Block(Long.toString(Thread.currentThread().getId()), cell, "cell", 0, from,
                            System.nanoTime() - begin, 0));
                }
            }

            @Override
            public Effort effort(int cell) {
                Effort effort = task.effort(cell);
                effort.amounts().forEach((kind, amount) -> tell("expect", kind, amount));
                return effort;
            }

            @Override
            public double falseAlarm() {
                return task.falseAlarm();
            }
        }, progress, sink);
        Progress progress = new Progress() {
            @Override
            public void done(double share) {
                done(share, Double.NaN);
            }

            @Override
            public void done(double share, double left) {
                forecasts.add(new Forecast(System.nanoTime() - begin, processor(), share, left));
            }
        };
        new SweepRunner(EnumSet.copyOf(Witness.COMPUTED), model.sweep().particles().orElseThrow(), Seed.DEFAULT, threads,
                new Limits(model.training().time(), model.sweep().iterations())).on(traced)
                .each(org.thalweg.sweep.Cells.of(cells, List.of()), progress, (number, cell) -> { });
        long end = System.nanoTime() - begin;
        if (arguments.length > 2) {
            java.nio.file.Files.write(Path.of(arguments[2]), told);
        }
        double busy = (double) (process() - first[1]) / (System.nanoTime() - first[0]);
        blocks.sort(Comparator.comparingLong(Block::begin));
        System.out.println("thread,cell,kind,amount,begin_s,end_s,cpu_s");
        Map<String, Integer> names = new java.util.TreeMap<>();
        for (Block b : blocks) {
            names.putIfAbsent(b.thread(), names.size());
            System.out.printf(Locale.ROOT, "%d,%d,%s,%.3g,%.3f,%.3f,%.3f%n", names.get(b.thread()), b.cell(), b.kind(),
                    b.amount(), 1e-9 * b.begin(), 1e-9 * b.end(), 1e-9 * b.cpu());
        }
        long work = blocks.get(0).begin();
        long shared = names.keySet().stream().mapToLong(thread -> busy(thread, work)).sum();
        System.out.printf(Locale.ROOT, "# whole %.3f s, planning %.3f s, busy %.4f of %d threads since%n", 1e-9 * end,
                1e-9 * work, (double) shared / threads / (end - work), threads);
        System.out.printf(Locale.ROOT, "# from the first block to the end %.3f of %d processors were at work for this process%n", busy,
                Runtime.getRuntime().availableProcessors());
        // Before the first block threads only planned.
        long planned = forecasts.get(0).processor();
        long all = forecasts.get(forecasts.size() - 1).processor() - planned;
        System.out.printf(Locale.ROOT, "# processor time of threads %.2f s%n", 1e-9 * all);
        for (double tenth = 0.1; tenth < 0.95; tenth += 0.1) {
            double at = tenth;
            forecasts.stream().filter(f -> f.processor() - planned >= at * all).findFirst().ifPresent(f -> {
                double done = 1e-9 * (f.processor() - planned);
                double left = 1e-9 * all - done;
                double foretold = done * (1 - f.share()) / f.share();
                double wall = 1e-9 * (end - f.at());
                System.out.printf(Locale.ROOT, "# at %.0f %% of the work: processor %.2f s were left, foretold %.2f s"
                        + " (%+.0f %%); wall %.2f s, %s%n", 100 * at, left, foretold, 100 * (foretold / left - 1), wall,
                        Double.isNaN(f.left()) ? "not foretold" : String.format(Locale.ROOT, "foretold %.2f s (%+.0f %%)",
                                f.left(), 100 * (f.left() / wall - 1)));
            });
        }
    }
}
