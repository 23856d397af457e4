package org.thalweg.report.html;

import org.thalweg.report.stored.StoredRun;
import org.thalweg.storage.Sha256;

/**
 * The last line of a page: a comment with the SHA-256 of the run and of all above. By it a page is known as one that
 * was written for this run and that nobody has touched, whatever the version that wrote it; such a page may be
 * replaced.
 */
final class PageSeal {
    private static final String BEFORE = "<!-- sha256 of the run and the page: ";
    private static final String AFTER = " -->\n";

    private PageSeal() {}

    /** A page with its seal. */
    static String sealed(StoredRun run, String page) {
        return page + BEFORE + digest(run, page) + AFTER;
    }

    /** True for a page of the run that is as it was written. */
    static boolean whole(StoredRun run, String text) {
        int end = text.lastIndexOf(BEFORE);
        return end >= 0 && sealed(run, text.substring(0, end)).equals(text);
    }

    private static String digest(StoredRun run, String page) {
        return Sha256.of(run.text("started") + "\n" + page);
    }
}
