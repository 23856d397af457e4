package org.thalweg.model.noise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.model.formula.Fields;
import org.thalweg.model.formula.Key;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.space.Domain;
import org.thalweg.model.surface.Spectrum;

/**
 * Noise that is a power of the Hessian of a {@link Spectrum}: C_ii = s h_i^gamma. gamma = 0 is isotropic noise, gamma =
 * 1 the Fisher matrix, gamma = 2 equal landscapes with shifted minima.
 */
public final class SpectralNoise extends DiagonalNoise {
    /** Name and keys in model files. */
    public static final NoiseKind KIND = new NoiseKind("spectral",
            "of surface spectrum: a power of its Hessian, C_ii = s h_i^gamma",
            List.of(Key.required("strength", Key.Type.NUMBER, "s > 0"),
                    Key.required("exponent", Key.Type.NUMBER, "gamma: 0 isotropic, 1 Fisher, 2 shifted landscapes")),
            "{kind: spectral, strength: 1, exponent: 2}",
            Spectrum.KIND.example(), SpectralNoise::read);

    private final double[] curvature;
    private final double strength;
    private final double exponent;

    /**
     * Noise on a bowl.
     *
     * @param strength s &gt; 0
     * @param exponent gamma
     */
    public SpectralNoise(Spectrum surface, double strength, double exponent) {
        this(surface.curvatures(), strength, exponent);
    }

    private SpectralNoise(double[] curvature, double strength, double exponent) {
        super(constants(Arrays.stream(curvature).map(h -> strength * Math.pow(h, exponent)).toArray()));
        this.curvature = curvature;
        this.strength = strength;
        this.exponent = exponent;
    }

    private static Optional<GradientNoise> read(Fields fields, LossSurface surface, Domain domain) {
        double strength = fields.positive("strength");
        double exponent = fields.number("exponent");
        if (!(surface instanceof Spectrum)) {
            fields.problem("kind",
                    "noise 'spectral' is a power of the Hessian of a spectrum, and this surface is another",
                    "use the noise kind 'power' or 'anisotropic', or a loss of kind 'spectrum'");
        }
        if (surface instanceof Spectrum spectrum && !Arrays.stream(spectrum.curvatures())
                .map(h -> strength * Math.pow(h, exponent)).allMatch(c -> c > 0.0 && Double.isFinite(c))) {
            fields.problem("exponent", "h^" + exponent + " is too large or too small for a number",
                    "give an exponent from 0 to 3");
        }
        return fields.sound() && surface instanceof Spectrum spectrum
                ? Optional.of(new SpectralNoise(spectrum, strength, exponent)) : Optional.empty();
    }

    /** gamma. */
    public double exponent() {
        return exponent;
    }

    /** s. */
    @Override
    public OptionalDouble batchVariance() {
        return OptionalDouble.of(strength);
    }

    @Override
    public GradientNoise withBatchVariance(double batchVariance) {
        return new SpectralNoise(curvature, batchVariance, exponent);
    }

    @Override
    protected Object[] parts() {
        return new Object[] {curvature, strength, exponent};
    }

    /** The law and its numbers. */
    @Override
    public String toString() {
        return "noise C_ii = " + strength + " h_i^" + exponent;
    }
}
