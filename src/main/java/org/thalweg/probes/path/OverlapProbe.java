package org.thalweg.probes.path;

import org.thalweg.compute.ScalarProduct;
import org.thalweg.probes.face.Between;
import org.thalweg.probes.face.PairProbe;
import org.thalweg.probes.face.Portrait;
import org.thalweg.probes.face.Readings;

/**
 * How far the leading eigenvectors of the Hessian have turned: |v_i . v_i'| one by one, and the share of the subspace
 * of all of them that is kept, which does not mind when two of them change places. Of random directions of n parameters
 * one overlap is sqrt(2 / (pi n)), the share K / n.
 */
public final class OverlapProbe extends PairProbe {
    public OverlapProbe() {
        super("overlap", "eigenvector_overlap", "subspace_overlap");
    }

    @Override
    public boolean needsEigenvectors() {
        return true;
    }

    @Override
    public void measure(Portrait earlier, Portrait later, Between between, Readings readings) {
        double[][] a = earlier.eigenvectors();
        double[][] b = later.eigenvectors();
        double squares = 0.0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double overlap = ScalarProduct.of(a[i], b[j]);
                squares += overlap * overlap;
            }
        }
        for (int i = 0; i < a.length; i++) {
            readings.add("eigenvector_overlap", i + 1, Math.abs(ScalarProduct.of(a[i], b[i])), 0.0);
        }
        readings.add("subspace_overlap", squares / a.length);
    }
}
