/** Claims about the stationary law: that it is reached, that the witnesses agree on it, how it weighs flatness. */
package org.thalweg.results.claim.law;
