/**
 * How long to simulate, and over what range to count: from the time scales of a setting.
 *
 * <p>A {@link RunPlanner} makes a {@link RunPlan} within the {@link Limits} that a user sets, over a {@link
 * Horizon}, both from the {@link Relaxation} along and across; a {@link StationaryWindow} tells whether nothing
 * changes any more. {@link FirstOrder} says which settings the witnesses can be compared for.
 */
package org.thalweg.results.plan;
