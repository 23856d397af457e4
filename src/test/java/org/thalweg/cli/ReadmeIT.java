package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that README.md shows works as it is written there, the long ones reduced: one after the other,
 * in the order of the page and in one folder, as somebody would who reads it from top to bottom.
 */
class ReadmeIT {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

    private static final String PLAIN = " --figures none --quiet";

    /**
     * What is run for each command of README.md, by the shell: the command and what reduces it, or, for an option, a
     * command that has it. A new command in README.md needs a line here.
     */
    private static final Map<String, String> RUNS = Map.ofEntries(
            Map.entry("./thalweg sweep models/degenerate-valley.yaml", "./thalweg sweep models/degenerate-valley.yaml "
                    + "--learning-rate 0.1 --batch-variance 4 --particles 64" + PLAIN),
            // This test is a part of it.
            Map.entry("mvn verify", "test -f \"$home\"/pom.xml"),
            Map.entry("./thalweg models", "./thalweg models"),
            Map.entry("./thalweg --version --verbose", "\"$home\"/thalweg --version --verbose"),
            Map.entry("./thalweg describe degenerate-valley", "./thalweg describe degenerate-valley"),
            Map.entry("./thalweg simulate degenerate-valley --dynamics sgd --time 500",
                    "./thalweg simulate degenerate-valley --dynamics sgd --time 500 --particles 64" + PLAIN),
            Map.entry("./thalweg simulate degenerate-valley --dynamics sde --scheme auto",
                    "./thalweg simulate degenerate-valley --dynamics sde --scheme auto --particles 64" + PLAIN),
            Map.entry("./thalweg density degenerate-valley", "./thalweg density degenerate-valley" + PLAIN),
            Map.entry("--at 10,100", "./thalweg density degenerate-valley --at 10,100 --grid 48,32" + PLAIN),
            Map.entry("./thalweg simulate asymmetric-valley --average tail --time 500",
                    "./thalweg simulate asymmetric-valley --average tail --time 500 --particles 64" + PLAIN),
            Map.entry("./thalweg density degenerate-valley --rates 4",
                    "./thalweg density degenerate-valley --rates 4 --grid 48,32" + PLAIN),
            Map.entry("./thalweg simulate degenerate-valley --survival",
                    "./thalweg simulate degenerate-valley --survival --particles 64 --time 30" + PLAIN),
            Map.entry("./thalweg density degenerate-valley --between=-1,3.1",
                    "./thalweg density degenerate-valley --between=-1,3.1 --grid 48,32" + PLAIN),
            Map.entry("./thalweg density degenerate-valley --from \"x<=-2\" --to disc:2,0,0.5",
                    "./thalweg density degenerate-valley --from \"x<=-2\" --to disc:2,0,0.5 --grid 64,32" + PLAIN),
            Map.entry("./thalweg density degenerate-valley --at 2,5,20 --particles 4096",
                    "./thalweg density degenerate-valley --at 2,5 --particles 64 --grid 48,32" + PLAIN),
            Map.entry("./thalweg sweep degenerate-valley --rates 3 --survival --between=-1,3.1",
                    "./thalweg sweep degenerate-valley --rates 3 --survival --between=-1,3.1 --learning-rate 0.1 "
                    + "--batch-variance 4 --witnesses density" + PLAIN),
            Map.entry("./thalweg density degenerate-valley --at 2,5,20,50",
                    "./thalweg density degenerate-valley --at 2,5,20,50 --grid 48,32" + PLAIN),
            Map.entry("./thalweg density near-degenerate-valley --path=0,0,2,0.5",
                    "./thalweg density near-degenerate-valley --path=0,0,2,0.5 --grid 48,32" + PLAIN),
            Map.entry("./thalweg simulate degenerate-valley --dynamics sde --entropy",
                    "./thalweg simulate degenerate-valley --dynamics sde --entropy --particles 64 --time 30" + PLAIN),
            Map.entry("./thalweg density degenerate-valley --current",
                    "./thalweg density degenerate-valley --current --grid 48,32" + PLAIN),
            Map.entry("./thalweg sweep degenerate-valley", "./thalweg sweep degenerate-valley --learning-rate 0.1 "
                    + "--batch-variance 4 --witnesses density,theory" + PLAIN),
            // The first makes the folder, the second finds all cells finished.
            Map.entry("./thalweg sweep degenerate-valley --resume --out runs/plane", "for i in 1 2; do ./thalweg sweep "
                    + "degenerate-valley --resume --out runs/plane --learning-rate 0.1 --batch-variance 4 --witnesses "
                    + "theory" + PLAIN + " || exit; done"),
            Map.entry("./thalweg sweep mini-batch-valley --batch-size 4,16", "./thalweg sweep mini-batch-valley "
                    + "--batch-size 4,16 --learning-rate 0.1 --particles 64 --witnesses sgd,density" + PLAIN),
            Map.entry("./thalweg train digits-network",
                    "./thalweg train digits-network --time 1 --checkpoints 3" + PLAIN),
            Map.entry("./thalweg probe rescaled-network", "./thalweg probe rescaled-network" + PLAIN),
            Map.entry("./thalweg sweep published-two-valleys", "./thalweg sweep published-two-valleys "
                    + "--learning-rate 0.01 --batch-variance 0.01 --particles 16" + PLAIN),
            Map.entry("--set \"start.x=uniform(2, 3)\"", "./thalweg simulate degenerate-valley --time 5 --particles 64 "
                    + "--set \"start.x=uniform(2, 3)\"" + PLAIN),
            Map.entry("--set \"start.y=normal(0, 0.1)\"",
                    "./thalweg simulate degenerate-valley --time 5 --particles 64 "
                            + "--set \"start.y=normal(0, 0.1)\"" + PLAIN),
            Map.entry("./thalweg sweep asymmetric-valley --vary c=1,3,10 --vary noise.half-width=0.05,0.1",
                    "./thalweg sweep asymmetric-valley --vary c=1,3,10 --vary noise.half-width=0.05,0.1 "
                            + "--particles 16" + PLAIN),
            // ValidateIT runs it.
            Map.entry("./thalweg validate degenerate-valley", "./thalweg validate degenerate-valley --help"),
            Map.entry("./thalweg sweep degenerate-valley --precision 2%", "./thalweg sweep degenerate-valley "
                    + "--precision 20% --learning-rate 0.1 --batch-variance 4 --particles 16 --witnesses sgd" + PLAIN),
            Map.entry("./thalweg sweep degenerate-valley --common-random-numbers",
                    "./thalweg sweep degenerate-valley --common-random-numbers --learning-rate 0.1 "
                            + "--batch-variance 4,5 --particles 64" + PLAIN),
            Map.entry("./thalweg validate momentum-valley", "./thalweg validate momentum-valley --help"),
            Map.entry("./thalweg density degenerate-valley --set sgd.diffusion=second-order",
                    "./thalweg density degenerate-valley --set sgd.diffusion=second-order --grid 48,32" + PLAIN),
            Map.entry("./thalweg ladder degenerate-valley",
                    "./thalweg ladder degenerate-valley --svag 1,2 --particles 64" + PLAIN),
            Map.entry("./thalweg optimisers degenerate-valley", "./thalweg optimisers degenerate-valley --particles 64"
                    + " --with '{kind: adam}'" + PLAIN),
            Map.entry("--set optimiser.kind=adam", "./thalweg simulate degenerate-valley --time 5 --particles 64"
                    + " --set optimiser.kind=adam" + PLAIN),
            // It serves until it is told to stop.
            Map.entry("./thalweg explore degenerate-valley", "./thalweg explore degenerate-valley --no-browser > address"
                    + " & page=$!; until grep '^http://127.0.0.1:' address; do sleep 0.2; kill -0 $page || exit; done;"
                    + " kill $page"),
            Map.entry("./thalweg explore runs/NAME", "./thalweg explore --help"),
            // Of the sweep above, and of all other runs.
            Map.entry("./thalweg report runs/NAME", "for run in runs/*; do ./thalweg report \"$run\" || exit; done"),
            Map.entry("./thalweg notebook runs/NAME",
                    "./thalweg notebook runs/plane && ./thalweg notebook runs/plane"),
            Map.entry("--set a=0.3", "./thalweg describe degenerate-valley --set a=0.3"),
            Map.entry("--set sgd.learning-rate=0.1",
                    "./thalweg describe degenerate-valley --set sgd.learning-rate=0.1"),
            Map.entry("--json", "./thalweg describe degenerate-valley --json"),
            Map.entry("./thalweg sweep --help", "./thalweg sweep --help"),
            Map.entry("source <(./thalweg generate-completion)",
                    "source <(./thalweg generate-completion) && complete -p thalweg"));

    @TempDir
    private static Path folder;

    private static StandingProgram program;

    @BeforeAll
    static void linkToTheProject() throws IOException {
        CommandPage.link(folder);
        program = StandingProgram.in(folder);
        program.script(folder.resolve("thalweg"));
    }

    @AfterAll
    static void unlink() throws IOException {
        program.close();
        CommandPage.unlink(folder);
    }

    /** The lines of the sh blocks, and the code in the last column of the tables. */
    static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        boolean block = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("```")) {
                block = line.equals("```sh");
            } else if (block && !line.isBlank()) {
                commands.add(line.strip());
            } else if (line.startsWith("|")) {
                String[] columns = line.split("\\|");
                Matcher span = SPAN.matcher(columns[columns.length - 1]);
                while (span.find()) {
                    commands.add(span.group(1));
                }
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandWorks(String command) {
        String reduced = RUNS.get(command);
        if (reduced == null) {
            fail("README.md shows '" + command + "', which this test does not know; add to ReadmeIT.RUNS:\n"
                    + "            Map.entry(\"" + command + "\", \"" + command + "\"),");
        }
        LauncherRun run = LauncherRun.in(folder, Map.of("home", HOME.toString()), Path.of("/bin/bash"), "-c", reduced);
        assertEquals(0, run.exitCode(), reduced + "\n" + run.err());
    }

    @Test
    void noCommandIsTestedThatIsNotShown() throws IOException {
        assertEquals(new TreeSet<>(RUNS.keySet()), new TreeSet<>(commands()));
    }

    @Test
    void figuresAndPagesThatItPointsToExist() throws IOException {
        new CommandPage(Path.of("README.md")).pointsToWhatExists();
    }
}
