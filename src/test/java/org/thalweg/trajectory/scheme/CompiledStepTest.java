package org.thalweg.trajectory.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.random.Purpose;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.block.Stepper;

/** A compiled step is the step that the kernels of surface and noise make, up to rounding. */
class CompiledStepTest {
    private static final Seed SEED = new Seed(3);
    /** Steps after which a tape compiles its loops: {@code Tape} waits for 100000 points. */
    private static final int STEPS = 800;

    private static Setting shipped(String name) throws ModelFileException {
        return ModelFile.read(Path.of("models", name + ".yaml")).with(Map.of()).setting();
    }

    @ParameterizedTest
    @ValueSource(strings = {"degenerate-valley", "bump-valley", "label-noise-valley", "two-sharp-directions",
        "log-walled-valley"})
    void compiledIsInterpretedIsByKernels(String name) throws ModelFileException {
        Setting setting = shipped(name);
        Stepper compiled = EulerMaruyama.compiled(setting.diffusion(), 1e-3, Increments.NORMAL, Block.CAPACITY)
                .orElseThrow();
        Stepper kernels = new EulerMaruyama(setting.diffusion(), 1e-3, Increments.NORMAL, Block.CAPACITY);
        assertSame(setting, compiled, kernels, STEPS);
    }

    private static void assertSame(Setting setting, Stepper one, Stepper other, int steps) {
        int dimension = setting.surface().dimension();
        Block a = new Block(dimension);
        Block b = new Block(dimension);
        a.fill(setting.start(), Block.CAPACITY);
        b.fill(setting.start(), Block.CAPACITY);
        var randomA = SEED.stream(Purpose.BROWNIAN_INCREMENT, 0);
        var randomB = SEED.stream(Purpose.BROWNIAN_INCREMENT, 0);
        for (int k = 0; k < steps; k++) {
            one.step(a, randomA);
            other.step(b, randomB);
        }
        for (int i = 0; i < dimension; i++) {
            for (int slot = 0; slot < Block.CAPACITY; slot++) {
                // Rounding errors grow with the number of steps, and by the stretching of the flow.
                assertEquals(b.theta()[i][slot], a.theta()[i][slot], 1e-9, setting.name() + ", coordinate " + i);
            }
        }
    }

    @Test
    void shippedModelsAreCompiled() throws ModelFileException {
        for (String name : new String[] {"degenerate-valley", "saturating-valley", "isotropic-control"}) {
            Setting setting = shipped(name);
            assertInstanceOf(CompiledStep.class, SgdDynamics.of(setting).bind(Block.CAPACITY), name);
            assertInstanceOf(CompiledStep.class,
                    SdeDynamics.of(setting, Schemes.EULER_MARUYAMA, Increments.NORMAL, 0.01).bind(Block.CAPACITY),
                    name);
        }
    }
}
