package org.thalweg.report.notebook;

/** Text as Python and IPython read it. */
final class Python {
    private Python() {}

    /** A string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c == 0x7f) {
                literal.append(String.format("\\x%02x", c));
            } else {
                literal.appendCodePoint(c);
            }
        });
        return literal.append('"').toString();
    }

    /** A line for the shell after an exclamation mark, where IPython would expand $name and {expression}. */
    static String shell(String line) {
        return line.replace("{", "{{").replace("}", "}}").replace("$", "$$").replace("\n", " ");
    }
}
