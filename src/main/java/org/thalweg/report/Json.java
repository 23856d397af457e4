package org.thalweg.report;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/** JSON as this program writes it: summaries on the screen, the records of runs, notebooks. */
public final class Json {
    /** JSON has no NaN and no infinity: both become null. */
    private static final JsonSerializer<Double> NUMBER =
            (number, type, context) -> Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;

    private static final Gson GSON = new GsonBuilder().registerTypeAdapter(Double.class, NUMBER)
            .registerTypeAdapter(double.class, NUMBER).serializeNulls()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES).disableHtmlEscaping()
            .setPrettyPrinting().create();

    private Json() {}

    /**
     * Indented JSON, ending with a line feed.
     *
     * @param value a map, list, array, record, number, string or boolean, nested as you like; not modified. Maps keep
     *     their order.
     */
    public static String of(Object value) {
        return GSON.toJson(value) + "\n";
    }
}
