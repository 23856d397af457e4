package org.thalweg.explore;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.refusal.Refusal;
import org.thalweg.web.Endpoint;
import org.thalweg.web.NewestWins;
import org.thalweg.web.Reply;

/**
 * Answers as JSON. What the engine refuses, and what has no answer, is an answer too: {@code refusal}, the one line
 * that a command would print.
 */
final class Answers {
    /** JSON has no NaN and no infinity: both become null. */
    private static final JsonSerializer<Double> NUMBER =
            (number, type, context) -> Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;

    private static final Gson GSON = new GsonBuilder().registerTypeAdapter(Double.class, NUMBER)
            .registerTypeAdapter(double.class, NUMBER).serializeNulls().disableHtmlEscaping().create();

    /** Questions come faster than answers: those that nobody waits for any more are answered by this. */
    private static final Map<String, Object> STALE = Map.of("stale", true);

    private Answers() {}

    /** A question and its answer, anything that becomes JSON. */
    @FunctionalInterface
    interface Question {
        Object answer(JsonObject asked) throws ModelFileException;
    }

    /** An endpoint that answers a question, whoever asks. */
    static Endpoint to(Question question) {
        return body -> Reply.json(GSON.toJson(answered(question, body)));
    }

    /** An endpoint that answers the newest only. */
    static Endpoint toTheNewest(Question question) {
        NewestWins turn = new NewestWins();
        return body -> {
            Optional<Object> answer = turn.answer(() -> answered(question, body));
            return Reply.json(GSON.toJson(answer.orElse(STALE)));
        };
    }

    private static Object answered(Question question, String body) {
        try {
            return question.answer(GSON.fromJson(body, JsonObject.class));
        } catch (ModelFileException e) {
            return refusal(e.problems().get(0).toString());
        } catch (Refusal | NumericsException | NoStationaryStateException e) {
            return refusal(e.getMessage());
        } catch (JsonParseException | ClassCastException e) {
            return refusal("the question is not understood: " + e.getMessage());
        }
    }

    private static Map<String, Object> refusal(String line) {
        return new LinkedHashMap<>(Map.of("refusal", line.lines().collect(Collectors.joining(" "))));
    }

    /** Numbers of the model by their paths, as the page has them; what is no number is refused by the model. */
    static Map<String, String> values(JsonObject asked) {
        Map<String, String> values = new LinkedHashMap<>();
        if (asked != null && asked.has("values")) {
            asked.getAsJsonObject("values").entrySet().forEach(e -> values.put(e.getKey(), e.getValue().getAsString()));
        }
        return values;
    }
}
