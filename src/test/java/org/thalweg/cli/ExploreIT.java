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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code thalweg explore} as a process: it prints an address that answers, until it is told to stop. */
class ExploreIT {
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

    @Test
    void whatCannotBeExploredIsRefusedInALine() {
        LauncherRun network = LauncherRun.of("explore", "two-weights", "--no-browser");
        assertEquals(2, network.exitCode());
        assertTrue(network.err().contains("thalweg train two-weights"), network.err());
        assertEquals(2, LauncherRun.of("explore", "nothing-of-that-name").exitCode());
    }
}
