/**
 * What the theory claims about SGD in a valley, one class a result.
 *
 * <p>Each result gives its number always, says under which {@link org.thalweg.measure.Hypothesis hypotheses} it may
 * be claimed, with the thresholds and what was found, and carries a {@link org.thalweg.theory.law.Theorem}: its
 * statement, its standing, its source and the chapter of docs/theory that derives it. {@link
 * org.thalweg.theory.Theorems} lists them.
 *
 * <p>Everything here follows from one equation, the <em>valley-floor SDE</em>. Where y relaxes fast, the force along
 * the valley L(x, y) = L0(x) + sum_i y_i^2 / (2 F_i(x)^2) averages to -L0' + sum_i D_yiyi F_i'/F_i: the noise across
 * a valley pushes towards flatter parts, while the noise along it, D_xx, decides how much of that push becomes
 * probability.
 *
 * <ul>
 *   <li>Marginals, all {@link org.thalweg.theory.law.MarginalLaw}s: {@link org.thalweg.theory.EffectiveLoss} (constant
 *       noise), {@link org.thalweg.theory.GeneralNoise} (noise that varies along the valley), {@link
 *       org.thalweg.theory.NextOrder} (one order further in the slowness of x), {@link
 *       org.thalweg.theory.FiniteLearningRate} (literal SGD at a finite learning rate, with or without the next order).
 *   <li>Times: {@link org.thalweg.theory.escape.ConvergenceTime}.
 *   <li>Upper bounds for the noise, three different failures: {@link
 *       org.thalweg.theory.bounds.SelectionBifurcation}, {@link
 *       org.thalweg.theory.law.Normalisability}, {@link org.thalweg.theory.bounds.StepSizeBound}.
 * </ul>
 *
 * <p>A result speaks either of the diffusion (hypotheses()) or of literal SGD (hypothesesForSgd(), which adds what the
 * learning rate must satisfy). The package knows neither trajectories nor densities of the other witnesses, and
 * shares no numerical code with them.
 *
 * <p>Of surfaces that are no valleys are {@link AsymmetricBias}, {@link AsymmetricDirection}, {@link ShiftedMinimum}
 * and {@link VarianceFlatnessLaw}.
 *
 * <p>{@link OptimiserSelection} is the law along a valley under other optimisers.
 */
package org.thalweg.theory;
