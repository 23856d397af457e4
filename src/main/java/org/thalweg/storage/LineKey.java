package org.thalweg.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What the lines of a journal belong to: hashed once, however long it is, as it comes before every one of them. The
 * request of a sweep names each of its learning rates. Thread-safe.
 */
public final class LineKey {
    /** Of lines that stand for themselves. */
    public static final LineKey NONE = of("");

    /** Of 64 bits: by chance one damaged line in 10^19 passes. */
    static final int DIGITS = 16;

    private final MessageDigest hashed;

    private LineKey(MessageDigest hashed) {
        this.hashed = hashed;
    }

    /** The key that is a text. */
    public static LineKey of(String text) {
        MessageDigest digest = Sha256.digest();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return new LineKey(digest);
    }

    /** The beginning of the SHA-256 of the key and what belongs to it, which is not modified. */
    String check(byte[] body) {
        try {
            MessageDigest both = (MessageDigest) hashed.clone();
            return HexFormat.of().formatHex(both.digest(body), 0, DIGITS / 2);
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("the SHA-256 of every Java platform can be copied", e);
        }
    }
}
