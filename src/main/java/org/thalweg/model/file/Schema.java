package org.thalweg.model.file;

import java.util.List;
import org.thalweg.model.formula.Key;
import org.thalweg.model.formula.Key.Type;

/** The keys of model files. Those of each kind of surface and noise are in the catalogues. */
public final class Schema {
    /** The keys inside {@code domain.x} and its like. */
    public static final List<Key> INTERVAL = List.of(
            Key.optional("from", Type.NUMBER, "lower end; required unless the boundary is open"),
            Key.optional("to", Type.NUMBER, "upper end; required unless the boundary is open"),
            Key.required("boundary", Type.TEXT, "periodic, reflecting, absorbing or open"));

    /** The keys inside {@code sgd}. */
    public static final List<Key> SGD = List.of(
            Key.required("learning-rate", Type.NUMBER, "eta > 0"),
            Key.optional("momentum", Type.NUMBER,
                    "beta, from 0 to less than 1: v <- beta v + g, theta <- theta - eta v"),
            Key.optional("nesterov", Type.TEXT, "true: theta <- theta - eta (g + beta v); false if left out"),
            Key.optional("weight-decay", Type.NUMBER, "w >= 0: g <- g + w theta"),
            Key.optional("diffusion", Type.TEXT, "first-order or second-order, the diffusion that stands for it;"
                    + " first-order if left out"),
            new Key("schedule", Type.MAPPING, false, "the learning rate as iterations go by", List.of(
                    Key.required("kind", Type.TEXT, "constant, step or cosine"),
                    Key.optional("iterations", Type.NUMBER, "between two steps, or of the whole cosine"),
                    Key.optional("factor", Type.NUMBER, "of each step (0.1), or left at the end of a cosine (0)"),
                    Key.optional("warm-up", Type.NUMBER, "iterations of linear rise at the beginning"))));

    /** The keys inside {@code converged}. */
    public static final List<Key> CONVERGED = List.of(
            Key.required("flatness", Type.NUMBER, "the flat set is where F(x) is at least this"));

    /** The keys inside {@code sweep}. */
    public static final List<Key> SWEEP = List.of(
            Key.optional("learning-rate", Type.RANGE, "eta of the cells"),
            Key.optional("batch-variance", Type.RANGE, "sigma2 of the cells"),
            Key.optional("anisotropy", Type.RANGE, "kappa of the cells"),
            Key.optional("batch-size", Type.RANGE, "B of the cells, instead of batch-variance: sigma2 follows"),
            Key.optional("iterations", Type.NUMBER, "of a cell, on surfaces that are not valleys"),
            Key.optional("particles", Type.NUMBER, "trajectories a cell"));

    /** The keys inside {@code train}. */
    public static final List<Key> TRAIN = List.of(
            Key.optional("time", Type.NUMBER, "learning time of a repeat, eta times its iterations"),
            Key.optional("checkpoints", Type.NUMBER, "equally spaced, the start and the end among them; 101 if left"
                    + " out"),
            new Key("stop", Type.MAPPING, false, "what ends a repeat early", List.of(
                    Key.required("train-error", Type.NUMBER, "the share of wrong samples, looked at after each epoch"),
                    Key.optional("then-epochs", Type.NUMBER, "epochs that follow; 0 if left out"))));

    /** The keys inside {@code start} of a network. */
    public static final List<Key> NETWORK_START = List.of(
            Key.optional("kind", Type.TEXT, "he-normal or glorot-normal; biases start at 0"),
            Key.optional("seed", Type.NUMBER, "all repeats start at one point, drawn from this; each at its own if left"
                    + " out"),
            Key.optional("alpha", Type.NUMBER, "> 0: the first layer times alpha, the last one divided by it; the same"
                    + " function where units are relu or identity"),
            Key.optional("gamma", Type.TEXT, "factors of batch normalisation: one (if left out), uniform from 0 to 1,"
                    + " or normal of standard deviation 0.1; beta starts at 0"),
            Key.optional("table", Type.TEXT, "instead: a CSV file, found from the folder of the model file"),
            Key.optional("value", Type.TEXT, "its column of parameters, in their order"),
            Key.optional("checkpoint", Type.TEXT, "instead: the folder of a run of `thalweg train`"),
            Key.optional("at", Type.TEXT, "which checkpoint: first, last (if left out) or its number"),
            Key.optional("repeat", Type.NUMBER, "of which repeat; 0 if left out"));

    /** The keys inside {@code reference}. */
    public static final List<Key> REFERENCE = List.of(
            Key.required("table", Type.TEXT, "CSV: a column for each number of the model that names a place"
                    + " (sgd.learning-rate, noise.strength, ...), then quantity, value, and if known standard_error and"
                    + " source"));

    /** The keys at the top. */
    public static final List<Key> TOP = List.of(
            Key.required("name", Type.TEXT, "short name, used in file names"),
            Key.optional("summary", Type.TEXT, "one line, shown by `thalweg models`"),
            Key.optional("parameters", Type.MAPPING, "named numbers; each may refer to those before it"),
            Key.required("loss", Type.MAPPING, "the loss surface: its kind, and the keys of that kind"),
            Key.required("domain", Type.MAPPING, "an interval for x, and for y where it is not the whole line; a"
                    + " network may"
                    + " leave it out"),
            Key.required("noise", Type.MAPPING, "the gradient noise: its kind, and the keys of that kind"),
            Key.mapping("sgd", "the optimiser", SGD.toArray(Key[]::new)),
            Key.optional("optimiser", Type.MAPPING,
            "another rule than SGD for literal steps, at the learning rate, decay"
                    + " and schedule of sgd: its kind, and the keys of that kind"),
            Key.required("start", Type.MAPPING,
                    "numbers, or \"uniform(A, B)\" and \"normal(MEAN, DEVIATION)\"; 0 across if left out; of a network"
                    + " kind, table or checkpoint"),
            new Key("converged", Type.MAPPING, false, "what counts as converged", CONVERGED),
            new Key("sweep", Type.MAPPING, false, "defaults of `thalweg sweep`", SWEEP),
            new Key("train", Type.MAPPING, false, "defaults of `thalweg train`", TRAIN),
            new Key("reference", Type.MAPPING, false, "values from outside that `thalweg sweep` judges and draws",
                    REFERENCE));

    private Schema() {}
}
