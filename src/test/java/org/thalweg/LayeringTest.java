package org.thalweg;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the compiled classes against the table in docs/packages.md. */
class LayeringTest {
    private static final String BASE = "org.thalweg.";
    private static final Pattern NAME = Pattern.compile("`([a-z.]+)`");

    private static JavaClasses classes;
    /** The rows of the table, top first; each holds the full names of its packages. */
    private static List<List<String>> rows;

    @BeforeAll
    static void readBoth() throws IOException {
        classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.thalweg");
        rows = Files.readAllLines(Path.of("docs", "packages.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> NAME.matcher(line.split("\\|")[1]).results())
                .map(names -> names.map(LayeringTest::fullName).collect(Collectors.toList()))
                .collect(Collectors.toList());
    }

    private static String fullName(MatchResult match) {
        return BASE + match.group(1);
    }

    @Test
    void theTableNamesEveryPackageOnce() {
        List<String> named = rows.stream().flatMap(List::stream).collect(Collectors.toList());
        assertEquals(named.size(), Set.copyOf(named).size(), () -> "twice in docs/packages.md: " + named);
        Set<String> missing = new TreeSet<>();
        classes.forEach(type -> missing.add(type.getPackageName()));
        missing.removeAll(named);
        assertTrue(missing.isEmpty(), () -> "docs/packages.md lacks " + missing + "; put each below all it imports");
    }

    @Test
    void theWitnessesShareARow() {
        assertTrue(rows.contains(List.of(BASE + "trajectory", BASE + "fokkerplanck", BASE + "theory")));
    }

    @Test
    void aWitnessDoesNotSeeTheRoomsOfAnother() {
        List<String> witnesses = List.of("trajectory", "fokkerplanck", "theory");
        for (String witness : witnesses) {
            String[] others = witnesses.stream().filter(other -> !other.equals(witness))
                    .map(other -> BASE + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(BASE + witness + "..")
                    .should().dependOnClassesThat(resideInAnyPackage(others)).check(classes);
        }
    }

    @Test
    void everyPackageSeesOnlyTheRowsAbove() {
        for (int i = 0; i < rows.size(); i++) {
            List<String> below = new ArrayList<>();
            rows.subList(i + 1, rows.size()).forEach(below::addAll);
            for (String origin : rows.get(i)) {
                List<String> hidden = new ArrayList<>(below);
                hidden.addAll(rows.get(i));
                hidden.remove(origin);
                if (!hidden.isEmpty()) {
                    hiddenFrom(origin, hidden).check(classes);
                }
            }
        }
    }

    private static ArchRule hiddenFrom(String origin, List<String> hidden) {
        return noClasses().that().resideInAPackage(origin)
                .should().dependOnClassesThat(resideInAnyPackage(hidden.toArray(String[]::new)))
                .because("docs/packages.md puts those packages beside or below " + origin)
                .allowEmptyShould(true);
    }

    @Test
    void onlyPlotSeesTheChartLibrary() {
        noClasses().that().resideOutsideOfPackage(BASE + "plot..")
                .should().dependOnClassesThat().resideInAPackage("org.jfree..").check(classes);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses().that().resideOutsideOfPackage(BASE + "cli..").should(ACCESS_STANDARD_STREAMS).check(classes);
    }

    /** The rules can fail: measure does import model, and the command line does print. */
    @Test
    void theRulesBite() {
        assertThrows(AssertionError.class, () -> hiddenFrom(BASE + "measure", List.of(BASE + "model")).check(classes));
        assertThrows(AssertionError.class,
                () -> noClasses().that().resideInAPackage(BASE + "cli").should(ACCESS_STANDARD_STREAMS).check(classes));
    }
}
