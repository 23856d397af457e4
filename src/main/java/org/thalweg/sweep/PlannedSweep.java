package org.thalweg.sweep;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.thalweg.compute.Backend;
import org.thalweg.measure.Witness;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Range;
import org.thalweg.probes.face.ProbeOptions;
import org.thalweg.probes.face.Scan;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.EndProbes;
import org.thalweg.results.plan.Limits;
import org.thalweg.storage.Sha256;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/**
 * A sweep that was asked for, ready to run: its cells and their runner, the same in every process that makes it of the
 * same request.
 *
 * @param witnesses that are asked
 * @param probes what is measured of networks, if anything
 */
public record PlannedSweep(SweepRequest request, PlannedCells cells, Set<Witness> witnesses,
        Optional<EndProbes> probes) {
    /**
     * Plans a sweep of a model that was read.
     *
     * @throws ModelFileException where a value makes a model that is not right
     */
    public static PlannedSweep of(SweepRequest request, ModelFile model) throws ModelFileException {
        SweepRequest.Grid grid = request.grid();
        Optional<Range> rates = range(grid.learningRates());
        ParameterGrid all = new ParameterGrid(rates.orElse(Range.of(model.setting().sgd().learningRate())),
                range(grid.batchVariances()), range(grid.anisotropies()), range(grid.batchSizes()));
        List<Variation> variations = request.variations().stream()
                .map(axis -> new Variation(axis.path(), new Range(axis.values()))).toList();
        Set<Witness> witnesses = new LinkedHashSet<>();
        request.witnesses().forEach(key -> witnesses.add(Witness.find(key).orElseThrow()));
        PlannedCells cells = new PlannedCells(model, rates, all, variations, iterations(request));
        return new PlannedSweep(request, cells, witnesses,
                Optional.ofNullable(request.probes()).map(p -> new EndProbes(p.names(), Optional.ofNullable(p.layer()),
                        new ProbeOptions(OptionalInt.empty(), p.window(), Scan.DEFAULT), p.freezing())));
    }

    /**
     * Plans a sweep that another process asked for.
     *
     * @throws Refusal where this process would not give the same bytes: another version or back-end, or other data
     */
    public static PlannedSweep elsewhere(SweepRequest request, String version) {
        same("version of Thalweg", request.version(), version);
        same("back-end of arrays", request.backend(), Backend.current().description());
        try {
            ModelFile model = ModelFile.recorded(Path.of(request.file()), request.text(), request.assignments());
            Map<String, String> here = files(model);
            request.files().forEach((name, print) -> same(name, print, here.get(name)));
            return of(request, model);
        } catch (ModelFileException e) {
            throw new Refusal("the model cannot be read here: " + e.getMessage(), e);
        }
    }

    private static void same(String what, String asked, String here) {
        if (!asked.equals(here)) {
            throw new Refusal(what + " is " + here + " here and was " + asked + " where the sweep began; put the same"
                    + " in the same place on every machine");
        }
    }

    /** Fingerprints of all that a model reads beside its file. */
    public static Map<String, String> files(ModelFile model) {
        Map<String, String> files = new LinkedHashMap<>();
        model.tables().forEach((path, text) -> files.put(path, Sha256.of(text)));
        model.setting().surface().task().ifPresent(task -> files.put("data " + task.data().name(),
                task.data().sha256()));
        return files;
    }

    /** A runner of the cells on so many threads of this process. */
    public SweepRunner runner(int threads) {
        SweepRunner runner = new SweepRunner(witnesses, request.particles(), new Seed(request.seed()), threads,
                new Limits(request.time() == null ? OptionalDouble.empty() : OptionalDouble.of(request.time()),
                        iterations(request)));
        runner = probes.isPresent() ? runner.equipped(laboratory -> laboratory.probing(probes.get())) : runner;
        runner = request.precision() == null ? runner : runner.until(new Precision(request.precision()));
        runner = runner.asking(request.questions());
        return request.common() ? runner.withCommonNumbers() : runner;
    }

    /**
     * The work of another process: one cell, on the calling thread.
     *
     * @param falseAlarm rate of each row
     * @param crew does blocks of the cell; the line does not depend on it
     * @return the line of a journal
     */
    public String line(int cell, double falseAlarm, Crew crew) {
        return StoredCell.of(cell, runner(1).run(cells, cell, falseAlarm, crew, Meter.NONE)).json();
    }

    private static OptionalInt iterations(SweepRequest request) {
        return request.iterations() == null ? OptionalInt.empty() : OptionalInt.of(request.iterations());
    }

    private static Optional<Range> range(List<Double> values) {
        return Optional.ofNullable(values).map(Range::new);
    }
}
