package org.thalweg.model.file;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.file.yaml.Problems;
import org.thalweg.model.file.yaml.Source;
import org.thalweg.model.file.yaml.Values;
import org.thalweg.model.file.yaml.YamlTree;

/** A model file that was read and found right, and the setting it describes. Immutable. */
public final class ModelFile {
    private final Source source;
    private final Map<String, String> assignments;
    private final Map<String, Double> parameters;
    private final Setting setting;
    private final SweepDefaults sweep;
    private final TrainDefaults training;
    private final Optional<ReferenceTable> reference;
    private final Map<String, String> tables;
    private final List<String> remarks;

    private ModelFile(Source source, Map<String, String> assignments, Values values, SettingReader reader) {
        this.source = source;
        this.assignments = Collections.unmodifiableMap(assignments);
        this.parameters = Collections.unmodifiableMap(values.parameters());
        this.setting = reader.setting();
        this.sweep = reader.sweep();
        this.training = reader.training();
        this.reference = reader.reference();
        this.remarks = List.copyOf(reader.remarks());
        this.tables = Collections.unmodifiableMap(values.tables());
    }

    /**
     * Reads a file and checks everything in it.
     *
     * @throws ModelFileException with all problems of the file at once
     */
    public static ModelFile read(Path file) throws ModelFileException {
        return parse(Source.read(file), Map.of());
    }

    /**
     * A model as a run has recorded it, whatever has become of the file since.
     *
     * @param file where it was; other files that it names are found from there
     * @param text of the file
     * @param assignments that were made
     */
    public static ModelFile recorded(Path file, String text, Map<String, String> assignments)
            throws ModelFileException {
        return parse(new Source(file.toString(), text), assignments);
    }

    private static ModelFile parse(Source source, Map<String, String> assignments) throws ModelFileException {
        Problems problems = new Problems(source.file(), source.text());
        MappingNode tree = YamlTree.read(source, problems);
        new Overrides(tree, problems).apply(assignments);
        Values values = new Values(problems);
        SettingReader reader = new SettingReader(NodeFields.root(tree, values), values);
        reader.read();
        problems.check();
        return new ModelFile(source, assignments, values, reader);
    }

    /**
     * The model with some values replaced, on top of those replaced before.
     *
     * @param more from a parameter's name or a dotted path such as {@code noise.anisotropy} to the new value, as it
     *     would stand in the file
     * @throws ModelFileException where a name is unknown or the changed model is not right
     */
    public ModelFile with(Map<String, String> more) throws ModelFileException {
        Map<String, String> all = new LinkedHashMap<>(assignments);
        all.putAll(more);
        return parse(source, all);
    }

    /** The setting, fully specified. */
    public Setting setting() {
        return setting;
    }

    /** What a sweep varies unless told otherwise. */
    public SweepDefaults sweep() {
        return sweep;
    }

    /** How long {@code thalweg train} trains unless told otherwise. */
    public TrainDefaults training() {
        return training;
    }

    /** Values from outside, if the file names some. */
    public Optional<ReferenceTable> reference() {
        return reference;
    }

    /** The named constants in the order of the file, with assignments applied. */
    public Map<String, Double> parameters() {
        return parameters;
    }

    /** The texts of the tables that the file refers to, by path; what the file says depends on them too. */
    public Map<String, String> tables() {
        return tables;
    }

    /** What is sound, and may not be meant: for who runs the model, a line each. */
    public List<String> remarks() {
        return remarks;
    }

    /** The values replaced by {@link #with}. */
    public Map<String, String> assignments() {
        return assignments;
    }

    /** The file as the user named it. */
    public String file() {
        return source.file();
    }

    /** The name of the setting. */
    public String name() {
        return setting.name();
    }

    /** The text of the file, without assignments. */
    public String text() {
        return source.text();
    }
}
