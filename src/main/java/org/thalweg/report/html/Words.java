package org.thalweg.report.html;

import java.util.Locale;
import java.util.Map;
import org.thalweg.measure.Verdict;

/** Verdicts as a sign, a word and a colour, so that each of the three suffices. */
final class Words {
    private static final Map<String, String> SIGNS = Map.of(
            Verdict.CONSISTENT.name(), "\u2713 ", Verdict.REFUTED.name(), "\u2717 ",
            Verdict.INCONCLUSIVE.name(), "? ", Verdict.NOT_APPLICABLE.name(), "\u2013 ");

    private Words() {}

    /** "refuted" with its cross, marked by its colour; nothing where there is no verdict. */
    static Html verdict(String name) {
        if (name.isEmpty()) {
            return Html.NOTHING;
        }
        return Html.element("span", "verdict " + styleClass(name), SIGNS.getOrDefault(name, "") + plain(name));
    }

    /** As wide as a verdict, and not seen. */
    static Html room() {
        return Html.element("span", "verdict none");
    }

    /** The class that colours a verdict. */
    static String styleClass(String name) {
        return SIGNS.containsKey(name) ? plain(name).replace(' ', '-') : "";
    }

    /** "not applicable". */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
