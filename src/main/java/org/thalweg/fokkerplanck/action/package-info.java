/**
 * Rare events: along which path noise carries a particle away, and how unlikely that is.
 *
 * <p>{@code GeometricAction} is the action of a path of any Ito diffusion, whatever its speed; {@link
 * org.thalweg.fokkerplanck.action.MinimumActionPath} the path of least action between two points or regions ({@link
 * org.thalweg.fokkerplanck.action.PathEnd}), and the difference of the quasipotential between them; {@link
 * org.thalweg.fokkerplanck.action.StringPath} the same where detailed balance holds, by another method; {@link
 * org.thalweg.fokkerplanck.action.EscapeRate} the rate that a path implies; docs/theory/action.md.
 */
package org.thalweg.fokkerplanck.action;
