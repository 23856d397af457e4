package org.thalweg.model.surface;

import java.util.List;

/** Every kind of surface. A new one is a new file, and a line here. */
public final class SurfaceCatalogue {
    /** In the order in which they are described. */
    public static final List<SurfaceKind> KINDS = List.of(
            Valley.KIND,
            Quadratic.KIND,
            FormulaSurface.KIND,
            AsymmetricValley.KIND,
            LogisticNeuron.KIND,
            TwoValleys.KIND,
            PublishedTwoValleys.KIND,
            Spectrum.KIND,
            NetworkSurface.KIND);

    private SurfaceCatalogue() {}
}
