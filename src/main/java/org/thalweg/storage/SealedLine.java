package org.thalweg.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One line of a journal: a JSON object whose first member is the checksum of all that follows.
 *
 * <pre>{"check":"0123456789abcdef", ...}</pre>
 *
 * <p>The checksum is the beginning of the SHA-256 of a key and the object without that member. The key of a result is
 * the request of its run, so that a line of another run is no more believed than one that was damaged.
 *
 * @param text of the line, without its end
 */
public record SealedLine(String text) {
    private static final String BEFORE = "{\"check\":\"";
    private static final String AFTER = "\",";

    private static final int PREFIX = BEFORE.length() + LineKey.DIGITS + AFTER.length();

    /**
     * Seals an object.
     *
     * @param key what the object belongs to
     * @param body JSON, in one line, an object with at least one member
     */
    public static SealedLine seal(LineKey key, String body) {
        return new SealedLine(BEFORE + key.check(body.getBytes(StandardCharsets.UTF_8)) + AFTER + body.substring(1));
    }

    /**
     * The object that a line holds; empty where one byte of it is not as it was written.
     *
     * @param bytes of the line without its end; not modified
     */
    public static Optional<String> open(LineKey key, byte[] bytes) {
        if (!sealed(bytes)) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOfRange(bytes, PREFIX - 1, bytes.length);
        body[0] = '{';
        String check = new String(bytes, BEFORE.length(), LineKey.DIGITS, StandardCharsets.ISO_8859_1);
        return check.equals(key.check(body)) ? Optional.of(new String(body, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** True where a line has the place of a checksum, right or wrong. */
    public static boolean sealed(byte[] bytes) {
        String prefix = new String(bytes, 0, Math.min(bytes.length, PREFIX), StandardCharsets.ISO_8859_1);
        return prefix.length() == PREFIX && prefix.startsWith(BEFORE) && prefix.endsWith(AFTER);
    }

    /** The line with its end, in UTF-8. */
    public byte[] bytes() {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
