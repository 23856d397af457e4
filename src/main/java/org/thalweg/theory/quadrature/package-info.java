/**
 * Integrals and antiderivatives along the floor, with their numerical errors.
 */
package org.thalweg.theory.quadrature;
