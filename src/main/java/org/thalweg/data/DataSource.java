package org.thalweg.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where samples come from: files, understood and with their fingerprint, with nothing selected. */
public final class DataSource {
    /** The data sets that come with the engine, by the names that model files use. */
    public static final List<String> SHIPPED = List.of("digits", "fashion-1k");

    private final String name;
    private final RawSamples train;
    private final Optional<RawSamples> test;
    private final String sha256;

    private DataSource(String name, RawSamples train, Optional<RawSamples> test, String sha256) {
        this.name = name;
        this.train = train;
        this.test = test;
        this.sha256 = sha256;
    }

    /**
     * A data set that comes with the engine.
     *
     * @param name one of {@link #SHIPPED}
     */
    public static DataSource shipped(String name) {
        if (name.equals("digits")) {
            return images(name, DataFile.shipped("digits-images.idx3.gz"), DataFile.shipped("digits-labels.idx1.gz"),
                    Optional.empty(), Optional.empty());
        }
        return images(name, DataFile.shipped(name + "-train-images.idx3.gz"),
                DataFile.shipped(name + "-train-labels.idx1.gz"),
                Optional.of(DataFile.shipped(name + "-test-images.idx3.gz")),
                Optional.of(DataFile.shipped(name + "-test-labels.idx1.gz")));
    }

    /** IDX files: images with their labels, and others to test on. */
    public static DataSource images(Path images, Path labels, Optional<Path> testImages, Optional<Path> testLabels) {
        return images(String.valueOf(images.getFileName()), DataFile.read(images), DataFile.read(labels),
                testImages.map(DataFile::read), testLabels.map(DataFile::read));
    }

    private static DataSource images(String name, DataFile images, DataFile labels, Optional<DataFile> testImages,
            Optional<DataFile> testLabels) {
        RawSamples train = RawSamples.of(images, labels);
        Optional<RawSamples> test = testImages.map(file -> RawSamples.of(file, testLabels.orElseThrow()));
        List<DataFile> files = new ArrayList<>(List.of(images, labels));
        testImages.ifPresent(files::add);
        testLabels.ifPresent(files::add);
        return new DataSource(name, train, test, DataFile.sha256(files));
    }

    /** Columns of a CSV table, and of another to test on. */
    public static DataSource table(Path table, Optional<Path> testTable, List<String> inputs, Optional<String> label,
            List<String> outputs) {
        SampleTable columns = new SampleTable(inputs, label, outputs);
        List<DataFile> files = new ArrayList<>(List.of(DataFile.read(table)));
        testTable.map(DataFile::read).ifPresent(files::add);
        return new DataSource(String.valueOf(table.getFileName()), columns.of(files.get(0)),
                files.stream().skip(1).map(columns::of).findFirst(), DataFile.sha256(files));
    }

    /** The name of the set, or of its first file. */
    public String name() {
        return name;
    }

    /** The SHA-256 of the bytes of all files, one after the other. */
    public String sha256() {
        return sha256;
    }

    RawSamples train() {
        return train;
    }

    Optional<RawSamples> test() {
        return test;
    }
}
