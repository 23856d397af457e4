/**
 * Cells of sweeps on a Spark cluster. Not part of the build as it is: only the Maven profile {@code spark} compiles
 * this, into an archive of its own, so that nobody else pays for it.
 *
 * <p>A {@link org.thalweg.spark.SparkEngine} sends numbers of cells to executors; {@link
 * org.thalweg.spark.CellLines} is what an executor does with them, on the threads of its {@link
 * org.thalweg.spark.ExecutorCrew}, told its {@link org.thalweg.spark.ExecutorOptions}.
 */
package org.thalweg.spark;
