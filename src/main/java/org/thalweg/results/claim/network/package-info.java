/** Claims about the loss of a network, which owe the diffusion nothing: invariances, bounds of eigenvalues, one step. */
package org.thalweg.results.claim.network;
