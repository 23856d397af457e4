package org.thalweg.cli.option;

import java.util.Optional;
import java.util.ServiceLoader;
import org.thalweg.refusal.Refusal;
import org.thalweg.sweep.Engine;
import org.thalweg.sweep.LocalEngine;
import org.thalweg.sweep.SweepRequest;
import picocli.CommandLine.Option;

/** Where the cells of a sweep run. */
public final class EngineOptions {
    private static final String LOCAL = "local";

    @Option(names = "--engine", paramLabel = "NAME",
            description = "Where cells run: local, or spark (docs/scaling.md); the results do not depend on it."
                    + " Default: ${DEFAULT-VALUE}.")
    private String engine = LOCAL;

    @Option(names = "--master", paramLabel = "URL",
            description = "Of --engine spark: its master, as in spark://host:7077. Default: what spark-submit says.")
    private String master;

    /**
     * The engine for a sweep.
     *
     * @throws Refusal where there is none of that name
     */
    public Engine engine(SweepRequest request, int threads) {
        if (engine.equals(LOCAL)) {
            if (master != null) {
                throw new Refusal("option --master: the local engine has none; add --engine spark");
            }
            return new LocalEngine(threads);
        }
        return ServiceLoader.load(Engine.Provider.class).stream().map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(engine)).findFirst()
                .orElseThrow(() -> new Refusal("option --engine: no engine '" + engine + "' on the class path; use"
                        + " local, or for spark build it and say where Spark is: docs/scaling.md"))
                .engine(request, Optional.ofNullable(master));
    }
}
