package org.thalweg.browser;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What axe-core finds wrong with a page for those who do not see it, see it poorly or do not use a mouse: labels,
 * contrast, order of headings, names of controls. It cannot find everything.
 */
public final class Accessibility {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private Accessibility() {}

    /** One line for each rule that is broken, with the elements that break it; empty where all is well. */
    public static List<String> violations(BrowserPage page) {
        page.value(axe() + "; 1");
        JsonArray found = page.value("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
                .getAsJsonArray();
        List<String> lines = new ArrayList<>();
        for (JsonElement each : found) {
            JsonObject rule = each.getAsJsonObject();
            StringBuilder line = new StringBuilder(Json.text(rule, "id") + ": " + Json.text(rule, "help"));
            rule.getAsJsonArray("nodes").forEach(node -> line.append("; ")
                    .append(Json.text(node.getAsJsonObject(), "html")).append(' ')
                    .append(Json.text(node.getAsJsonObject(), "failureSummary").replace('\n', ' ')));
            lines.add(line.toString());
        }
        return lines;
    }

    private static String axe() {
        try (InputStream stream = Accessibility.class.getResourceAsStream(AXE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
