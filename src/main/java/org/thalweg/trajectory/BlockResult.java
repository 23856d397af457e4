package org.thalweg.trajectory;

import java.util.List;

/**
 * What a block has to say.
 *
 * @param averages [diagnostic][survivor]: time averages of the particles that were not lost
 * @param weight [group]: samples of the survivors
 * @param counts [group][cell]: their histogram
 * @param census what became of each particle
 * @param paths the recorded paths
 */
record BlockResult(double[][] averages, long[] weight, long[][] counts, Census census, List<Path> paths) {}
