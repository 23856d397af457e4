package org.thalweg.fokkerplanck;

import java.util.Arrays;
import org.thalweg.model.Boundary;
import org.thalweg.model.Interval;
import org.thalweg.model.Setting;

final class HierarchyBenchmark {
    public static void main(String[] a) {
        Setting y = Examples.valley(Examples.parabola(0.01), Examples.OPENING, new Interval(-6.0, 6.0, Boundary.REFLECTING), 10, 0.05);
        Setting[] all = {y, Examples.ring(4, 0.05), Examples.bump(10, 0.1), Examples.ring(10, 0.05)};
        for (Setting s : all) {
            for (double tol : new double[] {1e-6, 4e-8, 1e-9}) {
                double[] t = new double[300];
                DensitySolution sol = null;
                for (int i = 0; i < t.length; i++) {
                    long t0 = System.nanoTime();
                    sol = StationaryDensity.solve(s, DensityMethod.HIERARCHY, Resolution.DEFAULT, tol);
                    t[i] = (System.nanoTime() - t0) * 1e-6;
                }
                double[] late = Arrays.copyOfRange(t, 200, 300);
                Arrays.sort(late);
                System.out.printf("%g %.3f ms %s%n", tol, late[50], sol.notes());
            }
        }
    }
}
