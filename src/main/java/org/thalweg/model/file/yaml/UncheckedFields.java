package org.thalweg.model.file.yaml;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What stands in a model file, whether this version accepts it or not: for lists of models and for runs read back. The
 * limits are those of every model file; nothing is built from more.
 */
public final class UncheckedFields {
    private UncheckedFields() {}

    /** The fields of a file; empty where it cannot be read, is no YAML or goes beyond the limits. */
    public static Optional<Map<?, ?>> read(Path file) {
        try {
            return of(Source.read(file).text());
        } catch (ModelFileException e) {
            return Optional.empty();
        }
    }

    /** The fields of a text, none where it has no keys; empty where it is no YAML or goes beyond the limits. */
    public static Optional<Map<?, ?>> of(String text) {
        try {
            if (text.length() > Source.LARGEST || YamlLimits.exceeded(text).isPresent()) {
                return Optional.empty();
            }
            Object content = new Load(LoadSettings.builder().build()).loadFromString(text);
            return Optional.of(content instanceof Map<?, ?> map ? map : Map.of());
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }
}
