package org.thalweg.model.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.thalweg.model.Setting;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.file.yaml.Values;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.noise.NoiseCatalogue;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.FlatSet;
import org.thalweg.model.space.Interval;
import org.thalweg.model.start.StartDistribution;
import org.thalweg.model.surface.NetworkSurface;
import org.thalweg.model.surface.SurfaceCatalogue;
import org.thalweg.model.surface.SurfaceKind;
import org.thalweg.model.surface.Valley;
import org.thalweg.symbolic.Operation;

/**
 * Reads a whole model, part by part. A part that is broken is replaced by a stand-in, so that the parts after it are
 * still read and all problems are found at once. Used once.
 *
 * <p>Many imports: it knows every part of a model.
 */
final class SettingReader {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern COORDINATE = Pattern.compile("x|y[0-9]*");

    private final NodeFields root;
    private final Values values;
    private Setting setting;
    private SweepDefaults sweep;
    private TrainDefaults training = TrainDefaults.NONE;
    private Optional<ReferenceTable> reference = Optional.empty();
    private final List<String> remarks = new ArrayList<>();

    SettingReader(NodeFields root, Values values) {
        this.root = root;
        this.values = values;
    }

    Setting setting() {
        return setting;
    }

    SweepDefaults sweep() {
        return sweep;
    }

    TrainDefaults training() {
        return training;
    }

    List<String> remarks() {
        return remarks;
    }

    Optional<ReferenceTable> reference() {
        return reference;
    }

    /** Reads everything; the results are there to use only if no problem was found. */
    void read() {
        root.allow(Schema.TOP);
        if (root.has("parameters")) {
            readParameters(root.mapping("parameters"));
        }
        String name = root.text("name");
        if (!name.isEmpty() && !FILE_NAME.matcher(name).matches()) {
            root.problem("name", "'" + name + "' cannot be part of a file name",
                    "use letters, digits, '-', '_' and '.'");
        }
        String summary = root.has("summary") ? root.text("summary") : "";
        NodeFields loss = root.mapping("loss");
        Optional<LossSurface> sound = surface(loss);
        if (sound.isEmpty() && isNetwork(loss)) {
            readBesideABrokenNetwork();
            return;
        }
        LossSurface surface = sound.orElseGet(() -> standIn(loss));
        NodeFields domainFields = surface.task().isPresent() && !root.has("domain") ? root : root.mapping("domain");
        boolean anywhere = surface.task().isPresent() && !root.has("domain");
        Domain domain = anywhere ? new Domain(Collections.nCopies(surface.dimension(), Interval.LINE))
                : domain(domainFields, surface);
        NodeFields noiseFields = root.mapping("noise");
        Optional<GradientNoise> noise = noise(noiseFields, surface, domain);
        Sgd sgd = optimised(SgdReader.read(root.mapping("sgd"), domain));
        if (!sgd.descends() && sound.isPresent()) {
            OptimiserReader.check(root.mapping("optimiser"), sgd.rule(), surface, noise);
        }
        Optional<FlatSet> flatSet = root.has("converged") ? flatSet(root.mapping("converged")) : Optional.empty();
        DomainChecks checks = new DomainChecks(domain, values.problems());
        boolean shapeIsSound = sound.isPresent() && domainFields.sound() && checks.surface(loss, surface);
        boolean drawn = NetworkStartReader.serves(root, surface);
        StartDistribution start = drawn
                ? new NetworkStartReader(root.mapping("start"), surface.task().get()).read()
                : StartReader.read(root, values, surface, (fields, laws) -> {
                    if (domainFields.sound()) {
                        checks.start(fields, surface, laws);
                    }
                });
        if (shapeIsSound) {
            noise.ifPresent(n -> checks.noise(noiseFields, n, surface));
        }
        if (flatSet.isPresent() && sound.isPresent()) {
            checks.flatSet(root.mapping("converged"), surface, flatSet.get(), shapeIsSound);
        }
        sweep = new SweepReader(root, values).read(noise);
        if (root.has("train")) {
            training = TrainDefaults.read(root.mapping("train"), surface.task().isPresent());
        }
        reference = new ReferenceReader(root, values).read();
        if (noise.isPresent() && root.sound()) {
            setting = new Setting(name, summary, surface, domain, noise.get(), sgd, start.mean(), flatSet)
                    .withStart(start);
            if (surface.task().isPresent() && !drawn) {
                sayWhatBeginsAtZero(surface);
            }
        }
    }

    /** Across a valley 0 goes without saying; a network of zeros is one that hardly anybody means. */
    private void sayWhatBeginsAtZero(LossSurface surface) {
        long named = StartReader.named(root, surface);
        long others = surface.dimension() - named;
        if (others > 0) {
            remarks.add("start names " + named + " of " + surface.dimension() + " parameters; the other "
                    + (others == 1 ? "one begins" : others + " begin") + " at 0 (start: {kind: he-normal} draws all)");
        }
    }

    private Sgd optimised(Sgd sgd) {
        return root.has("optimiser")
                ? OptimiserReader.read(root.mapping("optimiser"), sgd, root.mapping("sgd")) : sgd;
    }

    private static boolean isNetwork(NodeFields loss) {
        return loss.has("kind") && loss.text("kind").equals(NetworkSurface.KIND.name());
    }

    /** Start and noise cannot be judged without the layers and the samples, and no stand-in has those. */
    private void readBesideABrokenNetwork() {
        optimised(SgdReader.read(root.mapping("sgd"), new Domain(List.of(Interval.LINE))));
        if (root.has("train")) {
            TrainDefaults.read(root.mapping("train"), true);
        }
        for (String part : List.of("noise", "start")) {
            root.mapping(part);
        }
    }

    private void readParameters(NodeFields fields) {
        for (String name : fields.names()) {
            if (!PARAMETER_NAME.matcher(name).matches()) {
                values.problems().add(fields.keyNode(name), "'" + name + "' is not a name",
                        "use letters, digits and '_'");
            } else if (name.equals("pi") || COORDINATE.matcher(name).matches()
                    || Operation.functionNames().contains(name)) {
                values.problems().add(fields.keyNode(name), "the name '" + name + "' is taken", "choose another name");
            } else {
                values.define(name, fields.number(name));
            }
        }
    }

    private Optional<LossSurface> surface(NodeFields fields) {
        Optional<SurfaceKind> kind = fields.choice("kind", SurfaceCatalogue.KINDS, SurfaceKind::name);
        kind.ifPresent(k -> allow(fields, k.keys()));
        return kind.flatMap(k -> k.builder().apply(fields));
    }

    private Optional<GradientNoise> noise(NodeFields fields, LossSurface surface, Domain domain) {
        Optional<NoiseKind> kind = fields.choice("kind", NoiseCatalogue.KINDS, NoiseKind::name);
        kind.ifPresent(k -> allow(fields, k.keys()));
        return kind.flatMap(k -> k.builder().build(fields, surface, domain));
    }

    private static void allow(NodeFields fields, List<Key> keys) {
        List<String> names = new ArrayList<>(List.of("kind"));
        keys.forEach(key -> names.add(key.name()));
        fields.allowNames(names);
        keys.stream().filter(key -> !key.keys().isEmpty() && fields.has(key.name()))
                .forEach(key -> fields.mapping(key.name()).allow(key.keys()));
    }

    /** A flat valley with as many sharp directions as the broken surface seems to have. */
    private static LossSurface standIn(NodeFields loss) {
        int directions = loss.has("flatness") ? Math.max(1, loss.entries("flatness").size()) : 1;
        return new Valley(new ValleyShape(
                Profile.constant(0.0), Collections.nCopies(directions, Profile.constant(1.0))));
    }

    private Domain domain(NodeFields fields, LossSurface surface) {
        fields.allowNames(surface.coordinates());
        List<Interval> intervals = new ArrayList<>();
        for (String coordinate : surface.coordinates()) {
            boolean given = coordinate.equals("x") || fields.has(coordinate);
            Interval interval = given ? interval(fields.mapping(coordinate), coordinate) : Interval.LINE;
            intervals.add(interval.in(surface.frame(intervals.size())));
        }
        return new Domain(intervals);
    }

    private static Interval interval(NodeFields fields, String coordinate) {
        fields.allow(Schema.INTERVAL);
        Optional<Boundary> boundary = fields.choice("boundary", List.of(Boundary.values()), Boundary::key);
        if (boundary.isEmpty()) {
            return Interval.LINE;
        }
        boolean open = boundary.get() == Boundary.OPEN;
        double from = open ? fields.number("from", Double.NEGATIVE_INFINITY) : fields.number("from");
        double to = open ? fields.number("to", Double.POSITIVE_INFINITY) : fields.number("to");
        if (from >= to) {
            fields.problem("to", "'" + coordinate + "' runs from " + from + " to " + to,
                    "'from' must be less than 'to'");
        }
        return fields.sound() ? new Interval(from, to, boundary.get()) : Interval.LINE;
    }

    private static Optional<FlatSet> flatSet(NodeFields fields) {
        fields.allow(Schema.CONVERGED);
        double level = fields.positive("flatness");
        return fields.sound() ? Optional.of(new FlatSet(level)) : Optional.empty();
    }
}
