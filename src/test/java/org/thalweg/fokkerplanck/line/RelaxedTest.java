package org.thalweg.fokkerplanck.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.thalweg.fokkerplanck.law.Law;
import org.thalweg.measure.Diagnostic;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.quantity.Quantity;
import org.thalweg.refusal.Refusal;

/** Laws along the floor average what they know, whatever its name, and refuse the rest. */
class RelaxedTest {
    private static PlainSetting ring() throws Exception {
        return ModelFile.read(Path.of("models", "degenerate-valley.yaml")).setting().effective();
    }

    /** y^4 evaluated at y = 0 would be 0, and was; so would the square across under another name. */
    @Test
    void otherFunctionsOfYAreRefused() throws Exception {
        PlainSetting ring = ring();
        Law floor = new FloorLaw(ring, ValleyFloor.of(ring));
        Diagnostic fourth = Diagnostic.of(Quantity.of("mean_fourth_y"), theta -> Math.pow(theta[1], 4.0));
        String message = assertThrows(Refusal.class, () -> floor.mean(fourth)).getMessage();
        assertTrue(message.startsWith("mean_fourth_y depends on more than x"), message);
        assertThrows(Refusal.class, () -> floor.mean(Diagnostic.of(Quantity.MEAN_SQUARE_Y,
                theta -> theta[1] * theta[1])));
    }

    /** The name plays no part: a function of x called mean_square_y is averaged as a function of x. */
    @Test
    void theNameOfADiagnosticDecidesNothing() throws Exception {
        PlainSetting ring = ring();
        Law floor = new FloorLaw(ring, ValleyFloor.of(ring));
        double flatness = floor.mean(Diagnostic.along(Quantity.MEAN_FLATNESS, x -> 1.0 + 0.5 * Math.cos(x)));
        assertEquals(flatness, floor.mean(Diagnostic.along(Quantity.MEAN_SQUARE_Y, x -> 1.0 + 0.5 * Math.cos(x))));
        for (Diagnostic standard : Diagnostic.standard(ring)) {
            assertTrue(Double.isFinite(floor.mean(standard)), standard.quantity().key());
            assertEquals(standard.dependence(), standard.absolute().dependence());
        }
    }
}
