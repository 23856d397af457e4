/**
 * A block of particles as a structure of arrays, and what moves one.
 *
 * <p>A {@link Block} is moved by a {@link Stepper}.
 */
package org.thalweg.trajectory.block;
