package org.thalweg.spectra;

/**
 * Intervals for the extreme eigenvalues of a symmetric matrix from the mean m and standard deviation s of all n
 * eigenvalues [WS80]:
 *
 * <pre>
 *   m + s / sqrt(n - 1)  &lt;=  largest   &lt;=  m + s sqrt(n - 1)
 *   m - s sqrt(n - 1)    &lt;=  smallest  &lt;=  m - s / sqrt(n - 1)
 * </pre>
 *
 * <p>Derived in {@code docs/theory/networks.md}. For n = 1 both are m; for n = 2 they are the eigenvalues.
 */
public record WolkowiczStyan(
        double lowerOfSmallest, double upperOfSmallest, double lowerOfLargest, double upperOfLargest) {
    /** From the traces of the matrix and of its square. */
    public static WolkowiczStyan of(Traces traces) {
        double root = Math.sqrt(traces.dimension() - 1.0);
        double wide = traces.deviation() * root;
        double narrow = traces.dimension() > 1 ? traces.deviation() / root : 0.0;
        double m = traces.mean();
        return new WolkowiczStyan(m - wide, m - narrow, m + narrow, m + wide);
    }
}
