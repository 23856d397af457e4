package org.thalweg.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thalweg.model.gradient.GradientNoise;
import org.thalweg.model.gradient.NoiseKind;
import org.thalweg.model.loss.LossSurface;
import org.thalweg.model.noise.NoiseCatalogue;
import org.thalweg.model.surface.Chain;
import org.thalweg.model.surface.SurfaceCatalogue;
import org.thalweg.model.surface.SurfaceKind;

/** Every surface and every noise is in its catalogue; the message is the line to paste. */
class CatalogueTest {
    @Test
    void everySurfaceIsInTheCatalogue() {
        assertCatalogued(LossSurface.class, "surface", SurfaceCatalogue.KINDS, "SurfaceCatalogue");
    }

    @Test
    void everyNoiseIsInTheCatalogue() {
        assertCatalogued(GradientNoise.class, "noise", NoiseCatalogue.KINDS, "NoiseCatalogue");
    }

    private static void assertCatalogued(Class<?> type, String packageName, List<?> catalogue, String name) {
        String prefix = CatalogueTest.class.getPackageName() + "." + packageName;
        List<JavaClass> found = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(prefix).stream()
                .filter(c -> c.isAssignableTo(type) && c.getModifiers().contains(JavaModifier.PUBLIC)
                        && !c.isInterface()).collect(Collectors.toList());
        for (JavaClass c : found) {
            assertTrue(catalogue.contains(kind(c)), "add this line to " + name + ": " + c.getSimpleName() + ".KIND,");
        }
        long kinds = found.stream().map(CatalogueTest::kind).distinct().count();
        // The class path of the tests has one from outside, a chain.
        long outside = catalogue.stream().filter(Chain.KIND::equals).count();
        assertEquals(catalogue.size() - outside, kinds, "every kind has a class in " + prefix);
    }

    private static Object kind(JavaClass c) {
        try {
            return c.reflect().getField("KIND").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(c.getSimpleName() + " has no public static KIND: say its name and keys there", e);
        }
    }

    @Test
    void namesAndKeysAreLowerCaseWithHyphens() {
        String words = "[a-z]+(-[a-z]+)*";
        for (SurfaceKind kind : SurfaceCatalogue.KINDS) {
            assertTrue(kind.name().matches(words), kind.name());
            kind.keys().forEach(key -> assertTrue(key.name().matches(words), key.name()));
        }
        for (NoiseKind kind : NoiseCatalogue.KINDS) {
            assertTrue(kind.name().matches(words), kind.name());
            kind.keys().forEach(key -> assertTrue(key.name().matches(words), key.name()));
        }
    }
}
