/**
 * How long the rest of a sweep takes, and which cells begin first.
 *
 * <p>A {@link org.thalweg.sweep.forecast.Forecast} is told of every piece of work, knows the pace of each kind in
 * processor seconds, and how many of them a second by the clock brings; an {@link org.thalweg.sweep.forecast.Order} puts
 * cells in the order that leaves nothing long for the end.
 */
package org.thalweg.sweep.forecast;
