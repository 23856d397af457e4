package org.thalweg.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask the server of a page, and what it sends. Requests are written byte by byte, as a foreign page could. */
class PageServerTest {
    private final List<Throwable> faults = new ArrayList<>();
    private PageServer server;
    private int port;
    private String path;

    @BeforeEach
    void start() {
        server = PageServer.start(Map.of("", Reply.text("text/html", "<p>page</p>")), Map.of(
                "echo", question -> Reply.json(question),
                "broken", question -> {
                    throw new IllegalStateException("a fault");
                }), faults::add);
        URI address = URI.create(server.address());
        port = address.getPort();
        path = address.getPath();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The status line, the headers and the body. */
    private String request(String text) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String get(String target, String... headers) {
        return request("GET " + target + " HTTP/1.1\r\nConnection: close\r\n"
                + (headers.length == 0 ? "Host: 127.0.0.1:" + port + "\r\n" : "")
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n");
    }

    private String post(String target, String body, String... headers) {
        return request("POST " + target + " HTTP/1.1\r\nConnection: close\r\nHost: 127.0.0.1:" + port + "\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    @Test
    void whoKnowsTheAddressIsServed() {
        String answer = get(path);
        assertEquals(200, status(answer), answer);
        assertTrue(answer.endsWith("<p>page</p>"), answer);
        String echo = post(path + "echo", "{\"a\":1}", "Content-Type: application/json", "Origin: http://127.0.0.1:" + port);
        assertEquals(200, status(echo), echo);
        assertTrue(echo.endsWith("{\"a\":1}"), echo);
    }

    @Test
    void theWrongTokenIsRefused() {
        assertEquals(403, status(get("/")));
        assertEquals(403, status(get("/" + "0".repeat(32) + "/")));
        assertEquals(403, status(get(path.substring(0, path.length() - 2) + "/")));
        assertEquals(403, status(post("/" + "0".repeat(32) + "/echo", "{}", "Content-Type: application/json")));
    }

    @Test
    void aForeignOriginIsRefused() {
        for (String origin : List.of("http://example.org", "null", "http://127.0.0.1:1", "https://127.0.0.1:" + port,
                "http://localhost:" + port)) {
            assertEquals(403, status(post(path + "echo", "{}", "Content-Type: application/json",
                    "Origin: " + origin)), origin);
            assertEquals(403, status(get(path, "Host: 127.0.0.1:" + port, "Origin: " + origin)), origin);
        }
    }

    /** A name of somebody else's that resolves to 127.0.0.1 does not make a page of theirs one of ours. */
    @Test
    void aForeignHostIsRefused() {
        assertEquals(403, status(get(path, "Host: example.org:" + port)));
        assertEquals(403, status(get(path, "Host: 127.0.0.1")));
    }

    @Test
    void aPathOutsideIsRefused() {
        for (String outside : List.of("../", "../../etc/passwd", "%2e%2e/", "..%2f..%2fetc%2fpasswd", "nothing",
                "page.css/../../x", "%00")) {
            assertTrue(List.of(400, 403, 404).contains(status(get(path + outside))), outside);
        }
        assertEquals(403, status(get("/etc/passwd")));
    }

    /** A form of another page can post, though not JSON. */
    @Test
    void whatAFormCouldSendIsRefused() {
        assertEquals(405, status(post(path + "echo", "{}", "Content-Type: text/plain")));
        assertEquals(405, status(get(path + "echo")));
        assertEquals(405, status(post(path, "{}", "Content-Type: application/json")));
        assertEquals(413, status(post(path + "echo", " ".repeat(70_000), "Content-Type: application/json")));
    }

    @Test
    void everythingIsSentUnderAStrictPolicy() {
        for (String answer : List.of(get(path), get(path + "nothing"), get("/"))) {
            String policy = answer.lines().filter(l -> l.toLowerCase().startsWith("content-security-policy:"))
                    .findFirst().orElseThrow();
            assertTrue(policy.contains("default-src 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(policy.contains("http:"), policy);
        }
    }

    /** Only this machine: no address that others can reach takes a connection. */
    @Test
    void noOtherAddressListens() throws IOException {
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : each.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
                assertThrows(IOException.class, () -> new Socket(address, port).close(), address.toString());
            }
        }
    }

    @Test
    void aFaultIsReportedAndNotShown() {
        String answer = post(path + "broken", "{}", "Content-Type: application/json");
        assertEquals(500, status(answer));
        assertFalse(answer.contains("a fault\n") || answer.contains("IllegalState"), answer);
        assertEquals(1, faults.size());
    }

    @Test
    void eachServerHasATokenOfItsOwn() {
        try (PageServer other = PageServer.start(Map.of(), Map.of(), faults::add)) {
            assertNotEquals(URI.create(other.address()).getPath(), path);
        }
    }
}
