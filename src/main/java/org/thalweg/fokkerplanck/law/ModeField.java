package org.thalweg.fokkerplanck.law;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Grid;

/**
 * What decays as exp(-rate t): a difference of two densities, int |field| dx dy = 2, positive where it is largest. Of a
 * pair with frequency w it is the real part, and with the imaginary one real cos(w t) + imaginary sin(w t) decays.
 *
 * @param real per unit area
 * @param imaginary in the same unit; empty for a real rate
 */
public record ModeField(Density real, Optional<Density> imaginary) {
    /**
     * From masses of cells.
     *
     * @param parts the real one, and the imaginary one where there is one; modified
     */
    public static ModeField of(Grid grid, double[][] parts) {
        int largest = 0;
        for (int c = 0; c < parts[0].length; c++) {
            double density = parts[0][c] / area(grid, c);
            largest = Math.abs(density) > Math.abs(parts[0][largest]) / area(grid, largest) ? c : largest;
        }
        double scale = Math.copySign(2.0 / Arrays.stream(parts[0]).map(Math::abs).sum(), parts[0][largest]);
        for (double[] part : parts) {
            Arrays.setAll(part, c -> part[c] * scale);
        }
        return new ModeField(Density.of(grid, parts[0]),
                parts.length > 1 ? Optional.of(Density.of(grid, parts[1])) : Optional.empty());
    }

    private static double area(Grid grid, int cell) {
        return grid.area(cell / grid.y().size(), cell % grid.y().size());
    }
}
