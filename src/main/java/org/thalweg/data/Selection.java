package org.thalweg.data;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thalweg.network.Samples;
import org.thalweg.quantity.Counted;
import org.thalweg.refusal.Refusal;

/**
 * Which samples of a source are taken, and what is made of them.
 *
 * <p>The samples to train on are the first of each class in the order of the file. Those to test on come from the files
 * of their own where there are any, and else from what follows in the same file. Inputs become (raw / max - shift) /
 * scale.
 *
 * @param perClass samples of each class to train on; all of them where empty
 * @param testPerClass samples of each class to test on; where empty all of the files for it, and none without those
 * @param classes the labels that are taken, which become 0, 1, ... in this order; all where empty
 * @param inputs the inputs that are taken, counted from 1, in this order; all where empty
 * @param labels what is made of the labels
 * @param max by which raw inputs are divided; as {@link RawSamples#max} where empty
 */
public record Selection(OptionalInt perClass, OptionalInt testPerClass, List<Integer> classes, List<Integer> inputs,
        Labels labels, OptionalDouble max, double shift, double scale) {
    /** All samples as they are, divided by the largest. */
    public static final Selection ALL = new Selection(OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of(),
            Labels.TRUE, OptionalDouble.empty(), 0.0, 1.0);

    /** An immutable copy. */
    public Selection {
        classes = List.copyOf(classes);
        inputs = List.copyOf(inputs);
    }

    /**
     * Takes the samples.
     *
     * @param numbers true where a label is a number to be met by a single output, and no class
     * @throws Refusal where the source has not as many
     */
    public DataSet of(DataSource source, boolean numbers) {
        RawSamples raw = source.train();
        if (raw.labels() == null && needsLabels()) {
            throw new Refusal(raw.name() + " is read without labels: no classes can be told apart; add label: COLUMN,"
                    + " or remove per-class, test-per-class, classes, parity, label-noise and random-labels");
        }
        if (raw.targets() != null && labels.change()) {
            throw new Refusal(raw.name() + " has outputs to learn, and labels play no part in the loss; remove parity,"
                    + " label-noise and random-labels, or outputs");
        }
        requireInputs(raw);
        int[] train = raw.labels() == null ? IntStream.range(0, raw.count()).toArray()
                : taken(raw, 0, perClass, "per-class");
        double divisor = max.orElse(raw.max());
        Samples trained = samples(raw, train, divisor, numbers, true);
        if (source.test().isPresent()) {
            RawSamples other = source.test().get();
            if (other.width() != raw.width()) {
                throw new Refusal(other.name() + " has " + Counted.of(other.width(), "input") + " a sample, and "
                        + raw.name() + " has " + raw.width() + "; give files that belong together");
            }
            int[] test = other.labels() == null ? IntStream.range(0, other.count()).toArray()
                    : taken(other, 0, testPerClass, "test-per-class");
            return DataSet.of(source, trained, samples(other, test, divisor, numbers, false), divisor);
        }
        if (testPerClass.isEmpty()) {
            return DataSet.of(source, trained, divisor);
        }
        if (perClass.isEmpty()) {
            throw new Refusal("test-per-class: all samples of " + raw.name() + " are trained on; give per-class too");
        }
        int[] test = taken(raw, perClass.getAsInt(), testPerClass, "test-per-class");
        return DataSet.of(source, trained, samples(raw, test, divisor, numbers, false), divisor);
    }

    private boolean needsLabels() {
        return perClass.isPresent() || testPerClass.isPresent() || !classes.isEmpty() || labels.change();
    }

    private void requireInputs(RawSamples raw) {
        inputs.stream().filter(input -> input < 1 || input > raw.width()).findFirst().ifPresent(input -> {
            throw new Refusal("inputs: " + input + " is none of the inputs 1 to " + raw.width() + " of " + raw.name()
                    + "; count from 1, row by row");
        });
    }

    /** The places of samples: of each class {@code count}, after the first {@code skipped}, in the file's order. */
    private int[] taken(RawSamples raw, int skipped, OptionalInt count, String key) {
        int[] seen = new int[RawSamples.MOST_CLASSES];
        int last = skipped + count.orElse(Integer.MAX_VALUE - skipped);
        boolean[] wanted = wanted(raw);
        int[] places = IntStream.range(0, raw.count()).filter(n -> {
            int label = raw.labels()[n];
            int place = wanted[label] ? seen[label]++ : -1;
            return place >= skipped && place < last;
        }).toArray();
        if (count.isPresent()) {
            IntStream.range(0, seen.length).filter(c -> wanted[c] && seen[c] < last).findFirst().ifPresent(c -> {
                throw new Refusal(key + ": " + raw.name() + " has " + Counted.of(seen[c], "sample") + " of class " + c
                        + ", and " + last + " are asked for"
                        + (skipped > 0 ? ", " + skipped + " of them to train on" : "") + "; ask for fewer");
            });
        }
        return places;
    }

    private boolean[] wanted(RawSamples raw) {
        boolean[] wanted = new boolean[RawSamples.MOST_CLASSES];
        Arrays.stream(raw.labels()).forEach(label -> wanted[label] = true);
        for (int c : classes) {
            if (c < 0 || c >= wanted.length || !wanted[c]) {
                throw new Refusal("classes: " + raw.name() + " has no class " + c + "; it has "
                        + IntStream.range(0, wanted.length).filter(i -> wanted[i]).limit(20)
                                .mapToObj(Integer::toString).collect(Collectors.joining(", ")));
            }
        }
        if (!classes.isEmpty()) {
            Arrays.fill(wanted, false);
            classes.forEach(c -> wanted[c] = true);
        }
        return wanted;
    }

    private Samples samples(RawSamples raw, int[] places, double divisor, boolean numbers, boolean train) {
        int width = inputs.isEmpty() ? raw.width() : inputs.size();
        double[] rows = new double[Math.multiplyExact(places.length, width)];
        for (int n = 0; n < places.length; n++) {
            for (int j = 0; j < width; j++) {
                double value = raw.values().at(places[n], inputs.isEmpty() ? j : inputs.get(j) - 1);
                rows[n * width + j] = (value / divisor - shift) / scale;
            }
        }
        if (raw.targets() != null) {
            double[] targets = Arrays.stream(places).boxed()
                    .flatMapToDouble(n -> Arrays.stream(raw.targets()[n])).toArray();
            return Samples.ofTargets(width, rows, raw.targets()[0].length, targets);
        }
        int many = classes.isEmpty() ? 1 + Arrays.stream(raw.labels()).max().orElse(0) : classes.size();
        int[] own = Arrays.stream(places).map(n -> raw.labels()[n]).toArray();
        int[] changed = labels.of(own, classes, many, train);
        return numbers ? Samples.ofTargets(width, rows, 1, Arrays.stream(changed).asDoubleStream().toArray())
                : Samples.ofClasses(width, rows, changed, labels.parity() ? 2 : many);
    }
}
