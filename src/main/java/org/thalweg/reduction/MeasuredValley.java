package org.thalweg.reduction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.refusal.Refusal;
import org.thalweg.storage.NpyFile;

/**
 * A valley as it was measured, and where in the space of parameters it lies.
 *
 * @param profile what was measured
 * @param path the way along its floor
 * @param starts of each repeat a point of SGD's path near the first place
 */
public record MeasuredValley(ValleyProfile profile, FloorPath path, List<double[]> starts) {
    /** The points of the way: each row a point, and last its place. */
    public static final String PATH = "floor.npy";

    /** The points near the first place, a row for each repeat. */
    public static final String STARTS = "starts.npy";

    /** An immutable copy. */
    public MeasuredValley {
        starts = List.copyOf(starts);
    }

    /** Writes {@link #PATH} and {@link #STARTS}. */
    public void write(Path folder) {
        double[][] nodes = path.nodes();
        double[] places = path.places();
        List<double[]> rows = new ArrayList<>();
        for (int j = 0; j < nodes.length; j++) {
            double[] row = Arrays.copyOf(nodes[j], nodes[j].length + 1);
            row[nodes[j].length] = places[j];
            rows.add(row);
        }
        write(folder.resolve(PATH), rows);
        write(folder.resolve(STARTS), starts);
    }

    /** The way that a folder holds. */
    public static FloorPath path(Path folder) {
        List<double[]> rows = read(folder.resolve(PATH));
        int parameters = rows.get(0).length - 1;
        return FloorPath.of(
                rows.stream().map(row -> Arrays.copyOf(row, parameters)).toArray(double[][]::new),
                rows.stream().mapToDouble(row -> row[parameters]).toArray());
    }

    /** The points near the first place that a folder holds. */
    public static List<double[]> starts(Path folder) {
        return read(folder.resolve(STARTS));
    }

    private static void write(Path file, List<double[]> rows) {
        try (NpyFile array = NpyFile.create(file, rows.size(), rows.get(0).length)) {
            for (int i = 0; i < rows.size(); i++) {
                array.write(i, rows.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written (" + e.getMessage() + "); free some space or name"
                    + " another folder with --out", e);
        }
    }

    private static List<double[]> read(Path file) {
        try (NpyFile array = NpyFile.open(file)) {
            List<double[]> rows = new ArrayList<>();
            for (int i = 0; i < array.shape()[0]; i++) {
                rows.add(array.read(i));
            }
            return rows;
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read (" + e.getMessage() + "); measure the valley again by `thalweg"
                    + " valley`", e);
        }
    }
}
