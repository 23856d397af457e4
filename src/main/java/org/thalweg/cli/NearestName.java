package org.thalweg.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class NearestName {
    private NearestName() {}

    /**
     * The candidate with the fewest typing errors (a character inserted, left out, replaced, or swapped with its
     * neighbour) between it and {@code typed}; empty where even that one differs in more than a third of its length.
     */
    static Optional<String> among(Collection<String> candidates, String typed) {
        return candidates.stream()
                .min(Comparator.comparingInt((String name) -> typingErrors(name, typed)).thenComparing(name -> name))
                .filter(name -> typingErrors(name, typed) <= Math.max(1, Math.max(name.length(), typed.length()) / 3));
    }

    /** The optimal string alignment distance. */
    private static int typingErrors(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                distance[i][j] = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    distance[i][j] = Math.min(distance[i][j], 1 + distance[i - 2][j - 2]);
                }
            }
        }
        return distance[a.length()][b.length()];
    }
}
