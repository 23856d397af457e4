package org.thalweg.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thalweg.web.PlottingLibrary;

/** The browser that other tests use: it uses pages as a person does, and it notices what it is there to notice. */
class BrowserIT {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:";

    private static final Map<String, String> PAGES = Map.of(
            "/good", page("<h1>One</h1><button id=\"b\">press</button><output id=\"o\"></output><div id=\"p\"></div>"),
            "/bad", page("<h1>One</h1><img src=\"http://example.org/x.png\"><input><p style=\"color:red\">x</p>"),
            "/script.js", "document.querySelector('#b')?.addEventListener('click', e => {"
                    + "document.querySelector('#o').textContent += e.isTrusted ? 'clicked ' : 'pretended '; });"
                    + "addEventListener('keydown', e => { window.lastKey = e.key + e.isTrusted; });"
                    + "const at = document.querySelector('#p'); if (at) window.plot = new uPlot({width: 300,"
                    + " height: 200, scales: {x: {time: false}, y: {distr: 3}}, series: [{}, {stroke: 'blue'}]},"
                    + " [[1, 2, 3], [1, 10, 100]], at);",
            "/uplot.js", PlottingLibrary.SCRIPT.text(),
            "/uplot.css", PlottingLibrary.STYLE.text());

    private static HttpServer server;
    private static Chromium chromium;

    private static String page(String body) {
        return "<!doctype html><html lang=\"en\"><head><title>t</title>"
                + "<meta name=\"viewport\" content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\">"
                + "<link rel=\"stylesheet\" href=\"uplot.css\">"
                + "<script src=\"uplot.js\"></script><script defer src=\"script.js\"></script></head><body><main>" + body
                + "</main></body></html>";
    }

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = PAGES.get(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", path.endsWith(".js") ? "text/javascript"
                    : path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop(0);
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Test
    void clicksAndKeysAreThoseOfAPerson() {
        try (BrowserPage page = chromium.page().open(address("/good"))) {
            assertEquals("clicked ", page.click("#b").text("document.querySelector('#o').textContent"));
            assertEquals("ArrowRighttrue", page.press("ArrowRight").text("window.lastKey"));
            assertEquals("clicked clicked ", page.focus("#b").press("Enter")
                    .text("document.querySelector('#o').textContent"));
        }
    }

    @Test
    void thePlottingLibraryDrawsUnderAStrictPolicy() {
        try (BrowserPage page = chromium.page().open(address("/good"))) {
            assertTrue(page.number("window.plot.valToPos(10, 'y') - window.plot.valToPos(100, 'y')") > 10.0);
            assertEquals(List.of(), page.complaints());
            assertEquals(List.of(), Accessibility.violations(page));
            assertTrue(page.requests().stream().allMatch(a -> a.startsWith(address("/")) || a.startsWith("data:")),
                    page.requests().toString());
        }
    }

    @Test
    void whatIsWrongIsNoticed() {
        try (BrowserPage page = chromium.page().open(address("/bad"))) {
            List<String> violations = Accessibility.violations(page);
            assertTrue(violations.stream().anyMatch(line -> line.startsWith("image-alt")), violations.toString());
            assertTrue(violations.stream().anyMatch(line -> line.startsWith("label")), violations.toString());
            assertTrue(page.complaints().stream().anyMatch(line -> line.contains("style-src")),
                    page.complaints().toString());
            assertTrue(page.complaints().stream().anyMatch(line -> line.contains("example.org")),
                    page.complaints().toString());
        }
    }

    @Test
    void aRequestThatWouldLeaveTheMachineIsRecorded() {
        try (BrowserPage page = chromium.page()) {
            page.value("fetch('http://example.org/').catch(e => 1)");
            assertTrue(page.requests().contains("http://example.org/"), page.requests().toString());
        }
    }

    @Test
    void colourSchemesAndWidthsAreWhatTheyAreSaidToBe() {
        try (BrowserPage page = chromium.page().size(390, 844).colours("dark").open(address("/good"))) {
            assertEquals(390.0, page.number("innerWidth"));
            assertTrue(page.value("matchMedia('(prefers-color-scheme: dark)').matches").getAsBoolean());
        }
    }
}
