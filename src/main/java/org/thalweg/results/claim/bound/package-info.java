/** Claims about the three upper bounds of the noise: each is approached from both sides. */
package org.thalweg.results.claim.bound;
