package org.thalweg.referee;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.fokkerplanck.line.RelaxationRate;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;

/**
 * Do stated numerical errors cover? Over random valleys ({@link RandomValley}) every number that a method gives at its
 * defaults is held against a better one: the hierarchy at the tightest tolerance, at kappa = 1 and on the floor the
 * exact law by quadrature ({@link FloorReference}).
 *
 * <pre>
 *   bench/coverage [--valleys N] [--seed N] [--from N] [--numbers FILE] [--out FILE]
 * </pre>
 *
 * A table of many valleys may be made in parts: every number is added to the file of numbers, and what earlier runs
 * left there is in the table.
 */
public final class Coverage {
    /** The tightest that rounding allows. */
    private static final double TIGHT = 1e-11;
    private static final List<Double> TIGHT_PASSAGES = List.of(1e-10, 1e-8, 1e-6);
    /** As a user may ask for. */
    private static final List<Double> TOLERANCES = List.of(1e-4, 1e-6, StationaryDensity.DEFAULT_TOLERANCE);
    private static final List<Resolution> GRIDS = List.of(new Resolution(64, 32), Resolution.DEFAULT);
    /** Cells of the marginal with less of its largest value are not looked at. */
    private static final double SEEN = 1e-6;
    private static final Quantity TIME = Quantity.CONVERGENCE_TIME;

    private final Tally tally = new Tally();
    private final List<String> refusals = new ArrayList<>();
    private final Seed seed;
    private final List<Double> tolerances;
    private final List<Resolution> grids;
    private final Path scratch;

    /**
     * Nothing examined yet.
     *
     * @param tolerances of the hierarchy
     * @param grids of the finite volumes
     */
    Coverage(Seed seed, List<Double> tolerances, List<Resolution> grids, Path scratch) {
        this.seed = seed;
        this.tolerances = tolerances;
        this.grids = grids;
        this.scratch = scratch;
    }

    Tally tally() {
        return tally;
    }

    /** Valleys that no method of reference could do, and why. */
    List<String> refusals() {
        return refusals;
    }

    /** Examines one valley. */
    void valley(int index) {
        RandomValley valley = RandomValley.of(seed, index, scratch);
        PlainSetting setting = valley.setting();
        String where = "valley " + index;
        stationary(setting, where);
        passage(setting, where);
        floor(setting, where);
        theory(valley, where);
    }

    private void stationary(PlainSetting setting, String where) {
        Optional<DensitySolution> best = attempt(where + " reference", () -> StationaryDensity.solve(setting,
                DensityMethod.HIERARCHY, Resolution.DEFAULT, TIGHT))
                .or(() -> attempt(where + " reference", () -> StationaryDensity.solve(setting,
                        DensityMethod.HIERARCHY, Resolution.DEFAULT, 1e-9)));
        if (best.isEmpty()) {
            return;
        }
        for (double tolerance : tolerances) {
            attempt(where, () -> StationaryDensity.solve(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT,
                    tolerance))
                        .ifPresent(found -> compare("hierarchy to " + tolerance, found, best.get(), where));
        }
        for (Resolution grid : grids) {
            attempt(where, () -> StationaryDensity.solve(setting, DensityMethod.FINITE_VOLUME, grid))
                    .ifPresent(found -> compare("finite volumes " + grid.nx() + "," + grid.ny(), found, best.get(),
                            where));
        }
        if (isotropic(setting)) {
            compare("hierarchy to " + TIGHT + ", kappa = 1", best.get().quantities(),
                    FloorReference.of(setting).quantities(), where);
        }
    }

    /** All quantities, and the marginal where it is seen. */
    private void compare(String method, DensitySolution found, DensitySolution reference, String where) {
        compare(method, found.quantities(), reference.quantities(), where);
        Marginal cells = found.marginal();
        Marginal better = reference.marginalOn(found.range(), cells.size());
        double highest = Arrays.stream(better.density()).max().orElseThrow();
        for (int i = 0; i < cells.size(); i++) {
            if (better.density()[i] > SEEN * highest) {
                tally.count(method, "marginal", Math.abs(cells.density()[i] - better.density()[i]),
                        cells.standardError()[i] + better.standardError()[i], where);
            }
        }
    }

    private void passage(PlainSetting setting, String where) {
        // Ever less, since some times settle slowly: with a reference no better than what it is to judge there is none.
        Optional<PassageTime> best = Optional.empty();
        double reached = Double.NaN;
        for (double tight : TIGHT_PASSAGES) {
            if (best.isEmpty()) {
                reached = tight;
                best = attempt(where + " passage reference",
                        () -> FirstPassage.by(DensityMethod.HIERARCHY, setting, Resolution.DEFAULT, tight));
            }
        }
        if (best.isEmpty()) {
            return;
        }
        Map<Quantity, Measurement> reference = times(best.get());
        for (double tolerance : tolerances) {
            if (tolerance > 2.0 * reached) {
                attempt(where,
                        () -> FirstPassage.by(DensityMethod.HIERARCHY, setting, Resolution.DEFAULT, tolerance))
                        .ifPresent(found ->
                        compare("hierarchy to " + tolerance, times(found), reference, where));
            }
        }
        for (Resolution grid : grids) {
            attempt(where, () -> FirstPassage.by(DensityMethod.FINITE_VOLUME, setting, grid, 0.0)).ifPresent(found ->
                    compare("finite volumes " + grid.nx() + "," + grid.ny(), times(found), reference, where));
        }
    }

    private void floor(PlainSetting setting, String where) {
        FloorReference reference = FloorReference.of(setting);
        attempt(where, () -> StationaryDensity.solve(setting, DensityMethod.QUADRATURE, Resolution.DEFAULT)
                .quantities()).ifPresent(found -> compare("quadrature", found, reference.quantities(), where));
        reference.relaxationRate().ifPresent(exact -> attempt(where, () -> RelaxationRate.onFloor(setting)).ifPresent(
                found -> compare("quadrature", Map.of(Quantity.of("relaxation_rate"), found.rate()),
                        Map.of(Quantity.of("relaxation_rate"), exact), where)));
        Optional<Measurement> time = reference.time();
        time.ifPresent(exact -> attempt(where, () -> FirstPassage.onFloor(setting)).ifPresent(found ->
                compare("quadrature", Map.of(TIME, found.mean()), Map.of(TIME, exact), where)));
    }

    /** What the theory says in a sweep, with the error it says it with, against the floor it speaks of. */
    private void theory(RandomValley valley, String where) {
        Map<Quantity, Measurement> found = attempt(where + " theory", () -> TheoryRows.of(valley, scratch))
                .orElse(Map.of());
        FloorReference reference = FloorReference.of(valley.setting());
        Map<Quantity, Measurement> exact = new LinkedHashMap<>(reference.quantities());
        reference.time().ifPresent(time -> exact.put(TIME, time));
        reference.exponent().ifPresent(exponent -> exact.put(Quantity.SELECTION_EXPONENT, exponent));
        compare("theory", found, exact, where);
    }

    private static Map<Quantity, Measurement> times(PassageTime time) {
        Map<Quantity, Measurement> times = new LinkedHashMap<>();
        times.put(TIME, time.mean());
        times.put(Quantity.CONVERGENCE_TIME_VARIANCE, time.variance());
        return times;
    }

    private static boolean isotropic(PlainSetting setting) {
        return setting.noise().variance(0, setting.start()) == setting.noise().variance(1, setting.start());
    }

    private void compare(String method, Map<Quantity, Measurement> found, Map<Quantity, Measurement> reference,
            String where) {
        found.forEach((quantity, number) -> {
            Measurement better = reference.get(quantity);
            if (better != null && better.defined() && number.defined()) {
                tally.count(method, quantity.key(), Math.abs(number.value() - better.value()),
                        number.standardError() + better.standardError(), where);
            }
        });
    }

    private <T> Optional<T> attempt(String where, Supplier<T> solve) {
        try {
            return Optional.of(solve.get());
        } catch (RuntimeException refused) {
            refusals.add(where + ": " + refused.getMessage());
            return Optional.empty();
        }
    }

    /** Runs it for the options above. */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        List<String> options = List.of(args);
        int valleys = Integer.parseInt(value(options, "--valleys", "300"));
        int from = Integer.parseInt(value(options, "--from", "0"));
        Seed seed = new Seed(Long.parseLong(value(options, "--seed", "20230607")));
        Coverage coverage = new Coverage(seed, TOLERANCES, GRIDS, Files.createTempDirectory("coverage"));
        PrintStream out = System.out;
        Path page = Path.of(value(options, "--out", "target/coverage.md"));
        Optional<Path> numbers = Optional.of(value(options, "--numbers", "")).filter(s -> !s.isEmpty()).map(Path::of);
        if (numbers.isPresent()) {
            coverage.tally.load(numbers.get());
        }
        for (int i = from; i < from + valleys; i++) {
            int misses = coverage.tally.misses().size();
            int refusals = coverage.refusals.size();
            coverage.valley(i);
            Stream.concat(coverage.tally.misses().stream().skip(misses), coverage.refusals.stream().skip(refusals))
                    .forEach(out::println);
            if (numbers.isPresent()) {
                coverage.tally.save(numbers.get());
            }
            // After each, so that an interrupted run leaves what it knows.
            Files.writeString(page, String.format(
                    "Written by `bench/coverage %s` on %s: valleys %d to %d of seed %d%s.%n%n%s",
                    String.join(" ", args), LocalDate.now(ZoneOffset.UTC), from, i, seed.value(),
                    numbers.map(file -> ", and what was in " + file + " before").orElse(""),
                    coverage.tally.table()));
        }
        out.println("written to " + page);
    }

    private static String value(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 ? otherwise : options.get(at + 1);
    }
}
