package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;

class EntropyProductionTest {
    @Test
    void explore() {
        for (double kappa : new double[] {1, 2, 4, 8}) {
            for (var setting : new org.thalweg.model.PlainSetting[] {Examples.ring(kappa, 0.05), Examples.bump(kappa, 0.05)}) {
            for (DensityMethod m : new DensityMethod[] {DensityMethod.HIERARCHY, DensityMethod.FINITE_VOLUME}) {
                DensitySolution s = StationaryDensity.solve(setting, m, new Resolution(192, 64));
                var c = s.current().orElseThrow();
                double big = 0;
                for (double[] l : c.alongX()) for (double v : l) big = Math.max(big, Math.abs(v));
                double bigy = 0;
                for (double[] l : c.alongY()) for (double v : l) bigy = Math.max(bigy, Math.abs(v));
                System.out.println(kappa + " " + m + " " + s.entropyProduction() + " " + big + " " + bigy + " " + c.alongX()[60][40] + " " + c.alongY()[60][40] + " " + c.alongX()[130][40] + " " + c.alongY()[130][40]);
            }}
        }
    }
}
