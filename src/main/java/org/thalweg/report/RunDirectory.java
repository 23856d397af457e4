package org.thalweg.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one run. It begins empty, so nothing of an earlier run can be taken for a result of this one.
 *
 * @param path an existing folder
 * @param fresh whether it was empty when this run began
 */
public record RunDirectory(Path path, boolean fresh) {
    /** A folder that holds something of an earlier run. */
    public RunDirectory(Path path) {
        this(path, false);
    }

    /**
     * Creates the folder, with its parents; an existing empty folder is used as it is. Nothing is written before all
     * checks have passed.
     *
     * @throws RunDirectoryException where the folder holds something, a file is in the way, or it cannot be written
     */
    public static RunDirectory create(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            requireWritableAncestor(path);
        } else if (!Files.isDirectory(path)) {
            throw new RunDirectoryException("output folder " + path + " is a file; name another folder with --out");
        } else {
            requireEmpty(path);
            requireWritable(path, path);
        }
        try {
            Files.createDirectories(path);
            return new RunDirectory(path, true);
        } catch (IOException e) {
            throw new RunDirectoryException("output folder " + path + " cannot be created (" + e.getMessage()
                    + "); name another folder with --out", e);
        }
    }

    /** Removes a fresh folder, with the files that this run has put into it. */
    public void discard() {
        if (!fresh) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            // It stays where it is: what is wrong was said, and that is not this.
        }
    }

    /** Whether there is a file whose name has one of these endings. */
    public boolean holds(String... endings) {
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(file -> Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith));
        } catch (IOException e) {
            // Nobody knows: what may be there is kept.
            return true;
        }
    }

    /** Removes files, as far as they are there. */
    public void remove(List<String> names) {
        try {
            for (String name : names) {
                Files.deleteIfExists(file(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place of a file in this folder. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /**
     * Copies all files {@code from.EXTENSION} to {@code to.EXTENSION}, which must not exist.
     *
     * @throws RunDirectoryException where one cannot be written
     */
    public void copy(String from, String to) {
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (name.startsWith(from + ".") && name.indexOf('.', from.length() + 1) < 0) {
                    Files.copy(child, file(to + name.substring(from.length())));
                }
            }
        } catch (IOException e) {
            throw new RunDirectoryException(path + ": '" + from + "' cannot be copied to '" + to + "' ("
                    + e.getMessage() + "); free some space or name another folder with --out", e);
        }
    }

    private static void requireEmpty(Path path) {
        try (Stream<Path> children = Files.list(path)) {
            children.findFirst().ifPresent(child -> {
                throw new RunDirectoryException("output folder " + path + " is not empty (it holds "
                        + child.getFileName() + "); name another folder with --out, or empty this one");
            });
        } catch (IOException e) {
            throw new RunDirectoryException("output folder " + path + " cannot be read (" + e.getMessage()
                    + "); name another folder with --out", e);
        }
    }

    private static void requireWritableAncestor(Path path) {
        Path ancestor = path.toAbsolutePath().normalize().getParent();
        while (ancestor != null && !Files.exists(ancestor, LinkOption.NOFOLLOW_LINKS)) {
            ancestor = ancestor.getParent();
        }
        if (ancestor != null && !Files.isDirectory(ancestor)) {
            throw new RunDirectoryException("output folder " + path + " cannot be created: " + ancestor
                    + " is a file; name another folder with --out");
        }
        if (ancestor != null) {
            requireWritable(ancestor, path);
        }
    }

    private static void requireWritable(Path folder, Path wanted) {
        if (!Files.isWritable(folder)) {
            throw new RunDirectoryException("output folder " + wanted + " cannot be written: no permission to write to "
                    + folder + "; name another folder with --out");
        }
    }
}
