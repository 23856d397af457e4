package org.thalweg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.refusal.Refusal;

/**
 * What can be done is asked, not found by catching (docs/adr/0030-asked-not-caught.md): no refusal is caught to choose
 * between methods. Those that are caught are given a place or listed, and here is where.
 */
class CaughtRefusalsTest {
    private static final Set<String> ALLOWED = Set.of(
            // A formula, a range, data, layers or a start that are refused: a problem with a line and a column.
            "Values.formula", "Values.number", "ReferenceReader.number",
            "SweepReader.range", "DataReader.read", "NetworkReader.read", "NetworkStartReader.read",
            // A damaged table or run: with its file, and its line.
            "StoredTable.scan", "StoredRun.intact",
            // All models at once: those that cannot be judged are listed with the reason.
            "Survey.of",
            // What is known of the others is shown beside the reason.
            "Facts.stationaryFacts",
            // A ring with a current has no density by quadrature: all of its places count.
            "Relaxation.places",
            // A page shows the line; how far a slider may go is asked of the model.
            "Answers.answered", "Knob.accepted",
            // The one bridge from a solve to an outcome.
            "StationaryDensity.attempt");

    @Test
    void refusalsAreCaughtWhereTheyAreGivenAPlace() {
        JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.thalweg");
        Set<String> caught = classes.stream().flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getTryCatchBlocks().stream().flatMap(block -> block.getCaughtThrowables().stream())
                        .anyMatch(throwable -> throwable.isAssignableTo(Refusal.class)))
                .map(unit -> unit.getOwner().getSimpleName() + "." + unit.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ALLOWED), caught);
    }
}
