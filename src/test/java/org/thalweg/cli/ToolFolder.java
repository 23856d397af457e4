package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of programs that a test puts on the PATH of a launcher. */
record ToolFolder(Path folder) {
    /** All that the launcher itself uses of the system; neither Java nor Maven. */
    private static final List<String> LAUNCHER_NEEDS =
            List.of("dirname", "readlink", "sed", "head", "find", "mkdir", "ln", "rm");

    /** Puts a shell script into the folder, under a name that may hold folders. */
    void script(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    /** Puts in what the launcher needs, so that this folder can be the whole PATH. */
    void addLauncherNeeds() throws IOException {
        for (String tool : LAUNCHER_NEEDS) {
            Path bin = Files.exists(Path.of("/bin", tool)) ? Path.of("/bin") : Path.of("/usr/bin");
            script(tool, "exec " + bin.resolve(tool) + " \"$@\"");
        }
    }
}
