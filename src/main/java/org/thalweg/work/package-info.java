/**
 * Threads that work together on what can be done in any order.
 *
 * <p>A {@link org.thalweg.work.Crew} does numbered tasks; {@link org.thalweg.work.StandingCrew} is one of several
 * threads that help each other: who is free takes the longest task there is of whoever has some left, at any time. A
 * {@link org.thalweg.work.Meter} times them. {@link org.thalweg.work.SlicedTasks} are long ones that change hands, so
 * that all threads end together.
 */
package org.thalweg.work;
