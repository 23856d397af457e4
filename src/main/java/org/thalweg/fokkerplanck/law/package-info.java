/**
 * What every solver answers with: a density, its moments, and their numerical errors.
 *
 * <p>A {@code Law} is one solve; {@link org.thalweg.fokkerplanck.law.DensitySolution} is several of them at nested
 * resolutions, extrapolated ({@code Richardson}), each number with an error. {@link
 * org.thalweg.fokkerplanck.law.PassageTime} is the same for a mean first-passage time. The exceptions say that there
 * is no answer, or that none was found.
 */
package org.thalweg.fokkerplanck.law;
