/**
 * The valley hierarchy: Hermite functions across, a spectral interpolant along; docs/theory/hierarchy.md.
 *
 * <p>{@code ValleyHierarchy} solves for the density, {@code HierarchyPassage} the adjoint equations for passage
 * times, {@code HierarchyTails} for ln P where tails lie below rounding. {@code HierarchyCirculation} is
 * the current, of which {@code HierarchyCurrents} has the modes. {@code Collocation} knows points,
 * derivatives and integrals of an interval or a ring.
 */
package org.thalweg.fokkerplanck.hierarchy;
