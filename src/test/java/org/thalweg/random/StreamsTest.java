package org.thalweg.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** Seeds are addresses: equal ones give equal bits, different ones have nothing in common. */
class StreamsTest {
    private static final Seed SEED = new Seed(20230607);
    private static final int DRAWS = 100_000;

    private static double[] normals(RandomStream stream, int count) {
        double[] values = new double[count];
        stream.fillNormal(values, count);
        return values;
    }

    @Test
    void equalAddressesGiveEqualBits() {
        for (Purpose purpose : Purpose.values()) {
            for (long block : new long[] {0, 1, 17, 1L << 40, -1}) {
                RandomStream first = new Seed(5).child(3).child(8).stream(purpose, block);
                RandomStream second = new Seed(5).child(3).child(8).stream(purpose, block);
                for (int i = 0; i < 1000; i++) {
                    assertEquals(first.nextNormal(), second.nextNormal());
                }
            }
        }
    }

    /** A stream does not notice the others: interleaved with a second one it says the same as alone. */
    @Test
    void aStreamIsNotDisturbedByOthers() {
        double[] alone = DoubleStream.generate(SEED.stream(Purpose.OTHER, 4)::nextNormal).limit(100).toArray();
        RandomStream observed = SEED.stream(Purpose.OTHER, 4);
        RandomStream other = SEED.stream(Purpose.OTHER, 5);
        for (double expected : alone) {
            other.nextNormal();
            SEED.child(9).stream(Purpose.OTHER, 4).nextDouble();
            assertEquals(expected, observed.nextNormal());
        }
    }

    /** Drawing words one by one and in blocks is the same stream. */
    @Test
    void aBlockOfBitsIsTheSameAsItsWords() {
        long[] together = new long[1000];
        SEED.stream(Purpose.OTHER, 0).fillBits(together, together.length);
        RandomStream single = SEED.stream(Purpose.OTHER, 0);
        long[] word = new long[1];
        for (long expected : together) {
            single.fillBits(word, 1);
            assertEquals(expected, word[0]);
        }
    }

    @Test
    void childrenAreDifferentFromEachOtherAndFromTheirParent() {
        Set<Seed> family = new HashSet<>(Set.of(SEED));
        for (long i = -500; i < 500; i++) {
            family.add(SEED.child(i));
            family.add(SEED.child(1).child(i));
            family.add(SEED.child(i).child(1));
        }
        // 1 parent, 3000 descendants of which child(1).child(1) occurs twice.
        assertEquals(3000, family.size());
        assertNotEquals(SEED.child(1).child(2), SEED.child(2).child(1));
    }

    /** Pairs of neighbouring addresses. Two-sided normal tail beyond 4.9: 1e-6 false alarms a pair, 8e-6 in all. */
    @Test
    void neighbouringAddressesAreUncorrelated() {
        RandomStream[] neighbours = {
            SEED.stream(Purpose.GRADIENT_NOISE, 1),
            SEED.stream(Purpose.GRADIENT_NOISE, 1L << 63),
            SEED.stream(Purpose.BROWNIAN_INCREMENT, 0),
            SEED.stream(Purpose.START, 0),
            SEED.child(0).stream(Purpose.GRADIENT_NOISE, 0),
            SEED.child(1).stream(Purpose.GRADIENT_NOISE, 0),
            new Seed(SEED.value() + 1).stream(Purpose.GRADIENT_NOISE, 0),
            new Seed(~SEED.value()).stream(Purpose.GRADIENT_NOISE, 0)
        };
        double[] origin = normals(SEED.stream(Purpose.GRADIENT_NOISE, 0), DRAWS);
        for (int i = 0; i < neighbours.length; i++) {
            double z = new PearsonsCorrelation().correlation(origin, normals(neighbours[i], DRAWS)) * Math.sqrt(DRAWS);
            assertTrue(Math.abs(z) < 4.9, "address " + i + " is correlated with the origin: z = " + z);
        }
    }

    /**
     * The first numbers of neighbouring blocks look like one stream: uniform in the unit square as pairs. Each
     * chi-square test has 1e-6 false alarms, 3e-6 in all.
     */
    @Test
    void firstNumbersOfNeighbouringAddressesFillTheSquare() {
        Map<String, double[]> rows = new LinkedHashMap<>();
        rows.put("blocks", IntStream.range(0, DRAWS)
                .mapToDouble(b -> SEED.stream(Purpose.OTHER, b).nextDouble()).toArray());
        rows.put("children", IntStream.range(0, DRAWS)
                .mapToDouble(c -> SEED.child(c).stream(Purpose.OTHER, 0).nextDouble()).toArray());
        rows.put("seeds", IntStream.range(0, DRAWS)
                .mapToDouble(s -> new Seed(s).stream(Purpose.OTHER, 0).nextDouble()).toArray());
        rows.forEach((name, u) -> {
            int side = 16;
            long[] observed = new long[side * side];
            for (int i = 0; i + 1 < u.length; i += 2) {
                observed[side * (int) (side * u[i]) + (int) (side * u[i + 1])]++;
            }
            double[] expected = new double[observed.length];
            Arrays.fill(expected, 0.5 * DRAWS / expected.length);
            double p = new ChiSquareTest().chiSquareTest(expected, observed);
            assertTrue(p > 1e-6, name + ": pairs of first numbers are not uniform, p = " + p);
        });
    }

    /** Frozen: another Java version, machine or library must not change what a seed means. */
    @Test
    void theNumbersOfAnAddressNeverChange() {
        assertEquals(-7047163957132104527L, SEED.child(7).value());
        RandomStream uniform = SEED.child(7).stream(Purpose.OTHER, 3);
        assertEquals(0.9321694363095537, uniform.nextDouble());
        assertEquals(0.3175876872159725, uniform.nextDouble());
        RandomStream normal = SEED.child(7).stream(Purpose.GRADIENT_NOISE, 3);
        assertEquals(-1.4094132743392662, normal.nextNormal());
        assertEquals(0.9700000018617835, normal.nextNormal());

        // Hashes of the bits of many numbers.
        double[] block = normals(SEED.stream(Purpose.BROWNIAN_INCREMENT, 0), DRAWS);
        assertEquals(262820135, Arrays.hashCode(block));
        double[][] rows = new double[3][1000];
        SEED.stream(Purpose.BROWNIAN_INCREMENT, 0).fillNormal(rows, 999);
        assertEquals(-1448554660, Arrays.deepHashCode(rows));
        double[] few = new double[2000];
        SEED.stream(Purpose.OTHER, 0).fillTwoPoint(few, few.length);
        assertEquals(654927361, Arrays.hashCode(few));
        SEED.stream(Purpose.OTHER, 0).fillThreePoint(few, few.length);
        assertEquals(501417249, Arrays.hashCode(few));
    }
}
