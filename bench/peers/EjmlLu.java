import java.util.Arrays;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.interfaces.linsol.LinearSolverSparse;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;

/**
 * The problem of scipy_fp.py by the sparse LU of EJML, with the ordering it needs from a nested dissection:
 * {@code java -cp ejml-core.jar:ejml-ddense.jar:ejml-dsparse.jar EjmlLu.java [n] [repeats]}. Prints the fastest run
 * after one warm-up and the median; assembly is included.
 */
final class EjmlLu {
    private static final double EDGE = 6.0;
    private static final double[] DIFFUSION = {0.005, 0.05};

    private EjmlLu() {}

    /** Runs the benchmark. */
    public static void main(String[] args) {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 400;
        int repeats = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        double[] seconds = new double[repeats];
        double variance = 0.0;
        for (int r = -1; r < repeats; r++) {
            long start = System.nanoTime();
            double[] mass = density(n);
            if (r >= 0) {
                seconds[r] = (System.nanoTime() - start) * 1e-9;
            }
            variance = 0.0;
            for (int c = 0; c < n * n; c++) {
                variance += mass[c] * at(n, c / n) * at(n, c / n);
            }
        }
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "n %d seconds %.4g median %.4g variance_x %.12g ejml%n", n, seconds[0],
                seconds[repeats / 2], variance);
    }

    private static double at(int n, int i) {
        return -EDGE + 2.0 * EDGE / n * (i + 0.5);
    }

    private static double loss(int n, int c) {
        double x = at(n, c / n);
        double y = at(n, c % n);
        return y * y / (2.0 * (1.0 + x * x)) + 0.005 * x * x;
    }

    private static double weight(double z) {
        return Math.abs(z) < 1e-10 ? 1.0 - z / 2.0 : z / Math.expm1(z);
    }

    private static double[] density(int n) {
        int pin = n / 2 * n + n / 2;
        int[] place = new int[n * n];
        number(place, n, 0, n, 0, n, 0);
        int pinned = place[pin];
        for (int c = 0; c < n * n; c++) {
            place[c] -= place[c] > pinned ? 1 : 0;
        }
        place[pin] = -1;
        int[] cells = new int[n * n - 1];
        for (int c = 0; c < n * n; c++) {
            if (c != pin) {
                cells[place[c]] = c;
            }
        }
        int size = n * n - 1;
        DMatrixSparseCSC matrix = new DMatrixSparseCSC(size, size, 5 * size);
        DMatrixRMaj right = new DMatrixRMaj(size, 1);
        double h = 2.0 * EDGE / n;
        int filled = 0;
        for (int column = 0; column < size; column++) {
            int c = cells[column];
            double leaving = 0.0;
            for (int d = 0; d < 4; d++) {
                int axis = d / 2;
                int step = d % 2 == 0 ? 1 : -1;
                int along = (axis == 0 ? c / n : c % n) + step;
                if (along < 0 || along >= n) {
                    continue;
                }
                int neighbour = c + (axis == 0 ? n * step : step);
                double rise = (loss(n, neighbour) - loss(n, c)) / DIFFUSION[axis];
                double rate = DIFFUSION[axis] / (h * h) * weight(rise);
                leaving += rate;
                if (neighbour == pin) {
                    right.data[column] -= DIFFUSION[axis] / (h * h) * weight(-rise);
                } else {
                    matrix.nz_rows[filled] = place[neighbour];
                    matrix.nz_values[filled++] = rate;
                }
            }
            matrix.nz_rows[filled] = column;
            matrix.nz_values[filled++] = -leaving;
            matrix.col_idx[column + 1] = filled;
        }
        matrix.nz_length = filled;
        matrix.indicesSorted = false;
        matrix.sortIndices(null);
        LinearSolverSparse<DMatrixSparseCSC, DMatrixRMaj> solver = LinearSolverFactory_DSCC.lu(FillReducing.NONE);
        if (!solver.setA(matrix)) {
            throw new IllegalStateException("EJML finds the matrix singular");
        }
        DMatrixRMaj answer = new DMatrixRMaj(size, 1);
        solver.solve(right, answer);
        double[] mass = new double[n * n];
        mass[pin] = 1.0;
        double total = 1.0;
        for (int k = 0; k < size; k++) {
            mass[cells[k]] = answer.data[k];
            total += answer.data[k];
        }
        for (int c = 0; c < n * n; c++) {
            mass[c] /= total;
        }
        return mass;
    }

    /** Numbers the cells of [x0, x1) x [y0, y1) from {@code next} on, the line that cuts it in two last. */
    private static int number(int[] place, int n, int x0, int x1, int y0, int y1, int next) {
        int behind = next;
        if ((x1 - x0) * (y1 - y0) > 32) {
            boolean alongX = x1 - x0 >= y1 - y0;
            int middle = alongX ? (x0 + x1) / 2 : (y0 + y1) / 2;
            if (alongX) {
                behind = number(place, n, x0, middle, y0, y1, behind);
                behind = number(place, n, middle + 1, x1, y0, y1, behind);
                return line(place, n, middle, middle + 1, y0, y1, behind);
            }
            behind = number(place, n, x0, x1, y0, middle, behind);
            behind = number(place, n, x0, x1, middle + 1, y1, behind);
            return line(place, n, x0, x1, middle, middle + 1, behind);
        }
        return line(place, n, x0, x1, y0, y1, behind);
    }

    private static int line(int[] place, int n, int x0, int x1, int y0, int y1, int next) {
        int behind = next;
        for (int x = x0; x < x1; x++) {
            for (int y = y0; y < y1; y++) {
                place[x * n + y] = behind++;
            }
        }
        return behind;
    }
}
