package org.thalweg.fokkerplanck.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Boundary;
import org.thalweg.quantity.Quantity;

/** Laws that are nothing, in doubles, in most of their domain. */
class UnreachableCellsTest {
    private static PlainSetting model(String name, Map<String, String> changes) throws ModelFileException {
        return ModelFile.read(Path.of("models/" + name + ".yaml")).with(changes).setting().atFirstOrder().effective();
    }

    /** The loss is lowest at x = -10, and the law less than e^-745 there: mass 1 was given to a cell without any. */
    @Test
    void theLawNeedNotBeWhereTheLossIsLowest() throws ModelFileException {
        PlainSetting setting = model("mini-batch-valley", Map.of("domain.x.from", "-10", "domain.x.to", "10"));
        DensitySolution found =
                StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME, Resolution.DEFAULT, 0.1);
        assertTrue(found.quantities().get(Quantity.MEAN_X).value() > 2.0, found.quantities().toString());
    }

    @Test
    void uphillLeadsToTheHighestCellOfABasin() throws ModelFileException {
        // In detailed balance.
        PlainSetting setting = model("near-degenerate-valley", Map.of("noise.anisotropy", "1"));
        Grid grid = new Resolution(32, 32).grid(2,
                AxisDesign.uniform(-6.0, 6.0, Boundary.REFLECTING, Boundary.REFLECTING),
                AxisDesign.uniform(-2.0, 2.0, Boundary.REFLECTING, Boundary.REFLECTING));
        Generator generator = FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
        double[] mass = NullVector.unfolded(generator, setting);
        int top = Pin.uphill(generator, 0);
        assertNotEquals(0, top);
        for (int d = 0; d < generator.rates().length; d++) {
            assertTrue(mass[top] >= mass[grid.neighbour(top, d)] * (1.0 - 1e-9), "neighbour " + d);
        }
        assertEquals(top, Pin.uphill(generator, top));
    }

    /** 2e-6 wide in a domain of 12: a quadrature of its pieces filled the memory. D / eps = 2.5e-2 1e-12 / 8 / 0.02. */
    @Test
    void aLawFarNarrowerThanTheDistanceOfPointsIsLeftToTheFiniteVolumes() throws ModelFileException {
        PlainSetting narrow = model("near-degenerate-valley", Map.of("noise.batch-variance", "1e-9"));
        NumericsException refused = assertThrows(NumericsException.class,
                () -> StationaryDensity.solve(narrow, DensityMethod.HIERARCHY, Resolution.DEFAULT, 1e-8));
        assertTrue(refused.getMessage().contains("between two of"), refused.getMessage());
        // Var x = D_xx / eps, and 1 + 1e-6 of it by the curvature of F.
        double found = StationaryDensity.solve(model("near-degenerate-valley", Map.of("noise.batch-variance", "1e-6")),
                DensityMethod.AUTO, Resolution.DEFAULT, 1e-8).quantities().get(Quantity.VARIANCE_X).value();
        assertEquals(0.025 * 1e-6 / 8.0 / 0.02, found, 1e-3 * found);
    }
}
