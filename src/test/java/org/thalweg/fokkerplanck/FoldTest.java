package org.thalweg.fokkerplanck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.grid.AxisDesign;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.volumes.FiniteVolumes;
import org.thalweg.fokkerplanck.volumes.FluxSchemes;
import org.thalweg.fokkerplanck.volumes.Fold;
import org.thalweg.fokkerplanck.volumes.NullVector;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Profiles;
import org.thalweg.model.profile.Profile;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;

class FoldTest {
    private static Generator generator(PlainSetting setting, Interval along, int nx, int ny) {
        Boundary ends = along.boundary() == Boundary.PERIODIC ? Boundary.PERIODIC : Boundary.REFLECTING;
        Grid grid = new Grid(AxisDesign.uniform(along.from(), along.to(), ends, ends).cells(nx),
                AxisDesign.uniform(-2.0, 2.0, Boundary.REFLECTING, Boundary.REFLECTING).cells(ny));
        return FiniteVolumes.of(setting, grid, FluxSchemes.SCHARFETTER_GUMMEL);
    }

    /** On a ring both axes fold, to a quarter of the cells, and the masses are those without a fold. */
    @Test
    void theFoldedProblemHasTheSameSolution() {
        PlainSetting ring = Examples.ring(4, 0.1);
        Generator whole = generator(ring, ring.domain().along(), 48, 32);
        Fold across = Fold.of(whole).orElseThrow();
        Fold along = Fold.of(across.half()).orElseThrow();
        assertEquals(whole.size() / 4, along.half().size());
        assertEquals(Optional.empty(), Fold.of(along.half()));
        double[] direct = NullVector.unfolded(whole, ring);
        double[] folded = NullVector.of(whole, ring);
        for (int c = 0; c < direct.length; c++) {
            assertEquals(1.0, folded[c] / direct[c], 1e-9, "cell " + c);
        }
        // Exactly symmetric, which without the fold is so to rounding.
        assertEquals(folded[whole.grid().cell(3, 5)], folded[whole.grid().cell(44, 26)]);
    }

    /** A generator of the half that is folded conserves mass and has no rates across the fold. */
    @Test
    void nothingCrossesTheFold() {
        PlainSetting ring = Examples.ring(4, 0.1);
        Generator half = Fold.of(generator(ring, ring.domain().along(), 48, 32)).orElseThrow().half();
        for (int i = 0; i < half.grid().x().size(); i++) {
            assertEquals(0.0, half.rates()[Grid.SOUTH][half.grid().cell(i, 0)]);
        }
        double[] function = new double[half.size()];
        Arrays.fill(function, 1.0);
        assertArrayEquals(new double[half.size()], half.applyAdjoint(function), 1e-9);
    }

    /** A slope along the floor leaves the fold across; an odd number of cells leaves none. */
    @Test
    void whatIsNotSymmetricIsNotFolded() {
        Interval box = new Interval(-1.0, 1.0, Boundary.REFLECTING);
        PlainSetting tilted = Examples.valley(
                Profiles.of(x -> 0.1 * x, x -> 0.1, x -> 0.0), Profile.constant(1.0), box, 2.0, 0.1);
        Fold across = Fold.of(generator(tilted, box, 24, 16)).orElseThrow();
        assertTrue(!across.alongX());
        assertEquals(Optional.empty(), Fold.of(across.half()));
        assertEquals(Optional.empty(), Fold.of(generator(tilted, box, 24, 15)));
    }
}
