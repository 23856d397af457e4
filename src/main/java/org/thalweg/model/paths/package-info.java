/**
 * What is asked of single paths: quantities with a tally for each particle, averages over time, principal components.
 *
 * <p>A {@link PathQuantity} is what a surface wants measured, a {@link PathTally} follows it over a block.
 * {@link PathCovariance} and {@link PrincipalComponents} are those of the points of a path.
 */
package org.thalweg.model.paths;
