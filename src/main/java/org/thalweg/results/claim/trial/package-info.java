/**
 * What every experiment of a claim is made of: what it concerns, when it is silent, steps halved, the cells of a
 * histogram.
 */
package org.thalweg.results.claim.trial;
