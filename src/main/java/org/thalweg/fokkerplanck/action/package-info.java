/**
 * Rare events: along which path noise carries a particle away, and how unlikely that is.
 *
 * <p>{@link org.thalweg.fokkerplanck.action.GeometricAction} is the action of a path of any Ito diffusion, whatever its
 * speed; {@link org.thalweg.fokkerplanck.action.MinimumActionPath} the path of least action between two points, and the
 * difference of the quasipotential between them; docs/theory/action.md.
 */
package org.thalweg.fokkerplanck.action;
