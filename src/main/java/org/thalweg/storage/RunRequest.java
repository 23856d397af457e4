package org.thalweg.storage;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run was asked for: all that its numbers depend on.
 *
 * @param json an object with the one member {@code request}
 */
public record RunRequest(String json) {
    /** How a journal writes JSON. */
    private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().serializeNulls()
            .disableHtmlEscaping().create();

    private static final String MEMBER = "{\"request\":";

    /** A request from all values by name. */
    public static RunRequest of(Map<String, Object> request) {
        return new RunRequest(GSON.toJson(Map.of("request", request)));
    }

    /** True where the JSON of a line is a request. */
    public static boolean is(String json) {
        return json.startsWith(MEMBER);
    }

    /** The first value that differs from another request, in words; empty where all are the same. */
    public Optional<String> difference(RunRequest now) {
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
