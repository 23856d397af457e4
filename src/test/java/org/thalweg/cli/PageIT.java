package org.thalweg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a page work as they are written there, in its order, and what it points to is there. */
abstract class PageIT {
    @TempDir
    private static Path folder;

    private final CommandPage page;
    private final Map<String, String> runs;

    /**
     * A page.
     *
     * @param runs each of its commands, in its order, and what is run for it
     */
    PageIT(CommandPage page, Map<String, String> runs) {
        this.page = page;
        this.runs = runs;
    }

    @BeforeAll
    static void link() throws IOException {
        CommandPage.link(folder);
    }

    @AfterAll
    static void unlink() throws IOException {
        CommandPage.unlink(folder);
    }

    @Test
    void everyCommandWorks() throws IOException {
        page.run(folder, runs);
    }

    @Test
    void pagesAndFiguresThatItPointsToExist() throws IOException {
        page.pointsToWhatExists();
    }
}
