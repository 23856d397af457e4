package org.thalweg.browser;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Values as JSON and back, as a browser and its tests exchange them. */
final class Json {
    private static final Gson GSON = new Gson();

    private Json() {}

    static JsonElement of(Object value) {
        return GSON.toJsonTree(value);
    }

    /** A member of a member ...; null where there is none. */
    static JsonElement at(JsonObject object, String... path) {
        JsonElement found = object;
        for (String name : path) {
            found = found == null || !found.isJsonObject() ? null : found.getAsJsonObject().get(name);
        }
        return found;
    }

    static String text(JsonObject object, String... path) {
        JsonElement found = at(object, path);
        return found == null || found.isJsonNull() ? "" : found.getAsString();
    }
}
