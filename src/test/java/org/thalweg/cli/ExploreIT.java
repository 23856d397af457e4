package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code thalweg explore} as a process: it prints an address that answers, until it is told to stop. */
class ExploreIT {
    @TempDir
    private Path folder;

    @Test
    void theAddressThatIsPrintedAnswersUntilTheProcessEnds() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(LauncherRun.LAUNCHER.toString(), "explore", "degenerate-valley",
                "--no-browser", "--set", "a=0.4").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            String address = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertTrue(address.matches("http://127\\.0\\.0\\.1:\\d+/[0-9a-f]{32}/"), address);
            HttpClient client = HttpClient.newHttpClient();
            HttpResponse<String> page = client.send(HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("Thalweg explorer"), page.body());
            HttpResponse<String> wrong = client.send(HttpRequest.newBuilder(
                    URI.create(address.replaceFirst("/[0-9a-f]{32}/", "/wrong/"))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(403, wrong.statusCode());
        } finally {
            process.destroy();
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    }

    /** A note on the model of a run, before its page is served: by standard error, which is read first. */
    @Test
    void whatMayNotBeMeantIsSaid() throws IOException, InterruptedException {
        Path model = folder.resolve("half-named.yaml");
        Files.writeString(model, Files.readString(Path.of("models", "two-weights.yaml")).replace("x: 1, y: 0", "x: 1"));
        Path run = folder.resolve("run");
        LauncherRun trained = LauncherRun.of("train", model.toString(), "--time", "1", "--checkpoints", "3",
                "--figures", "none", "--out", run.toString());
        assertEquals(0, trained.exitCode(), trained.err());
        Process process = new ProcessBuilder(LauncherRun.LAUNCHER.toString(), "explore", run.toString(), "--no-browser")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            String line = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertTrue(line.contains("start names 1 of 2 parameters"), line);
        } finally {
            process.destroy();
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    }

    @Test
    void whatCannotBeExploredIsRefusedInALine() {
        LauncherRun network = LauncherRun.of("explore", "two-weights", "--no-browser");
        assertEquals(2, network.exitCode());
        assertTrue(network.err().contains("thalweg train two-weights"), network.err());
        assertEquals(2, LauncherRun.of("explore", "nothing-of-that-name").exitCode());
    }
}
