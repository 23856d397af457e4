/**
 * The figures of the commands, one class a figure: results in, a {@link org.thalweg.report.drawing.Figure} out.
 * Theory and densities are lines, simulations are points with error bars.
 *
 * <p>Of sweeps are {@link ConvergenceTimeFigure}, {@link PhaseDiagramFigure}, {@link PathMapFigure},
 * {@link FrozenShareFigure}, {@link VariedFigure} and {@link VariedMapFigure}, all by {@link
 * SweepFigures}; of densities {@link DensityFigure},
 * {@link MarginalFigure}, {@link EffectiveLossFigure} and {@link EffectiveLossComparisonFigure}; of what the
 * Fokker-Planck operator knows beside them those of the room {@code operator}; of paths {@link PathFigure}; of networks
 * {@link TrainingFigure}, and of what is measured of them those of the room {@code probes}; {@link LineScanFigure} is
 * of averaged iterates. {@link ValleyFigure} is of valleys measured along a run, {@link ComparisonFigure} of the
 * network beside them, {@link OptimiserFigure} of optimisers beside each other,
 * {@link LearnersFigure} of learners that average. {@code ChoiceMarks} marks the settings
 * that a sweep recommends, a {@link Contour} is one line of a height, {@link SettingLabel} their subtitle.
 */
package org.thalweg.report.figures;
