package org.thalweg.model.file.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The text of a model file.
 *
 * @param file as the user named it
 */
public record Source(String file, String text) {
    /** Ten thousand lines: no model is that long, and a wrong file is refused before it fills the memory. */
    static final int LARGEST = 1 << 20;

    private static final String NOT_TEXT =
            "give a model file: YAML text in UTF-8, such as models/degenerate-valley.yaml";

    public static Source read(Path path) throws ModelFileException {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            throw failure(file, 0, "is a directory", "name a file inside it");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw failure(file, 0, "no such file", "check the path; `thalweg models` lists the shipped models");
        } catch (AccessDeniedException e) {
            throw failure(file, 0, "may not be read", "change its permissions");
        } catch (IOException e) {
            throw failure(file, 0, "cannot be read: " + e.getMessage(), "check the file");
        }
        if (bytes.length > LARGEST) {
            throw failure(file, 0, "is larger than a megabyte", NOT_TEXT);
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw failure(file, 1, "is a binary file", NOT_TEXT);
            }
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Source(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw failure(file, 1, "is not text in UTF-8", NOT_TEXT);
        }
    }

    private static ModelFileException failure(String file, int line, String what, String remedy) {
        return new ModelFileException(List.of(new Problem(file, line, line, what, remedy)));
    }
}
