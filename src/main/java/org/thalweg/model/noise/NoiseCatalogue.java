package org.thalweg.model.noise;

import java.util.List;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.noise.batch.MiniBatchNoise;
import org.thalweg.model.noise.batch.SampleNoise;

/** Every kind of gradient noise. A new one is a new file, and a line here. */
public final class NoiseCatalogue {
    /** In the order in which they are described. */
    public static final List<NoiseKind> KINDS = List.of(
            AnisotropicNoise.KIND,
            IsotropicNoise.KIND,
            PowerNoise.KIND,
            VaryingNoise.KIND,
            FormulaNoise.KIND,
            BoundedUniformNoise.KIND,
            LandscapeNoise.KIND,
            SpectralNoise.KIND,
            CurvatureNoise.KIND,
            MiniBatchNoise.KIND,
            SampleNoise.KIND);

    private NoiseCatalogue() {}
}
