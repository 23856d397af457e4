package org.thalweg.model.file.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The YAML nodes of a model file, with their places. */
public final class YamlTree {
    private static final String CHECK = "check the indentation, the quotes and the colons there";

    private YamlTree() {}

    /** The root of a document; empty where there is nothing but blanks and comments. */
    public static Optional<Node> compose(String text) {
        return new Compose(LoadSettings.builder().build()).composeString(text);
    }

    /** The mapping that is a model file, or the one problem that keeps it from being read. */
    public static MappingNode read(Source source, Problems problems) throws ModelFileException {
        Node root = null;
        try {
            YamlLimits.exceeded(source.text()).ifPresent(e -> problems.add(e.line(), e.column(), e.what(), e.remedy()));
            problems.check();
            root = compose(source.text()).orElse(null);
            if (root == null) {
                problems.add(1, 1, "the file is empty", "begin with name: ..., or copy one of the shipped models");
            } else if (!(root instanceof MappingNode)) {
                problems.add(root, "a model file is a mapping of keys to values", "begin with name: ...");
            }
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            String context = e.getContext() == null || e.getContext().isBlank() ? "" : e.getContext() + ", ";
            problems.add(mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1,
                    "not YAML: " + context + e.getProblem(), CHECK);
        } catch (ReaderException e) {
            String before = source.text().substring(0, source.text().offsetByCodePoints(0, e.getPosition()));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problems.add(line, e.getPosition() - before.lastIndexOf('\n'),
                    String.format("the character U+%04X is not allowed in YAML", e.getCodePoint()), "remove it");
        } catch (YamlEngineException e) {
            problems.add(1, 1, "not YAML: " + e.getMessage(), CHECK);
        }
        problems.check();
        return (MappingNode) root;
    }
}
