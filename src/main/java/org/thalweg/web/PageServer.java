package org.thalweg.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A page on the loopback address, at a port that the system chooses: whoever is on another machine cannot ask, and
 * whoever is on this one must know the token. What it sends may load nothing from anywhere else.
 */
public final class PageServer implements AutoCloseable {
    /** Scripts, styles and questions of the page itself, and nothing written into it. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Questions are a few hundred characters. */
    private static final int LONGEST_QUESTION = 1 << 16;

    private final HttpServer server;
    private final ExecutorService workers;
    private final Guard guard;
    private final Map<String, Reply> files;
    private final Map<String, Endpoint> endpoints;
    private final Consumer<Throwable> faults;

    private PageServer(HttpServer server, ExecutorService workers, Map<String, Reply> files,
            Map<String, Endpoint> endpoints, Consumer<Throwable> faults) {
        this.server = server;
        this.workers = workers;
        this.guard = Guard.of(server.getAddress().getPort());
        this.files = Map.copyOf(files);
        this.endpoints = Map.copyOf(endpoints);
        this.faults = faults;
    }

    /**
     * Begins to serve.
     *
     * @param files by their paths below the token; the page itself has the empty path
     * @param endpoints by their paths
     * @param faults told of what an endpoint throws: a fault of the program
     */
    public static PageServer start(Map<String, Reply> files, Map<String, Endpoint> endpoints,
            Consumer<Throwable> faults) {
        // Else the end of each answer waits 40 ms for the other side to confirm its beginning.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            ExecutorService workers = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "page");
                thread.setDaemon(true);
                return thread;
            });
            PageServer server = new PageServer(http, workers, files, endpoints, faults);
            http.setExecutor(workers);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the page, with its token. */
    public String address() {
        return guard.address();
    }

    /** Ends at once; questions that are being answered are not. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        Optional<String> path = guard.admit(exchange.getRequestURI().getRawPath(), headers.getFirst("Host"),
                headers.getFirst("Origin"));
        if (path.isEmpty()) {
            return Reply.denied(403, "open the address that thalweg explore has printed, with its token");
        }
        Endpoint endpoint = endpoints.get(path.get());
        if (endpoint == null) {
            Reply file = files.get(path.get());
            return file == null ? Reply.denied(404, "nothing of that name")
                    : exchange.getRequestMethod().equals("GET") ? file : Reply.denied(405, "GET only");
        }
        // A form of another page can send no such type.
        if (!exchange.getRequestMethod().equals("POST")
                || !"application/json".equals(headers.getFirst("Content-Type"))) {
            return Reply.denied(405, "POST of application/json only");
        }
        byte[] question = exchange.getRequestBody().readNBytes(LONGEST_QUESTION + 1);
        return question.length > LONGEST_QUESTION ? Reply.denied(413, "too long") : answer(endpoint, question);
    }

    private Reply answer(Endpoint endpoint, byte[] question) {
        try {
            return endpoint.answer(new String(question, StandardCharsets.UTF_8));
        } catch (RuntimeException | Error e) {
            faults.accept(e);
            return Reply.denied(500, "a fault of the program; the terminal says more");
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(reply.body());
        }
    }
}
