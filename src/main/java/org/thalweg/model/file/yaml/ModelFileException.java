package org.thalweg.model.file.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A model file that is not right: all its problems, in the order of their places. */
public final class ModelFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** The given problems, at least one. */
    public ModelFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Sorted by line and column. */
    public List<Problem> problems() {
        return problems;
    }
}
