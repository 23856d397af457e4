package org.thalweg.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.measure.Measurement;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;

/**
 * Prints the tables of docs/validation-units.md, not a test: every shipped model in many units ({@code units}), and
 * every known law by every way ({@code laws}); of those whose names contain one of the further arguments, if there are
 * any.
 */
final class ReferenceTables {
    /**
     * Every decade of promise at its ends and some in between: lengths, losses, and an origin up to 1e6 lengths away.
     */
    private static final List<OtherUnits> UNITS = List.of(
            new OtherUnits(1e-12, 0.0, 1.0), new OtherUnits(1e12, 0.0, 1.0), new OtherUnits(1.0, 0.0, 1e-12),
            new OtherUnits(1.0, 0.0, 1e12), new OtherUnits(1e-12, 1e3, 1e-12), new OtherUnits(1e12, -1e3, 1e12),
            new OtherUnits(1e-3, 1e6, 10.0), new OtherUnits(7.0, -1e6, 0.3));
    private static final Resolution GRID = new Resolution(32, 32);

    private ReferenceTables() {}

    public static void main(String[] arguments) throws Exception {
        List<String> names = List.of(arguments).subList(1, arguments.length);
        if (arguments[0].equals("units")) {
            units(names);
        } else {
            laws(names);
        }
    }

    private static boolean wanted(String name, List<String> names) {
        return names.isEmpty() || names.stream().anyMatch(name::contains);
    }

    private static void units(List<String> names) throws Exception {
        System.out.println("| model | units tried | answers compared | largest difference | at an origin 1e6 away | wrong |");
        System.out.println("|---|---|---|---|---|---|");
        for (Path model : OtherUnitsTest.files()) {
            if (!wanted(model.toString(), names)) {
                continue;
            }
            Setting original = ModelFile.read(model).setting();
            Map<String, Measurement> here = Answers.of(original, OtherUnits.SAME, GRID,
                    OtherUnitsTest.methods(original));
            int tried = 0;
            int answers = 0;
            double[] largest = new double[2];
            int wrong = 0;
            for (OtherUnits units : UNITS) {
                Optional<Setting> setting = units.of(model);
                if (setting.isPresent()) {
                    Comparison comparison = Comparison.of(here, Answers.of(setting.get(), units, GRID,
                            OtherUnitsTest.methods(original)), units);
                    int far = Math.abs(units.widths()) > 1e5 ? 1 : 0;
                    tried++;
                    answers += comparison.answers();
                    largest[far] = Math.max(largest[far], comparison.largest());
                    wrong += comparison.wrong().size();
                    comparison.wrong().forEach(what -> System.err.println(model + " " + units + ": " + what));
                }
            }
            System.out.printf(Locale.ROOT, "| %s | %d | %d | %.1e | %.1e | %d |%n",
                    model.getFileName().toString().replace(".yaml", ""), tried, answers, largest[0], largest[1], wrong);
        }
    }

    private static void laws(List<String> names) throws Exception {
        System.out.println("| law | by | quantity | exact | found | stated error | off |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (KnownLaw law : KnownLaw.ALL) {
            for (Way way : Way.values()) {
                if (law.asks(way) && wanted(law.name(), names)) {
                    row(law, way);
                }
            }
        }
    }

    private static void row(KnownLaw law, Way way) {
        try {
            Map<String, Measurement> found = way.of(law);
            law.exact().keySet().stream().sorted().filter(found::containsKey).forEach(quantity -> {
                double exact = law.exact().get(quantity);
                Measurement measured = found.get(quantity);
                System.out.printf(Locale.ROOT, "| %s | %s | %s | %s | %s |%n", law, way, quantity,
                        Double.isNaN(exact) ? "none" : String.format(Locale.ROOT, "%.9g", exact),
                        !measured.defined() ? "none | |" : String.format(Locale.ROOT, "%.9g | %.1e | %.1e",
                                measured.value(), measured.standardError(), measured.value() - exact));
            });
        } catch (Exception refused) {
            System.out.printf(Locale.ROOT, "| %s | %s | refused | | | | |%n", law, way);
        }
    }
}
