/** Draft. */
package org.thalweg.spectra;
