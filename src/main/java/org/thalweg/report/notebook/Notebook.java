package org.thalweg.report.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.report.Json;

/** A Jupyter notebook, format 4.5, that has not been run. */
final class Notebook {
    private final List<Map<String, Object>> cells = new ArrayList<>();

    /** Appends text. */
    void markdown(String source) {
        cells.add(cell("markdown", source, Map.of()));
    }

    /** Appends code. */
    void code(String source) {
        code(source, Map.of());
    }

    /** Appends code with metadata, such as tags. */
    void code(String source, Map<String, Object> metadata) {
        Map<String, Object> cell = cell("code", source, metadata);
        cell.put("execution_count", null);
        cell.put("outputs", List.of());
        cells.add(cell);
    }

    private Map<String, Object> cell(String type, String source, Map<String, Object> metadata) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("cell_type", type);
        // Identifiers are counted, so that the same run gives the same bytes.
        cell.put("id", "cell-" + (cells.size() + 1));
        cell.put("metadata", metadata);
        cell.put("source", lines(source.stripTrailing()));
        return cell;
    }

    /** The format keeps a source as its lines, each with its line feed but for the last. */
    private static List<String> lines(String source) {
        List<String> lines = new ArrayList<>(List.of(source.split("\n", -1)));
        for (int i = 0; i + 1 < lines.size(); i++) {
            lines.set(i, lines.get(i) + "\n");
        }
        return lines;
    }

    /** The file. */
    String json() {
        Map<String, Object> kernel = new LinkedHashMap<>();
        kernel.put("display_name", "Python 3");
        kernel.put("language", "python");
        kernel.put("name", "python3");
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("kernelspec", kernel);
        metadata.put("language_info", Map.of("name", "python"));
        Map<String, Object> notebook = new LinkedHashMap<>();
        notebook.put("cells", cells);
        notebook.put("metadata", metadata);
        notebook.put("nbformat", 4);
        notebook.put("nbformat_minor", 5);
        return Json.of(notebook);
    }
}
