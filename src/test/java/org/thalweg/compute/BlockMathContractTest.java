package org.thalweg.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.refusal.Refusal;

/** Every back-end gives the bits of {@link Elementary}: at the ends of arrays, over its arguments, for odd numbers. */
class BlockMathContractTest {
    private static final long SEED = 20261121;
    private static final double[] ODD = {
        0.0, -0.0, 1.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE,
        -Double.MIN_VALUE, Double.MIN_NORMAL, 4e-310, Double.MAX_VALUE, -Double.MAX_VALUE, 709.78, 709.79, -745.1,
        -745.2, -740.0, 1e5, 1048576.0, 1048577.0, 1e22, Math.PI, Math.PI / 2, 20.0, 20.1, 1e-300, Math.nextDown(1.0),
        Math.nextUp(1.0), Math.sqrt(0.5), Math.nextDown(Math.sqrt(0.5))
    };

    private final SplittableRandom random = new SplittableRandom(SEED);

    private interface OverBlock {
        void apply(double[] x, double[] result, int count);
    }

    /** Those that are there, and the change from the simplest to each of them in the middle of the work. */
    static List<BlockMath> backEnds() {
        List<BlockMath> all = new ArrayList<>(Backend.available());
        Backend.available().forEach(then -> all.add(new PatientMath(ScalarMath.INSTANCE, then, 50)));
        return all;
    }

    private double[] arguments(int count) {
        double[] x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = switch (random.nextInt(4)) {
                case 0 -> ODD[random.nextInt(ODD.length)];
                case 1 -> Double.longBitsToDouble(random.nextLong());
                default -> (random.nextDouble() - 0.5) * Math.pow(10.0, random.nextInt(-3, 4));
            };
        }
        return x;
    }

    private void assertSame(OverBlock block, DoubleUnaryOperator point) {
        for (int trial = 0; trial < 300; trial++) {
            int count = random.nextInt(40);
            double[] x = arguments(count + 3);
            double[] expected = x.clone();
            for (int i = 0; i < count; i++) {
                expected[i] = point.applyAsDouble(x[i]);
            }
            double[] result = x.clone();
            block.apply(x, result, count);
            assertArrayEquals(expected, result, () -> "seed " + SEED + ", arguments " + Arrays.toString(x));
            block.apply(x, x, count);
            assertArrayEquals(expected, x, "in place, seed " + SEED);
        }
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void elementaryFunctions(BlockMath math) {
        assertSame(math::exp, Elementary::exp);
        assertSame(math::log, Elementary::log);
        assertSame(math::sin, Elementary::sin);
        assertSame(math::cos, Elementary::cos);
        assertSame(math::tanh, Elementary::tanh);
        assertSame((x, sine, count) -> math.sinCos(x.clone(), sine, new double[count], count), Elementary::sin);
        assertSame((x, cosine, count) -> math.sinCos(x.clone(), new double[count], cosine, count), Elementary::cos);
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void normalVariates(BlockMath math) {
        long[] bits = random.longs(1000).toArray();
        bits[0] = 0L;
        bits[1] = -1L;
        double[] radius = new double[1000];
        double[] first = new double[1003];
        double[] second = new double[1002];
        for (int count : new int[] {0, 1, 2, 3, 7, 8, 999}) {
            math.normalRadius(bits, radius, count);
            math.turn(bits, radius, count, first, 3, second, 2);
            for (int i = 0; i < count; i++) {
                double r = Elementary.radius(bits[i]);
                double t = Elementary.halfTurn(bits[i]);
                assertEquals(r, radius[i]);
                assertEquals(Elementary.signed(r, bits[i]) * Elementary.cosHalfTurn(t), first[3 + i]);
                assertEquals(Elementary.signed(r, bits[i]) * Elementary.sinHalfTurn(t), second[2 + i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void signsAreSingleBits(BlockMath math) {
        long[] bits = random.longs(7).toArray();
        double[] values = new double[500];
        math.signs(bits, 7, values, 5, 7 * 64);
        for (int j = 0; j < 64; j++) {
            for (int i = 0; i < 7; i++) {
                assertEquals((bits[i] >>> j & 1L) == 1L ? -1.0 : 1.0, values[5 + i + 7 * j]);
            }
        }
        assertEquals(0.0, values[5 + 7 * 64]);
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void fieldsAreWholeNumbers(BlockMath math) {
        int lines = 5;
        int size = lines * BlockMath.LINE;
        long[] words = random.longs(size + 3).toArray();
        double[] unit = {0.1, -0.3, 7.0};
        double[][] minuend = {arguments(9), arguments(9), arguments(9)};
        double[][] result = new double[3][size + 2];
        math.lessFields(words, 3, lines, unit, minuend, 1, result, 2);
        for (int field = 0; field < 3; field++) {
            for (int i = 0; i < size; i++) {
                long whole = words[3 + i] >>> BlockMath.FIELD_BITS * field & 0x1FFFFF;
                assertEquals(Math.fma(-unit[field], 1.0 + whole * 0x1p-21, minuend[field][1 + i % BlockMath.LINE]),
                        result[field][2 + i], "seed " + SEED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void productsAreAddedInTheSameOrder(BlockMath math) {
        for (int lines = 0; lines < 6; lines++) {
            double[] values = random.doubles(4 + lines * BlockMath.LINE).toArray();
            double[] weights = random.doubles(values.length).toArray();
            double[] sums = new double[BlockMath.LINE + 1];
            Arrays.fill(sums, 0.5);
            math.addProducts(values, weights, 4, lines, sums, 1);
            for (int k = 0; k < BlockMath.LINE; k++) {
                double[] half = new double[2];
                for (int line = 0; line < (lines & ~1); line++) {
                    int i = 4 + line * BlockMath.LINE + k;
                    half[line % 2] += values[i] * weights[i];
                }
                int last = 4 + (lines - 1) * BlockMath.LINE + k;
                double single = lines % 2 == 0 ? 0.0 : values[last] * weights[last];
                assertEquals(0.5 + (half[0] + half[1]) + single, sums[1 + k], "seed " + SEED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void momentsAreAddedLineByLine(BlockMath math) {
        for (int lines = 0; lines < 4; lines++) {
            double[] v = random.doubles(4 + lines * BlockMath.LINE).toArray();
            double[] w = random.doubles(v.length).toArray();
            double[][] sums = new double[3][BlockMath.LINE + 1];
            math.addMoments(w, v, 4, lines, sums, 1);
            for (int k = 0; k < BlockMath.LINE; k++) {
                double[] expected = new double[3];
                for (int i = 4 + k; i < v.length; i += BlockMath.LINE) {
                    expected[0] += w[i];
                    expected[1] += w[i] * v[i];
                    expected[2] += w[i] * v[i] * v[i];
                }
                for (int power = 0; power < 3; power++) {
                    assertEquals(expected[power], sums[power][1 + k], "seed " + SEED);
                }
            }
        }
    }

    /** The faster back-end is asked once enough numbers have gone by, and from then on. */
    @Test
    void patienceEnds() {
        List<String> asked = new ArrayList<>();
        BlockMath then = (BlockMath) Proxy.newProxyInstance(BlockMath.class.getClassLoader(),
                new Class<?>[] {BlockMath.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.getReturnType() == String.class ? "then" : null;
                });
        BlockMath math = new PatientMath(ScalarMath.INSTANCE, then, 20);
        assertEquals("then", math.key());
        assertEquals("then", math.description());
        asked.clear();
        for (int call = 0; call < 5; call++) {
            math.exp(new double[8], new double[8], 8);
        }
        assertEquals(List.of("exp", "exp"), asked, "24 numbers are more than 20, 16 are not");
    }

    /** Against the functions of the JDK, which are within 1 unit themselves. */
    @Test
    void elementaryFunctionsAreAccurate() {
        assertWithin(1, Elementary::exp, StrictMath::exp, 745.0);
        assertWithin(1, Elementary::exp, StrictMath::exp, 1.0);
        assertWithin(1, Elementary::sin, StrictMath::sin, 10.0);
        assertWithin(1, Elementary::cos, StrictMath::cos, 1e6);
        assertWithin(4, Elementary::tanh, StrictMath::tanh, 1.0);
        assertWithin(4, Elementary::tanh, StrictMath::tanh, 30.0);
        assertWithin(1, x -> Elementary.log(Math.abs(x)), x -> StrictMath.log(Math.abs(x)), 2.0);
        assertWithin(1, x -> Elementary.log(Math.abs(x)), x -> StrictMath.log(Math.abs(x)), 1e300);
    }

    private void assertWithin(int units, DoubleUnaryOperator f, DoubleUnaryOperator exact, double range) {
        for (int i = 0; i < 200_000; i++) {
            double x = (2.0 * random.nextDouble() - 1.0) * range;
            double expected = exact.applyAsDouble(x);
            assertEquals(expected, f.applyAsDouble(x), units * Math.ulp(expected), () -> "at " + x);
        }
    }

    /** The transform is exact to what {@link Elementary} promises, and a vanishing radius is none. */
    @Test
    void halvesOfTheTransformAreAccurate() {
        for (int i = 0; i < 200_000; i++) {
            long bits = random.nextLong();
            double u = ((bits >>> 12) + 0.5) * 0x1p-52;
            double expected = Math.sqrt(-2.0 * StrictMath.log(u));
            assertEquals(expected, Elementary.radius(bits), 1e-13 * expected);
            double t = Elementary.halfTurn(bits);
            assertEquals(StrictMath.cos(Math.PI * t), Elementary.cosHalfTurn(t), 1e-14);
            assertEquals(StrictMath.sin(Math.PI * t), Elementary.sinHalfTurn(t), 2e-13);
        }
        assertEquals(Math.sqrt(106.0 * Math.log(2.0)), Elementary.radius(0L), 1e-13);
        assertTrue(Elementary.radius(-1L) > 0.0);
    }

    @Test
    void theVectorBackEndIsChosenWhereItsModuleIs() {
        boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertEquals(there ? "vector" : "scalar", Backend.choose("auto").key());
        assertEquals("scalar", Backend.choose("scalar").key());
        assertEquals("back-end 'gpu': use auto, vector or scalar",
                assertThrows(Refusal.class, () -> Backend.choose("gpu")).getMessage());
    }

    @ParameterizedTest
    @MethodSource("backEnds")
    void findsWhoIsNotBetweenBounds(BlockMath math) {
        for (int trial = 0; trial < 300; trial++) {
            int count = random.nextInt(40);
            double[] lower = arguments(count);
            double[] x = arguments(count);
            double[] upper = arguments(count);
            int[] expected = IntStream.range(0, count).filter(i -> x[i] <= lower[i] || x[i] >= upper[i]).toArray();
            int[] slots = new int[count];
            int found = math.notBetween(lower, x, upper, count, slots);
            assertArrayEquals(expected, Arrays.copyOf(slots, found), "seed " + SEED);
        }
    }

    /** An interval with its first and without its last number; half of the trials have at most one number outside. */
    @ParameterizedTest
    @MethodSource("backEnds")
    void tellsWhetherAllAreWithinAnInterval(BlockMath math) {
        for (int trial = 0; trial < 300; trial++) {
            int count = random.nextInt(40);
            double[] x = trial % 2 == 0 ? arguments(count + 1) : random.doubles(count + 1, -2.0, 3.0).toArray();
            if (trial % 4 == 1) {
                x[random.nextInt(count + 1)] = new double[] {-2.0, 3.0, Double.NaN, Math.nextDown(-2.0)}[trial / 4 % 4];
            }
            boolean expected = Arrays.stream(x, 0, count).allMatch(v -> v >= -2.0 && v < 3.0);
            assertEquals(expected, math.allWithin(x, -2.0, 3.0, count), "seed " + SEED + ", trial " + trial);
        }
    }

    /** Larger of a number and a bound; a number that is none stays. */
    @ParameterizedTest
    @MethodSource("backEnds")
    void raisesToABound(BlockMath math) {
        for (int trial = 0; trial < 300; trial++) {
            int count = random.nextInt(40);
            int from = random.nextInt(5);
            double bound = trial % 2 == 0 ? 0.0 : -1.0;
            double[] x = arguments(from + count + 2);
            double[] result = x.clone();
            math.raise(result, from, bound, count);
            for (int i = 0; i < x.length; i++) {
                boolean raised = i >= from && i < from + count && x[i] <= bound;
                assertEquals(raised ? bound : x[i], result[i], "seed " + SEED);
            }
        }
    }

    /** What belongs to a number above the bound stays, everything else is 0: also beside NaN, also where it is NaN. */
    @ParameterizedTest
    @MethodSource("backEnds")
    void passesWhatIsAboveABound(BlockMath math) {
        for (int trial = 0; trial < 300; trial++) {
            int count = random.nextInt(40);
            double bound = trial % 2 == 0 ? 0.0 : -1.0;
            double[] x = arguments(count + 2);
            double[] q = arguments(count + 2);
            double[] result = q.clone();
            math.pass(x, bound, trial % 4 < 2 ? result : q, result, count);
            for (int i = 0; i < count; i++) {
                assertEquals(x[i] > bound ? q[i] : 0.0, result[i], "seed " + SEED);
            }
            assertEquals(q[count], result[count]);
        }
    }

    /**
     * Bits of the definition, written with the elementary functions of single numbers; columns of NaN, of infinities
     * and of numbers far apart among them.
     */
    @ParameterizedTest
    @MethodSource("backEnds")
    void sharesOfExponentials(BlockMath math) {
        for (int trial = 0; trial < 100; trial++) {
            int rows = 1 + random.nextInt(12);
            int columns = BlockMath.LINE * (1 + random.nextInt(4));
            double[] z = trial % 3 == 0 ? arguments(rows * columns)
                    : random.doubles(rows * columns, -30.0, 30.0).toArray();
            double[] p = new double[z.length];
            double[] most = new double[columns];
            double[] logSum = new double[columns];
            math.softmax(z, rows, columns, p, most, logSum);
            for (int j = 0; j < columns; j++) {
                double m = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < rows; k++) {
                    m = Math.max(m, z[k * columns + j]);
                }
                double sum = 0.0;
                for (int k = 0; k < rows; k++) {
                    sum += Elementary.exp(z[k * columns + j] - m);
                }
                assertEquals(m, most[j], "seed " + SEED);
                assertEquals(Elementary.log(sum), logSum[j], "seed " + SEED);
                for (int k = 0; k < rows; k++) {
                    assertEquals(Elementary.exp(z[k * columns + j] - m) * (1.0 / sum), p[k * columns + j],
                            "seed " + SEED);
                }
            }
        }
    }

    /** Bits of the definition; NaN and infinities among the tangents. */
    @ParameterizedTest
    @MethodSource("backEnds")
    void tangentsOfShares(BlockMath math) {
        for (int trial = 0; trial < 100; trial++) {
            int rows = 1 + random.nextInt(12);
            int columns = BlockMath.LINE * (1 + random.nextInt(4));
            double[] p = random.doubles(rows * columns).toArray();
            double[] before = trial % 3 == 0 ? arguments(rows * columns)
                    : random.doubles(rows * columns, -30.0, 30.0).toArray();
            double[] x = before.clone();
            math.softmaxTangent(p, rows, columns, x);
            for (int j = 0; j < columns; j++) {
                double sum = 0.0;
                for (int k = j; k < x.length; k += columns) {
                    sum += p[k] * before[k];
                }
                for (int k = j; k < x.length; k += columns) {
                    assertEquals(p[k] * (before[k] - sum), x[k], "seed " + SEED);
                }
            }
        }
    }
}
