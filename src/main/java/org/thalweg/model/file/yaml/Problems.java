package org.thalweg.model.file.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Collects what is wrong with one file, and knows which nodes came from {@code --set} instead. */
public final class Problems {
    private final String file;
    private final List<String> lines;
    private final Map<Node, String> assigned = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public Problems(String file, String text) {
        this.file = file;
        this.lines = text.lines().collect(Collectors.toList());
    }

    /** From now on problems of {@code node}, and of what is inside it, are those of the assignment. */
    public void assign(Node node, String assignment) {
        assigned.put(node, assignment);
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(entry -> assign(entry, assignment));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                assign(entry.getKeyNode(), assignment);
                assign(entry.getValueNode(), assignment);
            });
        }
    }

    /** A problem at the beginning of a node. */
    public void add(Node node, String what, String remedy) {
        add(node, 0, what, remedy);
    }

    /** A problem at a column (from 1; 0 for the whole) of the text of a scalar. */
    public void add(Node node, int column, String what, String remedy) {
        Optional<Mark> mark = node.getStartMark();
        String assignment = assigned.get(node);
        if (assignment != null || mark.isEmpty()) {
            String place = column > 0 ? " at column " + column + " of the value" : "";
            problems.add(new Problem(assignment == null ? file : "--set " + assignment, 0, 0, what + place, remedy));
            return;
        }
        int offset = column > 1 && node instanceof ScalarNode scalar ? offset(scalar, mark.get()) : -1;
        int shift = offset < 0 ? 0 : offset + column - 1;
        problems.add(new Problem(file, mark.get().getLine() + 1, mark.get().getColumn() + 1 + shift, what, remedy));
    }

    /**
     * How far the text of a scalar begins after its mark: 0, or 1 after a quote; -1 where the text in the file is not
     * literally its value (escapes, several lines), so that columns cannot be told.
     */
    private int offset(ScalarNode scalar, Mark mark) {
        String line = mark.getLine() < lines.size() ? lines.get(mark.getLine()) : "";
        int[] codePoints = line.codePoints().skip(mark.getColumn()).toArray();
        String rest = new String(codePoints, 0, codePoints.length);
        if (rest.startsWith(scalar.getValue())) {
            return 0;
        }
        return rest.length() > 1 && rest.startsWith(scalar.getValue(), 1) ? 1 : -1;
    }

    /** A problem of the file as a whole, at a given place. */
    public void add(int line, int column, String what, String remedy) {
        problems.add(new Problem(file, line, column, what, remedy));
    }

    /** A problem in another file, to which this one refers. */
    void addElsewhere(Problem problem) {
        problems.add(problem);
    }

    /** A path that the file names, as seen from the folder of the file. */
    public Path beside(String path) {
        return Path.of(file).resolveSibling(path);
    }

    /** A problem of an assignment as such. */
    public void addAssignment(String assignment, String what, String remedy) {
        problems.add(new Problem("--set " + assignment, 0, 0, what, remedy));
    }

    /** True where nothing was found so far. */
    public boolean none() {
        return problems.isEmpty();
    }

    /** Throws if there are any. */
    public void check() throws ModelFileException {
        if (!problems.isEmpty()) {
            List<Problem> sorted = new ArrayList<>(problems);
            sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new ModelFileException(sorted);
        }
    }
}
