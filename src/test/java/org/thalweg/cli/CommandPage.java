package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page whose commands are run, as somebody would who reads it from top to bottom.
 *
 * @param file in the folder of the project
 */
record CommandPage(Path file) {
    private static final List<String> LINKED = List.of("thalweg", "models");
    private static final Pattern NAMED = Pattern.compile("`([a-z0-9-]+\\.[a-z]+)`:");

    /** Makes a folder one from which the project's commands can be run. */
    static void link(Path folder) throws IOException {
        for (String name : LINKED) {
            Files.createSymbolicLink(folder.resolve(name), Path.of("").toAbsolutePath().resolve(name));
        }
    }

    /** JUnit warns of links that leave the folder it clears. */
    static void unlink(Path folder) throws IOException {
        for (String name : LINKED) {
            Files.delete(folder.resolve(name));
        }
    }

    /** The lines of its sh blocks. */
    List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean shell = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("```")) {
                shell = line.equals("```sh");
            } else if (shell) {
                commands.add(line);
            }
        }
        return commands;
    }

    /** Its blocks that stand below the name of a file, by that name. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        String name = "";
        StringBuilder text = null;
        for (String line : Files.readAllLines(file)) {
            Matcher named = NAMED.matcher(line);
            if (line.startsWith("```") && text != null) {
                files.put(name, text.toString());
                text = null;
                name = "";
            } else if (line.startsWith("```") && !name.isEmpty()) {
                text = new StringBuilder();
            } else if (text != null) {
                text.append(line).append('\n');
            } else if (named.matches()) {
                name = named.group(1);
            }
        }
        return files;
    }

    /**
     * Runs what stands for each of its commands, in a folder that has its files.
     *
     * @param runs each command of the page in its order, and what is run for it
     */
    void run(Path folder, Map<String, String> runs) throws IOException {
        assertEquals(List.copyOf(runs.keySet()), commands());
        for (Map.Entry<String, String> written : files().entrySet()) {
            Files.writeString(folder.resolve(written.getKey()), written.getValue());
        }
        try (StandingProgram program = StandingProgram.in(folder)) {
            program.script(folder.resolve("thalweg"));
            for (String reduced : runs.values()) {
                LauncherRun run = LauncherRun.in(folder, Map.of(), Path.of("/bin/bash"), "-c", reduced);
                assertEquals(0, run.exitCode(), reduced + "\n" + run.err());
            }
        }
    }

    /** Every page and figure that it points to is there. */
    void pointsToWhatExists() throws IOException {
        Matcher link = Pattern.compile("\\]\\((?!https?:)([^)#]+)").matcher(Files.readString(file));
        int count = 0;
        while (link.find()) {
            assertTrue(Files.exists(file.toAbsolutePath().resolveSibling(link.group(1))), file + " points to " + link.group(1));
            count++;
        }
        assertTrue(count > 0);
    }
}
