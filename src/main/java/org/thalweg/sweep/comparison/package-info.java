/**
 * What the cells of a sweep say together. A {@link Difference} is of two, {@link Choice} names the settings that a
 * sweep recommends, {@link NoiseTrends} judges how networks go with eta / B.
 */
package org.thalweg.sweep.comparison;
