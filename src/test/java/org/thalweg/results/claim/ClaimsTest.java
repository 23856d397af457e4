package org.thalweg.results.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.results.claim.trial.ClaimExperiment;

/** Every claim is in the catalogue; the message is the line to paste. */
class ClaimsTest {
    @Test
    void everyClaimIsJudged() {
        Set<String> listed = Claims.ALL.stream().map(c -> c.experiment().getClass().getSimpleName())
                .collect(Collectors.toSet());
        List<JavaClass> found = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ClaimsTest.class.getPackageName()).stream()
                .filter(c -> c.isAssignableTo(ClaimExperiment.class) && !c.isInterface())
                .toList();
        assertTrue(found.size() >= 7, "the claims are found");
        for (JavaClass claim : found) {
            assertTrue(listed.contains(claim.getSimpleName()),
                    "add this line to Claims.ALL: new Entry(NUMBER, new " + claim.getSimpleName() + "()),");
        }
    }

    /** A reader of a verdict finds its number in the documentation. */
    @Test
    void everyClaimIsDocumented() throws IOException {
        String text = Files.readString(Path.of("docs", "claims.md"));
        for (Claims.Entry claim : Claims.ALL) {
            assertTrue(text.contains("| " + claim.number() + " "), "docs/claims.md has no row for " + claim.number());
        }
    }
}
