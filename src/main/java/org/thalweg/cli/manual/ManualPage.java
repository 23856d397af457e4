package org.thalweg.cli.manual;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A page for {@code man}, in the macros of man(7): what {@code --help} says, under the headings that readers of such
 * pages look for. Lists keep the columns that {@code --help} gives them.
 *
 * @param command whose page it is
 */
record ManualPage(CommandLine command) {
    /** The name of the page: thalweg, or thalweg-sweep. */
    String name() {
        return command.getCommandSpec().qualifiedName("-");
    }

    /** The text, for section 1 of the manual. */
    String text() {
        CommandSpec spec = command.getCommandSpec();
        Help help = new Help(spec, Help.defaultColorScheme(Ansi.OFF));
        StringBuilder page = new StringBuilder();
        page.append(".TH ").append(name().toUpperCase(Locale.ROOT)).append(" 1 \"\" \"Thalweg\" \"Thalweg\"\n");
        filled(page, "NAME", name() + " - " + String.join(" ", spec.usageMessage().description()));
        verbatim(page, "SYNOPSIS", help.synopsis(0));
        verbatim(page, "ARGUMENTS", help.parameterList());
        verbatim(page, "OPTIONS", help.optionList());
        verbatim(page, "COMMANDS", help.commandList());
        verbatim(page, "EXIT STATUS", help.exitCodeList());
        if (command.getParent() == null) {
            List<String> pages = command.getSubcommands().keySet().stream().sorted().distinct()
                    .map(sub -> name() + "-" + sub + "(1)").toList();
            filled(page, "SEE ALSO", String.join(", ", pages));
        } else {
            filled(page, "SEE ALSO", command.getParent().getCommandName() + "(1)");
        }
        return page.toString();
    }

    private static void filled(StringBuilder page, String heading, String text) {
        page.append(".SH \"").append(heading).append("\"\n").append(escaped(text.strip())).append('\n');
    }

    private static void verbatim(StringBuilder page, String heading, String text) {
        if (!text.isBlank()) {
            page.append(".SH \"").append(heading).append("\"\n.nf\n").append(escaped(text.stripTrailing()))
                    .append("\n.fi\n");
        }
    }

    /** A backslash, a hyphen, and a dot or quote at the beginning of a line have a meaning of their own. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1")
                .replaceAll("(?m)[ \t]+$", "");
    }
}
