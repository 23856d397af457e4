package org.thalweg.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of option values that a type cannot make. */
final class Arguments {
    private Arguments() {}

    /** Refuses values that are not positive and finite; null, an option that was not given, passes. */
    static void positive(CommandSpec command, String option, Number value) {
        if (value != null && !(value.doubleValue() > 0.0 && Double.isFinite(value.doubleValue()))) {
            throw new ParameterException(command.commandLine(),
                    "option " + option + ": " + value + " is out of range; give a positive number");
        }
    }
}
