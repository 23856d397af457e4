/**
 * Where particles start: one law for each coordinate, or several places in turn.
 */
package org.thalweg.model.start;
