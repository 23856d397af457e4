/**
 * The figures of the commands, one class a figure: results in, a {@link org.thalweg.report.drawing.Figure} out.
 * Theory and densities are lines, simulations are points with error bars.
 *
 * <p>Of sweeps are {@link ConvergenceTimeFigure}, {@link PhaseDiagramFigure}, {@link PathMapFigure},
 * {@link FrozenShareFigure} and {@link VariedFigure}; of densities {@link DensityFigure}, {@link MarginalFigure},
 * {@link EffectiveLossFigure} and {@link EffectiveLossComparisonFigure}; of paths {@link PathFigure}; of networks
 * {@link TrainingFigure}, {@link SpectrumFigure} and {@link LineScanFigure}. {@link SettingLabel} is their subtitle.
 */
package org.thalweg.report.figures;
