/**
 * Figures of what the Fokker-Planck operator knows beside its stationary density.
 *
 * <p>{@link CurrentFigure} draws streamlines over a density, {@link EvolutionFigure} densities in time, {@link
 * ModesFigure} how what deviates decays, {@link SurvivalFigure} who has not arrived yet, {@link CommittorFigure} which
 * set is met first, and {@link LeastActionFigure} the way that is gone when it is hardly ever gone.
 */
package org.thalweg.report.figures.operator;
