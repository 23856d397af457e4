package org.thalweg.fokkerplanck.volumes;

import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Generator;
import org.thalweg.fokkerplanck.grid.Grid;
import org.thalweg.fokkerplanck.law.Circulation;
import org.thalweg.fokkerplanck.law.Current;
import org.thalweg.fokkerplanck.law.Richardson;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;

/**
 * The flow between the cells of a stationary jump process: through each link as much as jumps forward less what jumps
 * back.
 *
 * <p>Entropy production is the sum over links of (forward - back) ln(forward / back) [Sch76]: never negative, zero
 * where
 * each link is balanced, and, with the fluxes of Scharfetter and Gummel, int J D^-1 J / P to second order. Links that
 * share D_xy between sides and diagonals each have an affinity of their own, and their sum exceeds the integral where D
 * varies; there it is the integral itself over the current at the centres, of the same order.
 */
public final class NetFlow implements Circulation {
    private static final int[] FORWARD = {Grid.EAST, Grid.NORTH, Grid.NORTH_EAST, Grid.NORTH_WEST};
    /** Flows below this have underflowed, one way or the other, and have no ratio. */
    private static final double VANISHING = 1e-290;

    private final Generator generator;
    private final double[] mass;
    private final PlainSetting setting;

    /**
     * The flow of masses that the generator leaves as they are.
     *
     * @param mass kept; not modified
     */
    public NetFlow(Generator generator, double[] mass, PlainSetting setting) {
        this.generator = generator;
        this.mass = mass;
        this.setting = setting;
    }

    /**
     * How much more mass per unit of time jumps from a cell to its neighbour than back.
     *
     * @param direction of {@link Grid}; 0 at a wall
     */
    public double through(int cell, int direction) {
        int to = neighbour(cell, direction);
        return to < 0 ? 0.0 : forward(cell, direction) - forward(to, direction ^ 1);
    }

    private int neighbour(int cell, int direction) {
        return direction < generator.rates().length ? generator.grid().neighbour(cell, direction) : -1;
    }

    private double forward(int cell, int direction) {
        return generator.rates()[direction][cell] * mass[cell];
    }

    @Override
    public Measurement entropyProduction() {
        double turnover = 0.0;
        double links = 0.0;
        for (int direction : FORWARD) {
            for (int c = 0; c < mass.length; c++) {
                int to = neighbour(c, direction);
                double forward = to < 0 ? 0.0 : forward(c, direction);
                double back = to < 0 ? 0.0 : forward(to, direction ^ 1);
                turnover += forward + back;
                if (forward > VANISHING && back > VANISHING) {
                    links += (forward - back) * Math.log(forward / back);
                }
            }
        }
        double rate = generator.diagonal() ? ofCentres() : links;
        // Flows known to a part e of themselves leave e sqrt(2 rate turnover), and e^2 turnover where there is no rate.
        return Measurement.computed(rate, Richardson.ROUNDING
                * (Math.sqrt(2.0 * rate * turnover) + Richardson.ROUNDING * turnover));
    }

    private double ofCentres() {
        Grid grid = generator.grid();
        Coefficients coefficients = new Coefficients(setting, 1);
        double sum = 0.0;
        for (int c = 0; c < mass.length; c++) {
            if (mass[c] > VANISHING) {
                int i = c / grid.y().size();
                int j = c % grid.y().size();
                coefficients.point(0, grid.x().centres()[i], grid.y().centres()[j]);
                double across = coefficients.diffusion(1, 1, 0);
                double cross = coefficients.diffusion(0, 1, 0);
                double along = coefficients.diffusion(0, 0, 0);
                // Velocities J / P.
                double x = alongX(c) / mass[c] * grid.area(i, j);
                double y = alongY(c) / mass[c] * grid.area(i, j);
                sum += mass[c] * (across * x * x - 2.0 * cross * x * y + along * y * y)
                        / (along * across - cross * cross);
            }
        }
        return sum;
    }

    /** Half of what comes and half of what goes along x, over the width of the cell across. */
    private double alongX(int c) {
        double sum = through(c, Grid.EAST) - through(c, Grid.WEST) + through(c, Grid.NORTH_EAST)
                - through(c, Grid.SOUTH_WEST) - through(c, Grid.NORTH_WEST) + through(c, Grid.SOUTH_EAST);
        return 0.5 * sum / generator.grid().y().width(c % generator.grid().y().size());
    }

    private double alongY(int c) {
        double sum = through(c, Grid.NORTH) - through(c, Grid.SOUTH) + through(c, Grid.NORTH_EAST)
                - through(c, Grid.SOUTH_WEST) + through(c, Grid.NORTH_WEST) - through(c, Grid.SOUTH_EAST);
        return 0.5 * sum / generator.grid().x().width(c / generator.grid().y().size());
    }

    /** Averages over the two faces of each cell, and over its diagonals. */
    @Override
    public Optional<Current> current() {
        Grid grid = generator.grid();
        double[][] x = new double[grid.x().size()][grid.y().size()];
        double[][] y = new double[grid.x().size()][grid.y().size()];
        for (int c = 0; c < mass.length; c++) {
            x[c / grid.y().size()][c % grid.y().size()] = alongX(c);
            y[c / grid.y().size()][c % grid.y().size()] = alongY(c);
        }
        return Optional.of(new Current(grid.x().centres(), grid.y().centres(), x, y));
    }
}
