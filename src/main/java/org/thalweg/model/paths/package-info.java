/**
 * What is asked of single paths: quantities with a tally for each particle, averages over time, principal components.
 */
package org.thalweg.model.paths;
