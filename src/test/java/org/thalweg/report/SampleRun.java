package org.thalweg.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.thalweg.random.Seed;
import org.thalweg.report.stored.StoredRun;

/** Run folders made by hand, one of each kind, with few rows. */
public record SampleRun(Path folder) {
    private static final String MODEL = "name: ring\nsummary: A ring & <b>more</b>.\n";

    /** Writes a record into a new folder. */
    public static SampleRun of(Path folder, String... command) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SampleRun run = new SampleRun(folder);
        run.record(List.of(command), MODEL, List.of());
        return run;
    }

    /** Writes the record again. */
    public SampleRun record(List<String> command, String model, List<String> notes) {
        new RunRecord(command, "models/ring.yaml", model, new Seed(7), 2, Instant.parse("2026-01-02T03:04:05Z"),
                Map.of("particles", 64)).write(folder.resolve("run.json"), Duration.ofMillis(1500), notes);
        return this;
    }

    /** Writes a file of lines. */
    public SampleRun with(String name, String... lines) {
        try {
            Files.write(folder.resolve(name), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A sweep over two temperatures. */
    public SampleRun sweep() {
        return with("sweep.csv", String.join(",", ComparisonTables.SWEEP.names()),
                "0.05,2.0,4.0,0.05,sgd,convergence_time,78.5,1.25,64,CONSISTENT",
                "0.05,2.0,4.0,0.05,sgd,diverged_fraction,0.0,0.01,64,",
                "0.05,2.0,4.0,0.05,density,convergence_time,77.37304063467316,0.0015,0,",
                "0.05,2.0,4.0,0.05,theory,convergence_time,76.1,0.0,0,NOT_APPLICABLE",
                "0.1,2.0,4.0,0.1,sgd,convergence_time,39.25,0.75,64,REFUTED",
                "0.1,2.0,4.0,0.1,sgd,diverged_fraction,0.0,0.01,64,",
                "0.1,2.0,4.0,0.1,density,convergence_time,38.9,0.0015,0,",
                "0.1,2.0,4.0,0.1,theory,convergence_time,38.1,0.0,0,INCONCLUSIVE");
    }

    /** Three verdicts. */
    public SampleRun verdicts() {
        return with("verdicts.csv", String.join(",", ComparisonTables.VERDICTS.names()),
                "C1 slope: the slope is Delta (1 - kappa),\"F' <= 0.1 (0.03)\",-0.15000000000000002,-0.1446,0.0035,"
                        + "0.021478167937591778: sampling 0.003570594870152989 (standard error),CONSISTENT",
                "C2 ratio: the slope doubles,,2.0,2.5,0.1,0.3,REFUTED",
                "C5(ii): normalisable <script>,the domain is bounded,,,,,NOT_APPLICABLE");
    }

    /** A summary and a marginal of two witnesses. */
    public SampleRun summary() {
        return with("summary.csv", String.join(",", RunTables.SUMMARY.names()),
                "sgd,mean_x,-0.01137,0.0147,64", "sgd,mean_flatness,1.33266,0.00295,64",
                "theory,mean_flatness,1.3348,0.0,0", "sgd,selection_exponent,,,64").with("marginal.csv",
                        String.join(",", RunTables.MARGINAL.names()),
                        "-1.0,1.27,sgd,0.2,0.01", "1.0,1.27,sgd,0.21,0.01",
                "-1.0,1.27,theory,0.205,0.0", "1.0,1.27,theory,0.205,0.0");
    }

    /** Two rungs, their limit and the diffusion. */
    public SampleRun ladder() {
        return with("ladder.csv", String.join(",", ComparisonTables.LADDER.names()),
                "sgd,1.0,0.05,mean_flatness,1.3327,0.003,64",
                "sgd,2.0,0.025,mean_flatness,1.3326,0.003,64", "sgd,Infinity,0.0,mean_flatness,1.3294,0.0026,128",
                "density,Infinity,0.0,mean_flatness,1.33114,4.4E-10,0");
    }

    /** The run read back. */
    public StoredRun read() {
        return StoredRun.read(folder);
    }
}
