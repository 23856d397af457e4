package org.thalweg.results;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SgdDynamics;

/**
 * Cells of the published result matrices of arXiv:2601.10962v2 (10 x 10 settings, eta and sigma logarithmic from .01 to
 * .1, with H^2 sigma from .001; 2000 runs of 20000 iterations from (-.01, 5) and (.01, 5) in turns), run again.
 */
final class PublishedCells {
    /** Of the published share, from its 2000 runs. */
    static final double SHARE_ERROR = 0.006;

    private static final long ITERATIONS = 20_000;

    /**
     * One cell.
     *
     * @param exponent of the Hessian in the noise
     * @param eta number of the learning rate, from 1
     * @param sigma number of the strength, from 1
     * @param share P_flat, published
     * @param time eta t_f, published; NaN where no source gives it
     * @param place y_f, likewise
     */
    record Cell(int exponent, int eta, int sigma, double share, double time, double place) {
        double learningRate() {
            return 0.01 * Math.pow(10.0, (eta - 1) / 9.0);
        }

        double strength() {
            return exponent == 1 ? 0.01 * Math.pow(10.0, (sigma - 1) / 9.0)
                    : 0.001 * Math.pow(100.0, (sigma - 1) / 9.0);
        }

        private PlainSetting setting() {
            try {
                return ModelFile.read(Path.of("models/published-two-valleys.yaml")).with(Map.of("noise.exponent",
                        Integer.toString(exponent), "noise.strength", Double.toString(strength()), "sgd.learning-rate",
                        Double.toString(learningRate()))).setting().effective();
            } catch (ModelFileException e) {
                throw new AssertionError(e);
            }
        }

        Map<Quantity, Measurement> run(int runs, Seed seed) {
            PlainSetting setting = setting();
            return Ensemble.run(setting, SgdDynamics.of(setting), Protocol.atTime(ITERATIONS), runs, seed, 1,
                    Progress.NONE).quantities();
        }
    }

    static final Cell[] CELLS = {
        new Cell(1, 1, 10, .911, 11.4, 5.260), new Cell(1, 6, 5, .925, 10.1, 5.230),
        new Cell(1, 7, 4, .936, 11.0, 5.250), new Cell(1, 6, 8, .961, 102.0, 7.392),
        new Cell(1, 1, 1, .500, .01, 5.000), new Cell(1, 5, 5, .711, 4.73, 5.107),
        new Cell(2, 10, 1, .995, Double.NaN, Double.NaN), new Cell(2, 10, 10, .869, Double.NaN, Double.NaN)};

    private PublishedCells() {}

    /** Prints the table of docs/theory/two-valleys.md; SEEDS runs of 2000 walkers a cell, ten by default. */
    public static void main(String[] args) {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        System.out.println(
                "| C | eta, sigma | P_flat published | here | eta t_f published | here | y_f published | here |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Cell cell : CELLS) {
            Map<Quantity, Measurement> all = cell.run(2000 * seeds, Seed.DEFAULT);
            System.out.printf(Locale.ROOT, "| H%s | %d, %d | %.3f | %s | %s | %s | %s | %s |%n",
                    cell.exponent == 1 ? "" : "^2", cell.eta, cell.sigma, cell.share, text(all
                            .get(Quantity.FLAT_FRACTION), 4),
                    number(cell.time), text(all.get(Quantity.FREEZING_TIME), 3), number(cell.place),
                    text(all.get(Quantity.FREEZING_PLACE), 4));
        }
    }

    private static String text(Measurement m, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f(%.0f)", m.value(),
                m.standardError() * Math.pow(10.0, digits));
    }

    private static String number(double published) {
        return Double.isNaN(published) ? "-" : Double.toString(published);
    }
}
