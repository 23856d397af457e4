package org.thalweg.sweep;

import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Map;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.operator.OperatorQuestions;

/**
 * A sweep as a value: all that its cells depend on, in plain data, so that any process can make any cell of it. Files
 * that the model names are named by what is in them.
 *
 * @param version of the program that asked
 * @param backend how arrays are computed, which may change last digits
 * @param file of the model; files that it names are found from there
 * @param text of that file
 * @param assignments that were made
 * @param files fingerprints of what the model reads, by name
 * @param grid learning rates, batch variances or sizes, and anisotropies
 * @param variations further numbers, the first slowest
 * @param particles of a cell, or repeats
 * @param seed the root of all random numbers
 * @param witnesses that are asked, by key
 * @param time learning time until which passages are watched, or networks are trained; null where each cell predicts it
 * @param iterations of surfaces whose paths are followed; null where their time scales say
 * @param common random numbers are common to all cells
 * @param precision relative error to be reached; null for none
 * @param probes what is measured of networks; null for nothing
 * @param questions what else is asked of the Fokker-Planck operator in each cell
 */
public record SweepRequest(String version, String backend, String file, String text, Map<String, String> assignments,
        Map<String, String> files, Grid grid, List<Axis> variations, int particles, long seed, List<String> witnesses,
        Double time, Integer iterations, boolean common, Double precision, Probing probes,
        OperatorQuestions questions) {
    /**
     * The grid, in plain data; null where something is left as the model has it.
     *
     * @param learningRates eta; null: that of the model, or of each of its variations
     * @param batchVariances sigma2
     * @param anisotropies kappa
     * @param batchSizes B
     */
    public record Grid(List<Double> learningRates, List<Double> batchVariances, List<Double> anisotropies,
            List<Double> batchSizes) {}

    /**
     * A number of the model that varies.
     *
     * @param path in the model file
     * @param values that it takes
     */
    public record Axis(String path, List<Double> values) {}

    /**
     * What is measured of networks.
     *
     * @param names of probes or their quantities
     * @param layer null for all parameters
     * @param window epochs
     * @param freezing checkpoints; 0 for none
     */
    public record Probing(List<String> names, String layer, double window, int freezing) {}

    /** One line of JSON. */
    public String json() {
        return StoredCell.GSON.toJson(this);
    }

    /**
     * Reads {@link #json}.
     *
     * @throws Refusal where it is none
     */
    public static SweepRequest parse(String json) {
        try {
            return StoredCell.GSON.fromJson(json, SweepRequest.class);
        } catch (JsonParseException e) {
            throw new Refusal("a request that cannot be read: " + e.getMessage(), e);
        }
    }
}
