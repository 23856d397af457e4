package org.thalweg.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;

/** Time of one stationary density of the yardstick valley, at the resolution and tolerance of the command line. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DensityBenchmark extends Suite {
    @Param({"QUADRATURE", "HIERARCHY", "FINITE_VOLUME"})
    public DensityMethod method;

    private Setting setting;

    @Setup
    public void read() throws ModelFileException {
        setting = setting("yardstick");
    }

    @Benchmark
    public DensitySolution solve() {
        return StationaryDensity.solve(setting, method, Resolution.DEFAULT);
    }
}
