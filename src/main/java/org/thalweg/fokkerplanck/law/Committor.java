package org.thalweg.fokkerplanck.law;

import org.thalweg.measure.Measurement;

/**
 * Where particles end between two sets {x &lt;= from} and {x &gt;= to}: the probability of the upper one.
 *
 * @param atStart from the start of the setting
 * @param field from each cell of the finest grid, not extrapolated
 */
public record Committor(Measurement atStart, Density field) {}
