package org.thalweg.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who may ask. A page of another place that is open in the same browser can send requests to any port of the machine,
 * so it takes more than the address: the token, which is in the address that the user was given and nowhere else; a
 * {@code Host} that is this server, so that no foreign name that resolves to the loopback address is taken for it; and
 * an {@code Origin}, where a browser names one, that is this server's own.
 *
 * @param port that of the server
 * @param token of this run
 */
record Guard(int port, String token) {
    private static final int TOKEN_BYTES = 16;

    /** A guard with a token that nobody can guess. */
    static Guard of(int port) {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Guard(port, HexFormat.of().formatHex(bytes));
    }

    /** What all addresses of the page begin with. */
    String address() {
        return origin() + "/" + token + "/";
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * The path below the token.
     *
     * @param path of the request, beginning with a slash
     * @param host the header; null where there is none
     * @param origin the header; null where there is none
     * @return empty where the one who asks may not
     */
    Optional<String> admit(String path, String host, String origin) {
        boolean own = ("127.0.0.1:" + port).equals(host) && (origin == null || origin.equals(origin()));
        int end = path.indexOf('/', 1);
        return own && end > 0 && same(path.substring(1, end)) ? Optional.of(path.substring(end + 1)) : Optional.empty();
    }

    /** In a time that does not tell how much of it was right. */
    private boolean same(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
