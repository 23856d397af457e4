package org.thalweg.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The plotting library travels with its licence and can be put into a page as it is. */
class PlottingLibraryTest {
    @Test
    void theScriptCarriesItsLicence() {
        assertTrue(PlottingLibrary.LICENCE.text().contains("MIT License"));
        assertTrue(PlottingLibrary.SCRIPT.text().contains(PlottingLibrary.LICENCE.text().strip()));
        assertTrue(PlottingLibrary.SCRIPT.text().contains("var uPlot="));
    }

    @Test
    void nothingInItEndsTheElementThatHoldsIt() {
        assertFalse(PlottingLibrary.SCRIPT.text().toLowerCase(java.util.Locale.ROOT).contains("</script"));
        assertFalse(PlottingLibrary.STYLE.text().toLowerCase(java.util.Locale.ROOT).contains("</style"));
    }

    /** Both would be refused by a content security policy without {@code unsafe-eval}. */
    @Test
    void theScriptMakesNoScripts() {
        assertFalse(PlottingLibrary.SCRIPT.text().contains("eval("));
        assertFalse(PlottingLibrary.SCRIPT.text().contains("new Function"));
    }

    /** Below 60 kB: every report carries a copy. */
    @Test
    void itIsSmallEnoughForEveryReport() {
        assertTrue(PlottingLibrary.SCRIPT.text().length() < 60_000);
    }
}
