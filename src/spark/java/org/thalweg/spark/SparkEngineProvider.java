package org.thalweg.spark;

import java.util.Optional;
import org.thalweg.sweep.Engine;
import org.thalweg.sweep.SweepRequest;

/** Makes {@code --engine spark} known. */
public final class SparkEngineProvider implements Engine.Provider {
    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Engine engine(SweepRequest request, Optional<String> master) {
        return new SparkEngine(request.json(), master);
    }
}
