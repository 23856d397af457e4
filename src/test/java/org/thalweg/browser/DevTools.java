package org.thalweg.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection to a browser by the Chrome DevTools protocol: commands that are answered, and events. */
final class DevTools implements AutoCloseable {
    /** Only keeps a hanging browser from hanging the build. */
    private static final long MOST_SECONDS = 60;

    /** Commands and events: each has an id of its own, or a name and the session of its page. */
    private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final List<Consumer<JsonObject>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger last = new AtomicInteger();
    private WebSocket socket;

    /** Connects to a browser that listens at an address. */
    static DevTools connect(URI address) {
        DevTools tools = new DevTools();
        tools.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, tools.new Receiver()).join();
        return tools;
    }

    /** Hears every event from now on, on the thread of the connection: it must not ask anything itself. */
    void listen(Consumer<JsonObject> listener) {
        listeners.add(listener);
    }

    /**
     * Sends a command and waits for its answer.
     *
     * @param session of a page; empty for the browser itself
     * @throws AssertionError where the browser answers with an error or not at all
     */
    JsonObject ask(String session, String method, Map<String, ?> parameters) {
        int id = last.incrementAndGet();
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", Json.of(parameters));
        if (!session.isEmpty()) {
            message.addProperty("sessionId", session);
        }
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(id, answer);
        synchronized (this) {
            socket.sendText(message.toString(), true).join();
        }
        try {
            JsonObject got = answer.get(MOST_SECONDS, TimeUnit.SECONDS);
            JsonElement error = got.get("error");
            if (error != null) {
                throw new AssertionError(method + ": " + error);
            }
            return got.getAsJsonObject("result");
        } catch (TimeoutException e) {
            throw new AssertionError(method + ": no answer from the browser in " + MOST_SECONDS + " s", e);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(method, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** Puts the pieces of a message together. */
    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean ends) {
            text.append(piece);
            if (ends) {
                JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
                text.setLength(0);
                if (message.has("id")) {
                    asked.remove(message.get("id").getAsInt()).complete(message);
                } else {
                    listeners.forEach(listener -> listener.accept(message));
                }
            }
            from.request(1);
            return null;
        }
    }
}
