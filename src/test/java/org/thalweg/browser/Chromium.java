package org.thalweg.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium of its own profile, for tests that look at pages and use them. Names resolve to nothing in it, so
 * that no page can reach beyond this machine whatever it asks for; what it asks for is recorded by {@link BrowserPage}.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    /** What Chromium prints, a file in its profile. */
    private static final String SAID = "said.txt";

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /**
     * Starts a browser. Where none is installed the test that asks is skipped and says so; where the environment has
     * {@code CI=true} it fails: what is never run anywhere is not tested.
     */
    public static Chromium start() {
        Path program = installed();
        if (program == null) {
            String message = "no Chromium on this machine (apt-get install chromium): pages are not tested in a browser";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            return abort(message);
        }
        try {
            Path profile = Files.createTempDirectory("thalweg-chromium");
            List<String> command = new ArrayList<>(List.of(program.toString(), "--headless=new", "--no-sandbox",
                    "--remote-debugging-port=0", "--user-data-dir=" + profile, "--no-first-run", "--disable-gpu",
                    "--no-default-browser-check", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--mute-audio",
                    "--disable-features=Translate,MediaRouter,OptimizationHints", "--force-color-profile=srgb",
                    "--font-render-hinting=none", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                    "about:blank"));
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(profile.resolve(SAID).toFile()).start();
            // A build that is interrupted leaves no browser behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Chromium(process, profile, DevTools.connect(address(process, profile)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty page of its own session, 1280 pixels wide and 900 high. */
    public BrowserPage page() {
        String target = Json.text(tools.ask("", "Target.createTarget", Map.of("url", "about:blank")), "targetId");
        String session = Json.text(tools.ask("", "Target.attachToTarget",
                Map.of("targetId", target, "flatten", true)), "sessionId");
        return BrowserPage.opened(tools, session, target);
    }

    @Override
    public void close() {
        tools.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(profile);
    }

    private static Path installed() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            for (String name : NAMES) {
                if (Files.isExecutable(Path.of(folder, name))) {
                    return Path.of(folder, name);
                }
            }
        }
        return null;
    }

    /** The browser leaves its port and its path in a file as soon as it listens. */
    private static URI address(Process process, Path profile) throws IOException {
        Path file = profile.resolve("DevToolsActivePort");
        while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
            if (!process.isAlive()) {
                throw new AssertionError("Chromium did not start: " + Files.readString(profile.resolve(SAID)));
            }
            BrowserPage.pause(20);
        }
        List<String> lines = Files.readAllLines(file);
        return URI.create("ws://127.0.0.1:" + lines.get(0).strip() + lines.get(1).strip());
    }

    /** A browser that ends may still write into its folder; what is left then is left to the system. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
