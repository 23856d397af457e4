package org.thalweg.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.file.yaml.UncheckedFields;
import org.thalweg.model.space.NearestName;
import org.thalweg.refusal.Refusal;

/** The model files that come with Thalweg: the folder {@code models} beside the launcher. */
public final class ModelLibrary {
    private static final String SUFFIX = ".yaml";

    private final Path folder;

    public ModelLibrary(Path folder) {
        this.folder = folder;
    }

    /**
     * What is known of a shipped model without building it.
     *
     * @param name the bare name, which is also that of the file
     * @param summary its one line
     */
    public record Entry(String name, String summary, Path file) {}

    /** The folder beside the launcher, which says where it is in the system property thalweg.home. */
    public static ModelLibrary shipped() {
        return new ModelLibrary(Path.of(System.getProperty("thalweg.home", "")).resolve("models"));
    }

    /** All shipped models, by name. */
    public List<Entry> entries() {
        return files().stream().map(file -> new Entry(nameOf(file), summary(file), file)).collect(Collectors.toList());
    }

    /**
     * The file a command's model argument means: a path, or the bare name of a shipped model.
     *
     * @throws Refusal where there is no such file
     */
    public Path resolve(String argument) {
        if (argument.isBlank()) {
            throw new Refusal("no model named; give a file or the name of a shipped model (thalweg models)");
        }
        Path path = Path.of(argument);
        Path shipped = folder.resolve(argument + SUFFIX);
        if (Files.exists(path) && !(Files.isDirectory(path) && Files.exists(shipped))) {
            return path;
        }
        if (Files.exists(shipped)) {
            return shipped;
        }
        List<String> names = files().stream().map(ModelLibrary::nameOf).collect(Collectors.toList());
        String meant = NearestName.of(nameOf(path), names).map(name -> "did you mean '" + name + "'? ").orElse("");
        throw new Refusal("no model '" + argument + "': neither a file nor the name of a shipped model; "
                + meant + "thalweg models lists them");
    }

    /**
     * The model that a command's arguments mean.
     *
     * @param assignments values of {@code --set}
     * @throws Refusal where there is no such file
     */
    public static ModelFile read(String argument, Map<String, String> assignments) throws ModelFileException {
        ModelFile file = ModelFile.read(shipped().resolve(argument));
        return assignments.isEmpty() ? file : file.with(assignments);
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            throw new Refusal("no folder " + folder + "; run ./thalweg of a complete copy, or name a file");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** Only the summary is read: listing must be quick, and one bad file may not hide the others. */
    private static String summary(Path file) {
        return UncheckedFields.read(file)
                .map(fields -> fields.get("summary") == null ? "(no summary)" : fields.get("summary").toString())
                .orElse("(unreadable; thalweg describe " + nameOf(file) + " says why)");
    }
}
