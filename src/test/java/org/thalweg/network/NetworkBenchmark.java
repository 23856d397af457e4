package org.thalweg.network;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.thalweg.compute.Backend;
import org.thalweg.random.Purpose;
import org.thalweg.random.RandomStream;
import org.thalweg.random.Seed;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.Lanczos;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.Spectrum;

/**
 * Microseconds of processor time of SGD steps, gradients and Hessian-vector products; {@code bench/network} runs it
 * beside numpy. Arguments: [ROUNDS 300 [ROW [THREADS 1]]]. For each row one line: its name, median and first decile of
 * the rounds after as many to warm up. The ROW spectrum-64-32-10 is only run where it is asked for. With more threads
 * than one, which share what can be shared, times are by the clock on the wall. With "served" for the ROW, names of rows
 * are read from the input, and each is answered by microseconds over a piece of {@value #PIECE} of them.
 */
public final class NetworkBenchmark {
    /** Steps between two looks at the clock. */
    private static final int STEPS = 10;

    /** Microseconds. */
    private static final double PIECE = 10_000.0;

    private static final Map<String, DoubleSupplier> SERVED = new LinkedHashMap<>();
    private static int rounds;
    private static String only;
    private static boolean shared;
    private static boolean served;

    private NetworkBenchmark() {}

    private interface Work {
        void run(int round);
    }

    /** See the class. */
    public static void main(String[] arguments) {
        rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        only = arguments.length > 1 ? arguments[1] : "";
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        shared = threads > 1;
        served = only.equals("served");
        new ForkJoinPool(threads).submit(NetworkBenchmark::all).join();
    }

    private static void all() {
        System.out.println("# " + Backend.current().description());
        for (int turn = 0; turn < 2; turn++) {
            boolean say = turn == 1;
            step("step-64-32-10", List.of(64, 32, 10), 32, normal(64), say);
            step("step-64-50-50-10", List.of(64, 50, 50, 10), 50, normal(64), say);
            step("step-digits-64-50-50-10", List.of(64, 50, 50, 10), 50, FormulaNetworks.digits(), say);
            step("step-784-50-50-10", List.of(784, 50, 50, 10), 50, normal(784), say);
            whole(say);
        }
        if (served) {
            System.out.println("# ready");
            new Scanner(System.in, StandardCharsets.UTF_8)
                    .forEachRemaining(row -> System.out.println(row + " " + SERVED.get(row).getAsDouble()));
        }
        if (only.equals("spectrum-64-32-10")) {
            spectrum();
        }
    }

    /** Once, cold: the whole Hessian, its eigenvalues, and those with eigenvectors. */
    private static void spectrum() {
        Architecture layers = new Architecture(List.of(64, 32, 10), Activation.TANH, Output.CROSS_ENTROPY, true);
        Propagation network = new Network(layers, FormulaNetworks.digits()).bind();
        double[] theta = FormulaNetworks.parameters(layers, 1.0);
        DenseMatrix[] hessian = new DenseMatrix[1];
        only = "";
        report("form-64-32-10", true, 1, 1,
                round -> hessian[0] = DenseMatrix.of(NetworkMatrix.HESSIAN.at(network, theta)));
        report("eigenvalues-64-32-10", true, 1, 1, round -> Spectrum.values(hessian[0]));
        report("eigenvectors-64-32-10", true, 1, 1, round -> Spectrum.of(hessian[0]));
    }

    private static Samples normal(int width) {
        RandomStream stream = Seed.DEFAULT.stream(Purpose.DATA, 0);
        int count = 1000;
        double[] rows = new double[count * width];
        stream.fillNormal(rows, rows.length);
        int[] labels = new int[count];
        Arrays.setAll(labels, n -> n % 10);
        return Samples.ofClasses(width, rows, labels, 10);
    }

    private static void step(String name, List<Integer> widths, int size, Samples samples, boolean say) {
        Architecture layers = new Architecture(widths, Activation.RELU, Output.CROSS_ENTROPY, true);
        InPlaceDescent network = InPlaceDescent.of(new Network(layers, samples), size).orElseThrow();
        double[] theta = FormulaNetworks.parameters(layers, 1.0);
        network.begin(theta);
        int[][] lists = new int[samples.count()][size];
        for (int k = 0; k < lists.length; k++) {
            int first = 7919 * size * k;
            Arrays.setAll(lists[k], n -> (first + 7919 * n & Integer.MAX_VALUE) % samples.count());
        }
        report(name, say, rounds, STEPS, round -> network.step(theta, lists[round % lists.length], size, 1e-3));
    }

    private static void whole(boolean say) {
        Architecture layers = new Architecture(List.of(64, 32, 10), Activation.TANH, Output.CROSS_ENTROPY, true);
        Propagation network = new Network(layers, FormulaNetworks.digits()).bind();
        double[] theta = FormulaNetworks.parameters(layers, 1.0);
        double[] direction = new double[theta.length];
        Arrays.setAll(direction, k -> Math.sin(k + 1.0));
        double[] product = new double[theta.length];
        report("gradient-64-32-10", say, rounds, 1, round -> network.lossAndGradient(theta, product));
        report("hessian-times-64-32-10", say, rounds, 1, round -> network.hessianTimes(theta, direction, product));
        Lanczos fortyProducts = new Lanczos(5, 0, 0.0, 40);
        report("top-5-64-32-10", say, Math.max(1, rounds / 20), 1,
                round -> fortyProducts.of(NetworkMatrix.HESSIAN.at(network, theta), Seed.DEFAULT));
    }

    private static void report(String name, boolean say, int times, int atOnce, Work work) {
        if (!only.isEmpty() && !only.equals(name) && !served) {
            return;
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] micros = new double[times];
        LongSupplier nanos = shared ? System::nanoTime : clock::getCurrentThreadCpuTime;
        for (int round = 0; round < times; round++) {
            long start = nanos.getAsLong();
            for (int again = 0; again < atOnce; again++) {
                work.run(round * atOnce + again);
            }
            micros[round] = 1e-3 * (nanos.getAsLong() - start) / atOnce;
        }
        Arrays.sort(micros);
        if (served) {
            int count = (int) Math.ceil(PIECE / micros[times / 2]);
            SERVED.put(name, () -> {
                long start = nanos.getAsLong();
                for (int round = 0; round < count; round++) {
                    work.run(round);
                }
                return 1e-3 * (nanos.getAsLong() - start) / count;
            });
        } else if (say) {
            System.out.printf("%s %.1f %.1f%n", name, micros[times / 2], micros[times / 10]);
        }
    }
}
