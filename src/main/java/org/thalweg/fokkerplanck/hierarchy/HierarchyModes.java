package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.List;

/**
 * The even Hermite modes across a valley, by their degree: mode m stands for he_{2 m_1}(u_1) he_{2 m_2}(u_2) ... and
 * has the degree m_1 + m_2 + ... With one sharp direction there is one mode of each degree.
 */
public final class HierarchyModes {
    private final List<List<int[]>> byDegree = new ArrayList<>();

    /** The modes of degrees below {@code degrees} for a number of sharp directions. */
    public HierarchyModes(int directions, int degrees) {
        for (int degree = 0; degree < degrees; degree++) {
            List<int[]> modes = new ArrayList<>();
            fill(modes, new int[directions], 0, degree);
            byDegree.add(modes);
        }
    }

    private static void fill(List<int[]> modes, int[] mode, int direction, int left) {
        if (direction == mode.length - 1) {
            mode[direction] = left;
            modes.add(mode.clone());
            return;
        }
        for (int m = left; m >= 0; m--) {
            mode[direction] = m;
            fill(modes, mode, direction + 1, left - m);
        }
    }

    /** One more than the largest degree. */
    int degrees() {
        return byDegree.size();
    }

    /** The modes of a degree; not to be modified. Of degree 1, mode i is that of direction i. */
    List<int[]> of(int degree) {
        return byDegree.get(degree);
    }

    /** The number of modes of a degree. */
    int count(int degree) {
        return byDegree.get(degree).size();
    }
}
