/**
 * The claims of the theory, each with the experiment that could contradict it: one file a claim.
 *
 * <p>Ids are those of docs/claims.md: C1 the effective loss falls with flatness, C2 its strength grows with learning
 * rate and batch variance, C3 it breaks the degeneracy, C4 stronger noise shortens convergence, C5 an upper bound
 * exists, in three forms; A1 to A3 are about asymmetric valleys, and W1 says that the witnesses agree.
 *
 * <p>{@link Claims} is their catalogue, a {@link ClaimExperiment} one of them, {@link Validation} judges them all, a {@link
 * Survey} those of many models.
 */
package org.thalweg.results.claim;

import org.thalweg.results.claim.trial.ClaimExperiment;

