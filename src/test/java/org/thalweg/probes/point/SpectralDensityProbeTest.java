package org.thalweg.probes.point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.thalweg.data.Checkpoints;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ModelText;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.probes.Probes;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.ProbePlan;
import org.thalweg.probes.face.Reading;
import org.thalweg.random.Seed;
import org.thalweg.spectra.DenseMatrix;
import org.thalweg.spectra.NetworkMatrix;
import org.thalweg.spectra.Spectrum;

/** Densities of small networks beside sums over all their eigenvalues. */
class SpectralDensityProbeTest {
    private static ModelFile model(int hidden, int perClass) {
        return ModelText.sound("""
                name: digits
                loss: {kind: network, data: {set: digits, per-class: %d}, layers: [64, %d, 10], activation: tanh}
                noise: {kind: samples, batch: 10}
                sgd: {learning-rate: 0.1}
                start: {kind: he-normal, seed: 1}
                """.formatted(perClass, hidden));
    }

    private static ProbePlan plan(ModelFile model, Optional<String> layer) {
        return Probes.plan(model.setting(), layer, ProbeOptions.DEFAULT, Set.of(Probes.of("spectral-density")));
    }

    /** No random vector: the density of 160 parameters is known to rounding, and has no error. */
    @Test
    void exactWhereTheMatrixIsSmall() {
        ModelFile model = model(2, 5);
        ProbePlan plan = plan(model, Optional.empty());
        double[] theta = new double[model.setting().surface().dimension()];
        Arrays.setAll(theta, i -> 0.3 * Math.sin(1.0 + i));
        Seed seed = new Seed(20261130);
        List<Reading> found = new ProbeRunner(plan, seed)
                .run(List.of(new ProbeRunner.Point(new Checkpoints.Entry(0, 0, 0, 0.0), theta)), share -> { })
                .points().get(0).readings();
        Map<String, List<Reading>> byName = found.stream().collect(Collectors.groupingBy(Reading::quantity));
        double[] values = Spectrum.values(DenseMatrix.of(NetworkMatrix.HESSIAN.at(plan.network().bind(), theta)))
                .values();
        double width = 0.02 * (values[0] - values[values.length - 1]);
        NormalDistribution blurred = new NormalDistribution(0.0, width);
        List<Reading> places = byName.get("density_place");
        List<Reading> densities = byName.get("spectral_density");
        for (int k = 0; k < places.size(); k++) {
            double place = places.get(k).value();
            double exact = Arrays.stream(values).map(value -> blurred.density(place - value)).average().orElseThrow();
            assertEquals(exact, densities.get(k).value(), 1e-9 / width, "at " + place);
            assertEquals(0.0, densities.get(k).standardError());
        }
    }

    @Test
    void asManyProductsAsParametersUpToTwoAndAHalfThousand() {
        SpectralDensityProbe probe = new SpectralDensityProbe();
        ProbePlan all = plan(model(32, 170), Optional.empty());
        assertEquals(2410, probe.products(all));
        ProbePlan more = plan(model(40, 10), Optional.empty());
        assertEquals(1600, probe.products(more), "3010 parameters: random vectors");
        assertTrue(probe.products(plan(model(40, 10), Optional.of("W2"))) == 400, "400 of them");
    }
}
