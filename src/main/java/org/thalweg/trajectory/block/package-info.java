/**
 * A block of particles as a structure of arrays, and what moves one.
 */
package org.thalweg.trajectory.block;
