/**
 * Upper bounds for the noise: a flat part that is no longer selected, and a step that no longer contracts.
 */
package org.thalweg.theory.bounds;
