package org.thalweg.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of matrices: every element one chain of fused multiply-adds, bit for bit, on every back-end. */
class ProductContractTest {
    private static final long SEED = 20261129;

    private final SplittableRandom random = new SplittableRandom(SEED);

    static List<BlockMath> backEnds() {
        return BlockMathContractTest.backEnds();
    }

    private double[] numbers(int count) {
        return random.doubles(count, -1.0, 1.0).map(x -> x * Math.pow(10.0, random.nextInt(-8, 9))).toArray();
    }

    /**
     * All widths up to several tiles, a by rows and by columns, room between rows, any start; nothing written beside
     * the product.
     */
    @ParameterizedTest
    @MethodSource("backEnds")
    void everyElementIsOneChain(BlockMath math) {
        for (int trial = 0; trial < 400; trial++) {
            int rows = random.nextInt(14);
            int inner = trial % 20 == 0 ? random.nextInt(100, 600) : random.nextInt(20);
            int columns = random.nextInt(90);
            boolean turned = random.nextBoolean();
            int aRow = turned ? 1 : inner + random.nextInt(3);
            int aColumn = turned ? rows + random.nextInt(3) : 1;
            int bRow = columns + random.nextInt(4);
            int cRow = columns + random.nextInt(4);
            double[] a = numbers(5 + rows * Math.max(1, aRow) + inner * Math.max(1, aColumn));
            double[] b = numbers(7 + inner * bRow + columns);
            double[] c = numbers(3 + rows * cRow + columns);
            boolean itself = random.nextBoolean();
            double[] start = itself ? c : numbers(2 + columns * (rows + 1));
            int sFrom = itself ? 3 : 2;
            int sRow = itself ? cRow : random.nextBoolean() ? columns : 0;
            double[] expected = c.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    double sum = start[sFrom + i * sRow + j];
                    for (int k = 0; k < inner; k++) {
                        sum = Math.fma(a[5 + i * aRow + k * aColumn], b[7 + k * bRow + j], sum);
                    }
                    expected[3 + i * cRow + j] = sum;
                }
            }
            math.product(rows, inner, columns, a, 5, aRow, aColumn, b, 7, bRow, start, sFrom, sRow, c, 3, cRow);
            assertArrayEquals(expected, c, rows + " x " + inner + " x " + columns + ", seed " + SEED);
        }
    }

    /** Cut anywhere, a sum over k has the same bits. */
    @ParameterizedTest
    @MethodSource("backEnds")
    void aSumMayBeCut(BlockMath math) {
        double[] a = numbers(7 * 300);
        double[] b = numbers(300 * 24);
        double[] whole = new double[7 * 24];
        math.product(7, 300, 24, a, 0, 300, 1, b, 0, 24, whole, 0, 24, whole, 0, 24);
        for (int cut : new int[] {1, 64, 128, 129, 299}) {
            double[] parts = new double[7 * 24];
            math.product(7, cut, 24, a, 0, 300, 1, b, 0, 24, parts, 0, 24, parts, 0, 24);
            math.product(7, 300 - cut, 24, a, cut, 300, 1, b, 24 * cut, 24, parts, 0, 24, parts, 0, 24);
            assertArrayEquals(whole, parts, "cut at " + cut + ", seed " + SEED);
        }
    }

    @Test
    void rowsBecomeColumns() {
        for (int trial = 0; trial < 100; trial++) {
            int rows = random.nextInt(30);
            int columns = random.nextInt(30);
            double[] from = numbers(2 + rows * (columns + 1));
            double[] to = new double[columns * (rows + 2)];
            double[] expected = to.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    expected[j * (rows + 2) + i] = from[2 + i * (columns + 1) + j];
                }
            }
            Transposition.transpose(rows, columns, from, 2, columns + 1, to, rows + 2);
            assertArrayEquals(expected, to, "seed " + SEED);
        }
    }
}
