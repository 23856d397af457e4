package org.thalweg.report.notebook;

import java.util.regex.Pattern;

/** Text as Markdown shows it unchanged. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|$~&]");

    private Markdown() {}

    /** One paragraph of plain text. */
    static String text(String plain) {
        return SPECIAL.matcher(plain.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }

    /** Text as it is, fenced by more backticks than it has in a row. */
    static String block(String language, String content) {
        String fence = "```";
        while (content.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + content.stripTrailing() + "\n" + fence;
    }
}
