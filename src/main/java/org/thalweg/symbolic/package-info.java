/**
 * Expressions: algebra, exact derivatives, and evaluation at the speed of the machine.
 *
 * <p>An {@link org.thalweg.symbolic.Expression} is a graph of immutable nodes; what no formula says, a measured table
 * for instance, is a leaf of it, a {@link org.thalweg.symbolic.Curve} with its derivatives. They are taken on the graph
 * ({@link org.thalweg.symbolic.Derivative}) and share nodes with the function. For evaluation one or several
 * expressions become a {@link org.thalweg.symbolic.Tape}: straight-line code in which nothing is computed twice, so
 * that value, gradient and Hessian of a surface, or a whole time step of an ensemble, cost little more than their
 * longest member.
 *
 * <p>Over blocks a tape is interpreted at first, one plain loop an instruction. Where it is used a lot it is cut into
 * fused loops ({@code Schedule}) that are assembled to bytecode ({@code LoopAssembler}) and that the just-in-time
 * compiler turns into vector instructions; elementary functions go over whole rows, by {@link
 * org.thalweg.compute.BlockMath}. A point, a block interpreted and a block compiled give the same bits.
 *
 * <p>{@link Algebra} builds expressions of an {@link Operation} each, {@link Substitution} puts one into another,
 * {@link Positive} simplifies what is positive; a {@link TapeKernel} goes over blocks.
 */
package org.thalweg.symbolic;
