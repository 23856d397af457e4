/**
 * How far an open domain is computed: where the mass outside is negligible, and what was cut.
 */
package org.thalweg.fokkerplanck.truncation;
