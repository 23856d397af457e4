package org.thalweg.fokkerplanck.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.fokkerplanck.law.NumericsException;

class DenseLuTest {
    private static double[] flat(RealMatrix matrix) {
        return java.util.Arrays.stream(matrix.getData()).flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 40})
    void solvesFromBothSidesAsHipparchusDoes(int n) {
        java.util.Random random = new java.util.Random(n);
        double[][] entries = new double[n][n];
        double[][] right = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i][j] = random.nextGaussian();
                right[i][j] = random.nextGaussian();
            }
        }
        RealMatrix a = new Array2DRowRealMatrix(entries);
        RealMatrix b = new Array2DRowRealMatrix(right);
        RealMatrix inverse = new LUDecomposition(a).getSolver().getInverse();
        DenseLu lu = DenseLu.factor(n, flat(a));
        double[] divided = flat(b);
        lu.divide(divided);
        double[] columns = flat(b);
        lu.solve(columns, n);
        double[] solved = b.getColumn(0);
        lu.solve(solved);
        double scale = inverse.getNorm1() * b.getNorm1();
        for (int i = 0; i < n; i++) {
            // Rounding: condition numbers of these matrices are below 1e4.
            assertEquals(inverse.operate(b.getColumn(0))[i], solved[i], 1e-11 * scale);
            for (int j = 0; j < n; j++) {
                assertEquals(inverse.multiply(b).getEntry(i, j), columns[i * n + j], 1e-11 * scale);
                assertEquals(b.multiply(inverse).getEntry(i, j), divided[i * n + j], 1e-11 * scale);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatHasNoSolution(double entry) {
        assertThrows(NumericsException.class,
                () -> DenseLu.factor(2, flat(MatrixUtils.createRealIdentityMatrix(2).scalarMultiply(entry))));
    }
}
