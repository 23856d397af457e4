/**
 * A network held against the valley that was measured along its run: {@link
 * org.thalweg.results.claim.reduction.Trials} runs literal SGD of both at several learning rates and batch sizes, a
 * {@link org.thalweg.results.claim.reduction.Trial} is what came of one, {@link
 * org.thalweg.results.claim.reduction.Shares} is what the reduction leaves out, a {@link
 * org.thalweg.results.claim.reduction.BatchBound} where steps grow, and {@link
 * org.thalweg.results.claim.reduction.ValleyClaims} judges.
 */
package org.thalweg.results.claim.reduction;
