/**
 * Claims about surfaces that are no valleys, as published by others: asymmetric valleys, two valleys, bowls of many
 * curvatures.
 */
package org.thalweg.results.claim.published;
