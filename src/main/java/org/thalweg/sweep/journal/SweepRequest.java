package org.thalweg.sweep.journal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a sweep was asked for: all that its numbers depend on.
 *
 * @param json an object with the one member {@code request}
 */
record SweepRequest(String json) {
    private static final String MEMBER = "{\"request\":";

    static SweepRequest of(Map<String, Object> request) {
        return new SweepRequest(StoredCell.GSON.toJson(Map.of("request", request)));
    }

    /** True where the JSON of a line is a request. */
    static boolean is(String json) {
        return json.startsWith(MEMBER);
    }

    /** The first value that differs from another request, in words; empty where all are the same. */
    Optional<String> difference(SweepRequest now) {
        return difference(JsonParser.parseString(json), JsonParser.parseString(now.json), "");
    }

    private static Optional<String> difference(JsonElement before, JsonElement now, String name) {
        if (before.isJsonObject() && now.isJsonObject()) {
            Map<String, JsonElement> all = new LinkedHashMap<>(now.getAsJsonObject().asMap());
            before.getAsJsonObject().asMap().forEach(all::putIfAbsent);
            return all.keySet().stream()
                    .map(key -> difference(before.getAsJsonObject(), now.getAsJsonObject(), name, key))
                    .flatMap(Optional::stream).findFirst();
        }
        return before.equals(now) ? Optional.empty() : Optional.of(words(name, shortened(before), shortened(now)));
    }

    private static Optional<String> difference(JsonObject before, JsonObject now, String name, String key) {
        String where = name.isEmpty() ? key : name + "." + key;
        JsonElement old = before.get(key);
        JsonElement young = now.get(key);
        return old == null || young == null
                ? Optional.of(words(where, old == null ? "not given" : shortened(old),
                        young == null ? "not given" : shortened(young)))
                : difference(old, young, where);
    }

    private static String words(String what, String before, String now) {
        return what.replaceFirst("^request\\.", "") + " was " + before + " and is " + now;
    }

    private static String shortened(JsonElement value) {
        String text = value.toString();
        // A line of a terminal has room for two such values.
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
