package org.thalweg.report.html;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of HTML. The markup of a page comes from {@link #element} and {@link #text} alone, so that no text of a run
 * is taken for markup.
 *
 * @param markup well-formed
 */
record Html(String markup) {
    static final Html NOTHING = new Html("");

    /** Needs no escape; most texts are numbers, and an image is a long one. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .,:;=+/()-]*");

    /** Text, escaped for the content of elements and for attributes. */
    static Html text(String text) {
        if (PLAIN.matcher(text).matches()) {
            return new Html(text);
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xfffd);
            }
        });
        return new Html(escaped.toString());
    }

    /** An element of a class; an empty class is left out. */
    static Html element(String name, String styleClass, Html... content) {
        String attribute = styleClass.isEmpty() ? "" : " class=\"" + text(styleClass).markup + "\"";
        return new Html("<" + name + attribute + ">" + join(Arrays.asList(content)).markup + "</" + name + ">"
                + (BLOCKS.contains(name) ? "\n" : ""));
    }

    /** An element that holds text. */
    static Html element(String name, String styleClass, String content) {
        return element(name, styleClass, text(content));
    }

    /** A field of a table that knows the name of its column, for screens too narrow for a header. */
    static Html field(String styleClass, String column, Html... content) {
        return new Html("<td class=\"" + text(styleClass).markup + "\" data-column=\"" + text(column).markup + "\">"
                + join(content).markup + "</td>");
    }

    /** An image whose bytes are in the page. */
    static Html image(String mediaType, String base64, String description) {
        return new Html("<img src=\"data:" + text(mediaType).markup + ";base64," + text(base64).markup + "\" alt=\""
                + text(description).markup + "\">");
    }

    /** A link by which a browser saves a table that is in the page. */
    static Html file(String table, String name, String mediaType, String base64) {
        return new Html("<a download=\"" + text(name).markup + "\" data-table=\"" + text(table).markup
                + "\" href=\"data:" + text(mediaType).markup + ";base64," + text(base64).markup + "\">"
                + text(name).markup + "</a>");
    }

    /**
     * A program of Thalweg or of a library, never text of a run. It is not escaped, which HTML does not know in
     * scripts.
     *
     * @throws IllegalArgumentException where the text would end the element
     */
    static Html script(String program) {
        if (program.contains("</")) {
            throw new IllegalArgumentException("a script must not hold \"</\"");
        }
        return new Html("<script>" + program + "</script>\n");
    }

    /** Data for a script, which a browser does not run. */
    static Html data(String id, String json) {
        return new Html("<script type=\"application/json\" id=\"" + text(id).markup + "\">"
                + json.replace("<", "\\u003c") + "</script>\n");
    }

    /** One after the other. */
    static Html join(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    /** One after the other. */
    static Html join(Html... parts) {
        return join(Arrays.asList(parts));
    }

    /** Elements that end a line, for readers of the source. */
    private static final List<String> BLOCKS = List.of("h1", "h2", "h3", "p", "pre", "table", "thead", "tbody", "tr",
            "ul", "li", "h4", "section", "figure", "header", "main", "footer", "caption");

    /** HTML has no characters for controls and for halves of surrogate pairs. */
    private static boolean allowed(int c) {
        return c == '\n' || c == '\t' || c == '\r' || c >= 0x20 && !(c >= 0x7f && c < 0xa0)
                && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) && (c & 0xfffe) != 0xfffe;
    }
}
