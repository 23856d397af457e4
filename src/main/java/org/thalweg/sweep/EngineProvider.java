package org.thalweg.sweep;

import java.util.Optional;

/** An engine that is found on the class path, by {@code META-INF/services}. */
public interface EngineProvider {
    /** How {@code --engine} calls it. */
    String name();

    /**
     * An engine for one sweep; nothing runs yet.
     *
     * @param request what every machine makes the cells of
     * @param master where the engine is reached; empty where it knows by itself
     */
    Engine engine(SweepRequest request, Optional<String> master);
}
