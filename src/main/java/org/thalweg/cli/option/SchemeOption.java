package org.thalweg.cli.option;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thalweg.trajectory.scheme.Schemes;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --scheme}.
 *
 * @param scheme empty for {@code auto}
 */
public record SchemeOption(Optional<Schemes> scheme) {
    static final String AUTO = "auto";

    public static SchemeOption parse(String text) {
        if (text.equals(AUTO)) {
            return new SchemeOption(Optional.empty());
        }
        return new SchemeOption(Optional.of(Arrays.stream(Schemes.values())
                .filter(s -> s.key().equals(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + AUTO + ", "
                        + Arrays.stream(Schemes.values()).map(Schemes::key).collect(Collectors.joining(", "))))));
    }
}
