/**
 * Claims about surfaces that are no valleys, as published by others.
 *
 * <p>{@link ShiftedMinimumGain} and {@link FlatSideBias} are of asymmetric valleys, {@link SwitchingRate}, {@link
 * FrozenShare} and {@link RidgeShare} of two valleys, {@link InverseVarianceFlatness} of bowls of many curvatures.
 */
package org.thalweg.results.claim.published;
