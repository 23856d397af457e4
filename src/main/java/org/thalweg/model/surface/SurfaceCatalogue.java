package org.thalweg.model.surface;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Every kind of surface. A new one is a new file, and a line here; or from outside, a {@link SurfaceExtension}. */
public final class SurfaceCatalogue {
    /** The kinds of this project, in the order in which they are described. */
    static final List<SurfaceKind> OWN = List.of(
            Valley.KIND,
            Quadratic.KIND,
            FormulaSurface.KIND,
            AsymmetricValley.KIND,
            LogisticNeuron.KIND,
            TwoValleys.KIND,
            PublishedTwoValleys.KIND,
            Spectrum.KIND,
            NetworkSurface.KIND);

    /** All: its own, then those from outside. */
    public static final List<SurfaceKind> KINDS = Stream.concat(OWN.stream(),
            ServiceLoader.load(SurfaceExtension.class).stream().map(found -> found.get().get())).toList();

    private SurfaceCatalogue() {}
}
