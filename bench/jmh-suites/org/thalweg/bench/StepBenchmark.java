package org.thalweg.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Schemes;

/** Time of one step of one particle in an ensemble on one thread, random numbers included. */
public class StepBenchmark extends Suite {
    private static final int PARTICLES = 1024;
    private static final int STEPS = 1000;

    private Setting setting;
    private Dynamics sgd;
    private Dynamics normal;
    private Dynamics twoPoint;

    @Setup
    public void read() throws ModelFileException {
        setting = setting("yardstick");
        double step = setting.sgd().learningRate();
        sgd = SgdDynamics.of(setting);
        normal = SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.NORMAL, step);
        twoPoint = SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.TWO_POINT, step);
    }

    private EnsembleResult run(Dynamics dynamics) {
        return Ensemble.run(setting, dynamics, Protocol.atTime(STEPS), PARTICLES, Seed.DEFAULT, 1, Progress.NONE);
    }

    @Benchmark
    @OperationsPerInvocation(PARTICLES * STEPS)
    public EnsembleResult sgd() {
        return run(sgd);
    }

    @Benchmark
    @OperationsPerInvocation(PARTICLES * STEPS)
    public EnsembleResult sdeNormal() {
        return run(normal);
    }

    @Benchmark
    @OperationsPerInvocation(PARTICLES * STEPS)
    public EnsembleResult sdeTwoPoint() {
        return run(twoPoint);
    }
}
