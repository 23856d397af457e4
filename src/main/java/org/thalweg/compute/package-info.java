/**
 * Arithmetic over arrays.
 *
 * <p>Plain loops over arrays of {@code + - * /} and square roots need no help: the just-in-time compiler turns them
 * into vector instructions. What it leaves alone are elementary functions and everything else that looks into the bits
 * of a number. {@link org.thalweg.compute.BlockMath} is that rest. There are two back-ends, chosen once at start by
 * {@link org.thalweg.compute.Backend}: "vector", which needs the module {@code jdk.incubator.vector}, and "scalar",
 * which needs nothing.
 *
 * <p>Both do the same correctly rounded operations in the same order ({@link org.thalweg.compute.Elementary}), so
 * results do not depend on the back-end, on the width of its vectors or on the Java version; only the time does.
 *
 * <p>A {@link ScalarProduct} is summed in order, {@link Transposition} turns rows into columns, {@link Blocks} is for blocks of particles.
 */
package org.thalweg.compute;
