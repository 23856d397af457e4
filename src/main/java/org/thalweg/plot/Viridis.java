package org.thalweg.plot;

/** The colour map viridis: equal steps look equal, also in grey and to colour-blind readers. */
final class Viridis {
    /** The map of matplotlib (CC0, by van der Walt and Smith) at 0, 0.1, ..., 1. */
    private static final int[] ANCHORS = {0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884,
        0x44BF70, 0x7AD151, 0xBDDF26, 0xFDE725};

    private Viridis() {}

    /** The colour at {@code share} of the scale, 0 to 1, as 0xRRGGBB; interpolated linearly between anchors. */
    static int rgb(double share) {
        double place = Math.max(0.0, Math.min(1.0, share)) * (ANCHORS.length - 1);
        int below = Math.min((int) place, ANCHORS.length - 2);
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = ANCHORS[below] >> shift & 0xFF;
            int to = ANCHORS[below + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(from + (place - below) * (to - from)) << shift;
        }
        return rgb;
    }
}
