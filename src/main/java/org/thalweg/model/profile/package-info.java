/**
 * Functions along a valley: the contract of a {@link org.thalweg.model.profile.Profile}, constants, and splines
 * through measured tables.
 *
 * <p>A {@link SplineProfile} is a table as a curve, a {@link ProfileKernel} goes over blocks.
 */
package org.thalweg.model.profile;
