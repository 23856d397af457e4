/**
 * One ensemble, as it is asked for and described: how long it runs, what its steps cannot resolve, what was found.
 *
 * <p>A {@link SimulationRequest} tells the steps and the {@link SimulatedEnsemble} that comes of them; {@link
 * StepRemarks} are known before it runs, {@link RunStationarity} after.
 */
package org.thalweg.results.simulation;
