/**
 * Where parameters live: intervals and their ends, domains, frames of units, landmarks, flat sets.
 */
package org.thalweg.model.space;
