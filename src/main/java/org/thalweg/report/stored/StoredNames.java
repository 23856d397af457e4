package org.thalweg.report.stored;

import java.util.Map;
import java.util.Optional;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;

/** What the names in a run folder mean: its files, the columns and the quantities of its tables, its figures. */
public final class StoredNames {
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("run.json", "the record: command, model, seed, version, machine"),
            Map.entry("summary.csv", "one row for each quantity that a witness measured"),
            Map.entry("marginal.csv", "the density along the valley, one row for each cell and witness"),
            Map.entry("density.csv", "the density in the cells of the grid, per unit area (of one parameter: length)"),
            Map.entry("density.npy", "the density in all cells, a matrix for numpy"),
            Map.entry("current-x.npy", "the current along x in the cells of the density"),
            Map.entry("current-y.npy", "the current along y in the cells of the density"),
            Map.entry("density-x.npy", "where its cells lie along x"),
            Map.entry("density-y.npy", "where its cells lie along y"),
            Map.entry("survival.csv", "who has not reached the flat set by a time: particles, plane, floor"),
            Map.entry("committor.npy", "the probability to reach the upper of two sets first, from each cell"),
            Map.entry("path.csv", "a path of least action, one row for each of its points"),
            Map.entry("trajectories.csv", "one row for each recorded state of a particle"),
            Map.entry("sweep.csv", "what every witness found in every cell of the sweep"),
            Map.entry("marginals.csv", "the density along the valley in every cell of the sweep, by witness"),
            Map.entry("passages.csv", "the times by which shares of the particles of a cell had arrived"),
            Map.entry("differences.csv", "changes of the convergence time between neighbouring cells, errors of pairs"),
            Map.entry("verdicts.csv", "one row for each claim held against a measurement, with its error budget"),
            Map.entry("effective-loss.csv", "the SGD-loss over the temperature along the valley, by source"),
            Map.entry("ladder.csv", "one row for each rung of amplified SGD, its limit and the diffusion"),
            Map.entry("optimisers.csv", "what each optimiser selects, with what the theory says of it"),
            Map.entry("training.csv", "one row for each checkpoint of a repeat: losses, errors, norm of the gradient"),
            Map.entry("checkpoints.csv", "which checkpoints there are: repeat, number, iteration and learning time"),
            Map.entry("checkpoints.npy", "their parameters, repeats x checkpoints x parameters, for numpy"),
            Map.entry("probes.csv", "what was measured of the loss at each checkpoint: curvatures, traces, bounds"),
            Map.entry("pairs.csv", "what two checkpoints have to do with each other"),
            Map.entry("profile.csv", "the valley along a training run, one row for each place"),
            Map.entry("valley.yaml", "the measured valley as a model file"),
            Map.entry("floor.npy", "points of the way along the valley, last in each row its place"),
            Map.entry("starts.npy", "a point of each repeat near the first place"),
            Map.entry("comparison.csv", "the network beside its valley, one row for each learning rate and batch size"),
            Map.entry("journal.jsonl", "finished cells or repeats, for --resume"));

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("learning_rate", "learning rate \u03b7"),
            Map.entry("batch_variance", "batch variance \u03c3\u00b2"),
            Map.entry("anisotropy", "anisotropy \u03ba"),
            Map.entry("temperature", "temperature \u0394 = \u03b7\u03c3\u00b2/2"),
            Map.entry("learning_rate_to", "to \u03b7"),
            Map.entry("batch_variance_to", "to \u03c3\u00b2"),
            Map.entry("anisotropy_to", "to \u03ba"),
            Map.entry("reference", "reference (from outside)"),
            Map.entry("time", "learning time t"),
            Map.entry("svag", "amplification l"));

    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("convergence-time", "Mean convergence time to the flat set against the temperature."),
            Map.entry("phase-diagram", "Learning rate against batch variance; the colour is the number of"
                    + " iterations to converge,"
                    + " or where no flat set is given the mean flatness."),
            Map.entry("survival", "Share that has not reached the flat set, by time."),
            Map.entry("committor", "Probability to reach the upper of two sets first."),
            Map.entry("modes", "What decays at the slowest rates, over the plane."),
            Map.entry("evolution", "The density over the plane at several times."),
            Map.entry("path", "The path of least action over the density."),
            Map.entry("frozen-share", "Share of particles that end in the flat valley."),
            Map.entry("marginal",
                    "Density along the valley. Points: trajectories, with standard errors; lines: density, theory."),
            Map.entry("density", "Density in the plane."),
            Map.entry("current", "Streamlines of the probability current; equally much flows between neighbours."),
            Map.entry("effective-loss",
                    "SGD-loss over the temperature against ln F, where the leading order is a straight line."),
            Map.entry("effective-loss-deviation", "What the SGD-loss has beyond the leading order, along the valley."),
            Map.entry("optimisers-mean-flatness", "Mean flatness that each optimiser selects at equal iterations."),
            Map.entry("optimisers-selection-exponent", "Exponent e of P ~ F^e of each optimiser at equal iterations."),
            Map.entry("trajectories", "Some particles on their way."),
            Map.entry("flatness", "Flatness across a measured valley along it, or of a network beside its valley."),
            Map.entry("floor", "Loss along the floor of a measured valley."),
            Map.entry("noise", "Variance of a sample's gradient along and across a measured valley."),
            Map.entry("drift", "How fast repeats went along a measured valley, and what drives them."),
            Map.entry("time", "Learning time of a network to a flatness, beside what its valley says."),
            Map.entry("line-scan", "Loss along lines through the minimum."),
            Map.entry("training-loss", "Loss over the samples to train and to test on, against learning time."),
            Map.entry("training-error", "Share of samples in a wrong class, against learning time."),
            Map.entry("spectrum", "Largest eigenvalues of the Hessian by their rank."),
            Map.entry("spectral-density", "Density of the Hessian's eigenvalues, with its error from start to start."),
            Map.entry("noise-curvature", "Variance of the samples' gradients against the curvature, by direction."),
            Map.entry("variance-flatness", "Variance of the parameters on the way against flatness, by direction."),
            Map.entry("overlap", "Overlap of the eigenvectors of two checkpoints."),
            Map.entry("segment", "Loss between two checkpoints and beyond."),
            Map.entry("plane-scan", "Loss over a plane through the checkpoint."),
            Map.entry("learners-rate", "Effective learning rate of many learners, as a share of their own."),
            Map.entry("learners-noise", "Noise of the average of many learners, by where it comes from."));

    private StoredNames() {}

    /** What a file holds, in a few words; empty for files that Thalweg does not write. */
    public static String ofFile(String name) {
        return FILES.getOrDefault(atNoTime(name), "");
    }

    /** A column, a quantity or a witness in words, with its symbol and unit. */
    public static String label(String key) {
        return Quantity.find(key).map(Quantity::labelWithUnit)
                .or(() -> Optional.ofNullable(LABELS.get(key)))
                .or(() -> Witness.find(key).map(Witness::label))
                .orElseGet(() -> Quantity.of(key).words());
    }

    /** What a figure shows, by the name of its file without the extension. */
    public static String ofFigure(String name) {
        String plain = atNoTime(name);
        String time = plain.equals(name) ? "" : " At learning time t = " + name.substring(plain.length() + 4) + ".";
        return FIGURES.getOrDefault(plain, label(plain.replace('-', '_')) + ".") + time;
    }

    /** "marginal-at-10.0.csv" is a "marginal.csv". */
    private static String atNoTime(String name) {
        return name.replaceFirst("-at-[0-9.eE+-]*[0-9]", "");
    }
}
