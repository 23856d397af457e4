/** Claims about times: convergence to the flat set, escape over barriers. */
package org.thalweg.results.claim.passage;
