package org.thalweg.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A page in a browser: opened, read, looked at, used with a real mouse and a real keyboard. It records every address
 * that the page asks for and everything that it complains of.
 */
public final class BrowserPage implements AutoCloseable {
    /** Only keeps a page that never does what is awaited from hanging the build. */
    private static final long MOST_MILLISECONDS = 30_000;

    private static final long BETWEEN_LOOKS = 10;

    private final DevTools tools;
    private final String session;
    private final String target;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private BrowserPage(DevTools tools, String session, String target) {
        this.tools = tools;
        this.session = session;
        this.target = target;
    }

    static BrowserPage opened(DevTools tools, String session, String target) {
        BrowserPage page = new BrowserPage(tools, session, target);
        tools.listen(page::hear);
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            page.ask(domain + ".enable", Map.of());
        }
        page.size(1280, 900);
        return page;
    }

    /** Opens an address and waits until the page and all it asks for at once are there. */
    public BrowserPage open(String address) {
        String error = Json.text(ask("Page.navigate", Map.of("url", address)), "errorText");
        if (!error.isEmpty()) {
            throw new AssertionError(address + ": " + error);
        }
        return await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** The width and height of the window in pixels; below 600 it is a phone. */
    public BrowserPage size(int width, int height) {
        ask("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1,
                "mobile", width < 600));
        return this;
    }

    /** Light or dark, as the system of a reader would have it. */
    public BrowserPage colours(String scheme) {
        ask("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** The value of an expression, after the promise it may be. */
    public JsonElement value(String expression) {
        JsonObject answer = ask("Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.getAsJsonObject("result").get("value");
    }

    /** The value of an expression that is a text. */
    public String text(String expression) {
        return value(expression).getAsString();
    }

    /** The value of an expression that is a number. */
    public double number(String expression) {
        return value(expression).getAsDouble();
    }

    /** Waits until an expression is true. */
    public BrowserPage await(String expression) {
        long end = System.currentTimeMillis() + MOST_MILLISECONDS;
        while (!value("Boolean(" + expression + ")").getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("never true: " + expression + "; the page complained of " + complaints);
            }
            pause(BETWEEN_LOOKS);
        }
        return this;
    }

    /** The mouse moves to a place of the window and stays there. */
    public BrowserPage pointAt(double x, double y) {
        return mouse("mouseMoved", "none", x, y);
    }

    /** The mouse moves to the middle of an element, which is scrolled to first. */
    public BrowserPage pointAt(String selector) {
        double[] middle = middle(selector);
        return pointAt(middle[0], middle[1]);
    }

    /** A press and a release of the left button at a place of the window. */
    public BrowserPage click(double x, double y) {
        return pointAt(x, y).mouse("mousePressed", "left", x, y).mouse("mouseReleased", "left", x, y);
    }

    /** A click at the middle of an element, which is scrolled to first. */
    public BrowserPage click(String selector) {
        double[] middle = middle(selector);
        return click(middle[0], middle[1]);
    }

    /** The left button goes down at one place and up at another, by way of places between. */
    public BrowserPage drag(double fromX, double y, double toX, int steps) {
        pointAt(fromX, y).mouse("mousePressed", "left", fromX, y);
        for (int i = 1; i <= steps; i++) {
            mouse("mouseMoved", "left", fromX + (toX - fromX) * i / steps, y);
        }
        return mouse("mouseReleased", "left", toX, y);
    }

    /** A key goes down and up, such as {@code Tab}, {@code Enter}, {@code ArrowRight}, {@code a}. */
    public BrowserPage press(String key) {
        ask("Input.dispatchKeyEvent", Keys.down(key));
        ask("Input.dispatchKeyEvent", Keys.up(key));
        return this;
    }

    /** The focus goes to an element, as after so many tabs. */
    public BrowserPage focus(String selector) {
        value("document.querySelector(" + Json.of(selector) + ").focus()");
        return this;
    }

    /** What the window shows, as a PNG file. */
    public void photograph(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(
                    Json.text(ask("Page.captureScreenshot", Map.of("format", "png")), "data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole page, however high, as a PNG file. */
    public void photographAll(Path file, int width) {
        int height = (int) number("document.documentElement.scrollHeight");
        size(width, height);
        value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
        photograph(file);
    }

    /** Every address that was asked for so far, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Exceptions, errors and warnings, such as those of the content security policy. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** A command of the protocol for this page, for what is not written here. */
    public JsonObject ask(String method, Map<String, ?> parameters) {
        return tools.ask(session, method, parameters);
    }

    @Override
    public void close() {
        tools.ask("", "Target.closeTarget", Map.of("targetId", target));
    }

    private BrowserPage mouse(String type, String button, double x, double y) {
        ask("Input.dispatchMouseEvent", Map.of("type", type, "x", x, "y", y, "button", button,
                "buttons", button.equals("left") && !type.equals("mouseReleased") ? 1 : 0,
                "clickCount", type.equals("mouseMoved") ? 0 : 1));
        return this;
    }

    private double[] middle(String selector) {
        JsonElement box = value("(e => { if (!e) return null; e.scrollIntoView({block: 'center'});"
                + " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })"
                + "(document.querySelector(" + Json.of(selector) + "))");
        if (!box.isJsonArray()) {
            throw new AssertionError("no element " + selector);
        }
        return new double[] {box.getAsJsonArray().get(0).getAsDouble(), box.getAsJsonArray().get(1).getAsDouble()};
    }

    /** What a test itself does to a page: pages are not written to have their pixels read. */
    private static final String READ_BACK = "Canvas2D: Multiple readback operations";

    private void complain(String line) {
        if (!line.contains(READ_BACK)) {
            complaints.add(line);
        }
    }

    private void hear(JsonObject event) {
        if (!session.equals(Json.text(event, "sessionId"))) {
            return;
        }
        switch (Json.text(event, "method")) {
            case "Network.requestWillBeSent" -> requests.add(Json.text(event, "params", "request", "url"));
            case "Network.webSocketCreated" -> requests.add(Json.text(event, "params", "url"));
            case "Runtime.exceptionThrown" -> complain(Json.at(event, "params", "exceptionDetails").toString());
            case "Runtime.consoleAPICalled" -> {
                if (List.of("error", "warning", "assert").contains(Json.text(event, "params", "type"))) {
                    complain(Json.at(event, "params", "args").toString());
                }
            }
            case "Log.entryAdded" -> {
                if (List.of("error", "warning").contains(Json.text(event, "params", "entry", "level"))) {
                    complain(Json.text(event, "params", "entry", "text") + " "
                            + Json.text(event, "params", "entry", "url"));
                }
            }
            default -> { }
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
