package org.thalweg.model.file.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The text of a CSV file that a model file names, and where its problems go: they name the line of that file.
 *
 * @param path the file, found from the folder of the model file
 * @param node where the model file names it
 */
public record TableText(Values values, Path path, Node node) {
    /** Rows under a header; lines that begin with # are remarks. */
    public static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
            .setHeader().setSkipHeaderRecord(true).setTrim(true)
            .setIgnoreEmptyLines(true).setCommentMarker('#').get();

    /** A hundred thousand points: no measured profile is that long. */
    private static final long LARGEST = 4L << 20;

    /** The text; empty after a problem. */
    public Optional<String> read() {
        try {
            if (Files.size(path) > LARGEST) {
                values.problems().add(node, "table " + path + " is larger than 4 megabytes", "give fewer points");
                return Optional.empty();
            }
            String text = Files.readString(path);
            values.keepTable(path.toString(), text);
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            values.problems().add(node, "there is no table " + path, "name it from the folder of the model file");
        } catch (CharacterCodingException e) {
            values.problems().add(node, "table " + path + " is not text in UTF-8", "give a CSV file");
        } catch (IOException e) {
            values.problems().add(node, "table " + path + " cannot be read (" + e.getMessage() + ")", "check the file");
        }
        return Optional.empty();
    }

    /** A problem in a line of the table, from 1. */
    public void wrong(long line, String what, String remedy) {
        values.problems().addElsewhere(new Problem(path.toString(), (int) line, 1, what, remedy));
    }

    /** A finite number; NaN where it is none. */
    public static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
