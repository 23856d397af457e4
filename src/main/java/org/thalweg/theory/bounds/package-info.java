/**
 * Upper bounds for the noise: a flat part that is no longer selected, and a step that no longer contracts.
 *
 * <p>{@link SelectionBifurcation} is bound (i); {@link StepSizeBound}, {@link BatchCurvatureBound} and
 * {@link MinimumStability} are bound (iii), {@link OptimiserStability} the same of optimisers beside SGD.
 *
 * <p>{@link OptimiserStability} is the bound of other optimisers, by the {@link RuleTransfer} of a linear rule.
 */
package org.thalweg.theory.bounds;
