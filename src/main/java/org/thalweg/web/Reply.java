package org.thalweg.web;

import java.nio.charset.StandardCharsets;

/**
 * What a page is answered with.
 *
 * @param status of HTTP
 * @param type the media type
 * @param body not to be modified
 */
public record Reply(int status, String type, byte[] body) {
    private static final String UTF_8 = "; charset=utf-8";

    /** JSON that was made elsewhere. */
    public static Reply json(String text) {
        return new Reply(200, "application/json" + UTF_8, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text of a type such as {@code text/css}. */
    public static Reply text(String type, String text) {
        return new Reply(200, type + UTF_8, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing but the reason why there is nothing. */
    static Reply denied(int status, String reason) {
        return new Reply(status, "text/plain" + UTF_8, (reason + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
