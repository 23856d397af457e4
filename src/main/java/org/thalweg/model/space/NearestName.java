package org.thalweg.model.space;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * The known name nearest to a misspelt one: fewest single-letter changes and exchanges of neighbours (the
     * restricted Damerau-Levenshtein distance). Empty where none is near, that is within two changes or a third of the
     * letters.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= Math.max(2, name.length() / 3))
                .filter(candidate -> distance(name, candidate) < Math.max(name.length(), candidate.length()))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** What to advise about an unknown name: {@code did you mean 'floor'?}, or the list of known names. */
    public static String advice(String name, Collection<String> known) {
        return of(name, known).map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? "remove it" : "known here: " + String.join(", ", known));
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                boolean exchanged = i > 1 && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (exchanged) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
