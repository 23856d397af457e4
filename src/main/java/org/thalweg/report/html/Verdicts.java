package org.thalweg.report.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.measure.Verdict;
import org.thalweg.report.stored.ErrorNotation;
import org.thalweg.report.stored.StoredTable;

/** The claims of {@code verdicts.csv}, each with its verdict as a word and a colour. */
final class Verdicts {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?[0-9]+\\.[0-9]+(?:E-?[0-9]+)?(?!\\w)");

    private Verdicts() {}

    /** How many rows of a table have each verdict. */
    static Map<String, Long> tally(StoredTable judged) {
        Map<String, Long> tally = new HashMap<>();
        judged.column("verdict").forEach(name -> tally.merge(name, 1L, Long::sum));
        return tally;
    }

    /** One line: how many rows have each verdict, refuted ones first; empty where none was judged. */
    static Html counts(Map<String, Long> tally) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List.of(Verdict.REFUTED, Verdict.INCONCLUSIVE, Verdict.CONSISTENT, Verdict.NOT_APPLICABLE)
                .forEach(verdict -> counts.put(verdict.name(), 0L));
        tally.forEach((name, count) -> {
            if (!name.isEmpty()) {
                counts.merge(name, count, Long::sum);
            }
        });
        List<Html> parts = new ArrayList<>();
        counts.forEach((name, count) -> {
            if (count > 0) {
                parts.add(Html.join(Html.text(count + "\u00a0"), Words.verdict(name), Html.text(" ")));
            }
        });
        return parts.isEmpty() ? Html.NOTHING
                : Html.element("p", "", Html.text("Comparisons: "), Html.join(parts));
    }

    /** The refuted claims by name; nothing where none was. */
    static Html refuted(Optional<StoredTable> claims) {
        List<String> names = claims.map(rows -> rows.where("verdict", Verdict.REFUTED.name())
                .column("claim").stream().map(claim -> claim.replaceFirst(": .*", "")).toList()).orElse(List.of());
        return names.isEmpty() ? Html.NOTHING
                : Html.element("p", "", "Refuted: " + String.join("; ", names) + ".");
    }

    /** The section; nothing where no claim was judged. */
    static Html of(Optional<StoredTable> claims) {
        return claims.map(table -> Html.element("section", "",
                Html.element("h2", "", "Claims"),
                Html.element("table", "claims",
                        Html.element("thead", "", header()),
                        Html.element("tbody", "", Html.join(table.rows().stream().map(Verdicts::row).toList())))))
                .orElse(Html.NOTHING);
    }

    private static Html header() {
        return Html.element("tr", "", Html.join(List.of("claim", "predicted", "measured", "margin", "verdict").stream()
                .map(name -> Html.element("th", "", name)).toList()));
    }

    private static Html row(Map<String, String> row) {
        String budget = row.getOrDefault("budget", "");
        String margin = budget.contains(":") ? budget.substring(0, budget.indexOf(':')) : budget;
        String parts = budget.contains(":") ? budget.substring(budget.indexOf(':') + 1).strip() : "";
        String verdict = row.getOrDefault("verdict", "");
        return Html.element("tr", Words.styleClass(verdict),
                Html.element("td", "", Html.element("div", "", row.getOrDefault("claim", "")),
                        detail("Where: ", row.getOrDefault("hypotheses", "")), detail("Margin: ", parts)),
                number(ErrorNotation.of(StoredTable.number(row.getOrDefault("predicted", "")))),
                number(ErrorNotation.of(StoredTable.number(row.getOrDefault("measured", "")),
                        StoredTable.number(row.getOrDefault("standard_error", "")))),
                number(shorter(StoredTable.number(margin))),
                Html.element("td", "", Words.verdict(verdict)));
    }

    private static Html number(String text) {
        return Html.element("td", "number", text);
    }

    private static Html detail(String title, String text) {
        return text.isEmpty() ? Html.NOTHING : Html.element("div", "detail", title
                + NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                        found.group().length() > 8 ? shorter(StoredTable.number(found.group())) : found.group())));
    }

    /** Errors are told to two digits. */
    private static String shorter(double value) {
        return !Double.isFinite(value) ? ErrorNotation.UNDEFINED : ErrorNotation.of(
                BigDecimal.valueOf(value).round(new MathContext(2)).doubleValue());
    }
}
