package org.thalweg.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void aNewFolderIsCreatedWithItsParents() {
        RunDirectory run = RunDirectory.create(parent.resolve("runs/a/b"));
        assertTrue(Files.isDirectory(run.path()));
        assertEquals(run.path().resolve("run.json"), run.file("run.json"));
    }

    /** Where parents are made too, Java names the folder by its whole path. */
    @Test
    void aFolderIsNamedAsItWasGiven() {
        Path relative = Path.of("").toAbsolutePath().relativize(parent).resolve("runs/digits");
        assertEquals(relative, RunDirectory.create(relative).path());
    }

    @Test
    void anEmptyFolderIsUsedAsItIs() {
        assertEquals(parent, RunDirectory.create(parent).path());
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws IOException {
        Files.createFile(parent.resolve("sweep.csv"));
        refuses(parent, "is not empty (it holds sweep.csv)");
    }

    @Test
    void aFileInTheWayIsRefused() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));
        refuses(file, "is a file");
        refuses(file.resolve("run"), "is a file");
        refuses(file.resolve("a/b"), "is a file");
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() throws IOException {
        refuses(Files.createSymbolicLink(parent.resolve("link"), parent.resolve("gone")), "is a file");
    }

    @Test
    void aParentWithoutWritePermissionIsRefused() throws IOException {
        Path locked = Files.createDirectory(parent.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(locked), "the superuser may write everywhere");
        refuses(locked.resolve("a/b"), "no permission");
        refuses(locked, "no permission");
    }

    @Test
    void aPlaceWhereTheSystemMakesNoFoldersIsRefused() {
        Path impossible = Path.of("/proc/thalweg-run");
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "Linux only");
        refuses(impossible, "output folder /proc/thalweg-run cannot be");
    }

    private void refuses(Path path, String why) {
        RunDirectoryException e = assertThrows(RunDirectoryException.class, () -> RunDirectory.create(path));
        assertTrue(e.getMessage().contains(why), e.getMessage());
        assertTrue(e.getMessage().contains("--out"), "names the remedy: " + e.getMessage());
        assertFalse(e.getMessage().contains("\n"), "one line");
    }
}
