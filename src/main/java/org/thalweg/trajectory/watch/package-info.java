/**
 * What is watched while particles move: walls, flat regions, first passages between steps, recorded paths, losses.
 */
package org.thalweg.trajectory.watch;
