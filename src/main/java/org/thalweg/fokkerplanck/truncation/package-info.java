/**
 * How far an open domain is computed: where the mass outside is negligible, and what was cut.
 *
 * <p>{@link Truncation} chooses the rectangle, {@link SpreadRange} tells how far a density gets in a time.
 */
package org.thalweg.fokkerplanck.truncation;
