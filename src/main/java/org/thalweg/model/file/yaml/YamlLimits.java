package org.thalweg.model.file.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * What a document may ask of its reader. Read event by event, which needs neither stack nor memory, before anything is
 * made of it: the reader of nodes calls itself for every bracket, and aliases of aliases are a short way to write 2^50
 * values.
 */
public final class YamlLimits {
    /** A model has four levels. */
    static final int DEPTH = 32;
    /** Values, with those counted that an alias stands for: a mixture of a thousand wells has fewer. */
    static final int NODES = 100_000;

    /** A document that goes beyond; line and column from 1. */
    record Excess(int line, int column, String what, String remedy) {}

    /** A value that is being read, or a list or mapping that is open: its anchor, and what it holds so far. */
    private static final class Open {
        private final String anchor;
        private long nodes = 1;

        private Open(String anchor) {
            this.anchor = anchor;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Long> anchors = new HashMap<>();

    private YamlLimits() {
        open.push(new Open(null));
    }

    /**
     * The first place where a text goes beyond the limits; empty where it does not.
     *
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException where it is no YAML
     */
    public static Optional<Excess> exceeded(String text) {
        YamlLimits limits = new YamlLimits();
        for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
            Optional<Excess> excess = limits.next(event);
            if (excess.isPresent()) {
                return excess;
            }
        }
        return Optional.empty();
    }

    private Optional<Excess> next(Event event) {
        if (event instanceof CollectionEndEvent) {
            close();
        } else if (event instanceof AliasEvent alias) {
            String name = alias.getAlias().getValue();
            if (open.stream().anyMatch(around -> name.equals(around.anchor))) {
                return excess(event, "the alias *" + name + " stands inside the value that it repeats",
                        "write the value out");
            }
            open.element().nodes += anchors.getOrDefault(name, 1L);
        } else if (event instanceof NodeEvent node) {
            open.push(new Open(node.getAnchor().map(Object::toString).orElse(null)));
            if (!(event instanceof CollectionStartEvent)) {
                close();
            } else if (open.size() - 1 > DEPTH) {
                return excess(event, "brackets are nested too deeply, in more than " + DEPTH + " levels",
                        "a model has three levels of keys");
            }
        }
        return open.element().nodes > NODES
                ? excess(event, "more than " + NODES + " values, aliases counted as what they repeat",
                        "put long tables into files of their own") : Optional.empty();
    }

    private void close() {
        Open closed = open.pop();
        if (closed.anchor != null) {
            anchors.put(closed.anchor, closed.nodes);
        }
        open.element().nodes += closed.nodes;
    }

    private static Optional<Excess> excess(Event event, String what, String remedy) {
        Optional<Mark> mark = event.getStartMark();
        return Optional.of(new Excess(mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1,
                what, remedy));
    }
}
