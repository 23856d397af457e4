/**
 * The valley hierarchy: Hermite functions across, a spectral interpolant along; docs/theory/hierarchy.md.
 *
 * <p>{@code ValleyHierarchy} solves for the density, {@code BackwardHierarchy} is the adjoint: of it {@link
 * HierarchyPassage} makes passage times, {@link ValleySurvival} who has not arrived, {@link ValleyCommittor} where they
 * arrive, {@link ValleySpectrum} the slowest rates, {@link ValleyTransition} how often particles go between two sets.
 * Its adjoint goes forward in time: {@link ValleyEvolution} is the law at a time, {@link ValleyModes} what decays at
 * the slowest rates, {@code MassByModes} reads both as densities. {@code HierarchyTails} solves for ln P where tails
 * lie below rounding. {@code HierarchyCirculation} is
 * the current, of which {@code HierarchyCurrents} has the modes. {@code Collocation} knows points,
 * derivatives and integrals of an interval or a ring.
 *
 * <p>{@link ValleyCoefficients} are what it takes of a valley, {@link HierarchyModes} its unknowns,
 * {@link HierarchySystem} the equations, {@link ValleyRange} where they are solved, {@link ValleyPassage} the times of
 * first passage.
 */
package org.thalweg.fokkerplanck.hierarchy;
