/**
 * Functions along a valley: the contract of a {@link org.thalweg.model.profile.Profile}, constants, and splines
 * through measured tables.
 */
package org.thalweg.model.profile;
