package org.thalweg.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The SHA-256 of texts and bytes, in lower-case hexadecimal digits: by it a file is known again. */
public final class Sha256 {
    private static final int PIECE = 1 << 16;

    private Sha256() {}

    /** Of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the bytes of a file, which need not fit into memory. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of several pieces of bytes, one after the other; not modified. */
    public static String of(byte[]... pieces) {
        MessageDigest digest = digest();
        for (byte[] piece : pieces) {
            digest.update(piece);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a text in UTF-8, in base 64, as browsers have it. */
    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** With nothing in it. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
