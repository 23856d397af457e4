package org.thalweg.cli.option;

import org.thalweg.probes.face.Direction;
import org.thalweg.probes.face.Scan;
import org.thalweg.refusal.Refusal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The lines on which the loss of a network is looked at. */
public final class ScanOptions {
    @Option(names = "--direction", paramLabel = "KIND", description = "Of the lines of line-scan: gaussian, uniform,"
            + " filter-normalised, sign-consistent or eigenvector. Default: ${DEFAULT-VALUE}.")
    private String direction = Scan.DEFAULT.direction().key();

    @Option(names = "--reach", paramLabel = "R", description = "Of these lines to either side, in lengths of the"
            + " vector of parameters. Default: ${DEFAULT-VALUE}.")
    private double reach = Scan.DEFAULT.reach();

    @Option(names = "--scan-points", paramLabel = "N",
            description = "Points on each line, an odd number. Default: ${DEFAULT-VALUE}.")
    private int points = Scan.DEFAULT.points();

    @Option(names = "--draws", paramLabel = "N", description = "Lines at each point. Default: ${DEFAULT-VALUE}.")
    private int draws = Scan.DEFAULT.draws();

    /** Refuses options about lines where none are looked at. */
    public void requireLines(CommandSpec command, boolean lines) {
        if (!lines) {
            Arguments.given(command, "--direction", "--reach", "--scan-points", "--draws").ifPresent(option -> {
                throw new Refusal("option " + option + ": of the lines of line-scan, which is not asked for; add"
                        + " --probe line-scan, or leave it out");
            });
        }
    }

    /** As given. */
    public Scan scan() {
        return new Scan(Direction.of(direction), reach, points, draws);
    }
}
