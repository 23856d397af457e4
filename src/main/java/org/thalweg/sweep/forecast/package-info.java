/**
 * How long the rest of a sweep takes, and which cells begin first.
 *
 * <p>A {@link org.thalweg.sweep.forecast.Forecast} is told of every piece of work. What a kind costs is known
 * beforehand ({@code Prior}), and corrected by what is seen ({@code Pace}); a {@link
 * org.thalweg.sweep.forecast.Yardstick} tells the speed of the machine, and {@link org.thalweg.sweep.forecast.Clocks}
 * the time, of processors and by the clock. An {@link org.thalweg.sweep.forecast.Order} puts cells in the order that
 * leaves nothing long for the end.
 */
package org.thalweg.sweep.forecast;
