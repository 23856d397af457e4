/**
 * How far an open domain is computed: where the mass outside is negligible, and what was cut.
 *
 * <p>{@link Truncation} chooses the rectangle, {@link SpreadRange} tells how far a density gets in a time,
 * {@code SpreadBox}
 * where the start lies outside of the stationary law.
 */
package org.thalweg.fokkerplanck.truncation;
