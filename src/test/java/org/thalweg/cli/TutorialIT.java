package org.thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The commands and files of docs/tutorial.md work as they are written there, the long ones reduced. */
class TutorialIT extends PageIT {
    private static final CommandPage PAGE = new CommandPage(Path.of("docs", "tutorial.md"));
    private static final String PLAIN = " --figures none --quiet";
    private static final String SMALL = " --grid 48,32" + PLAIN;

    /** Each command, and what is run for it. */
    private static final Map<String, String> RUNS = new LinkedHashMap<>();

    static {
        for (String model : List.of("my-valley", "my-network")) {
            RUNS.put("./thalweg describe " + model + ".yaml", "./thalweg describe " + model + ".yaml");
            if (model.equals("my-valley")) {
                valley();
            } else {
                network();
            }
        }
    }

    private static void valley() {
        String warm = "./thalweg density my-valley.yaml --out runs/warm";
        String cold = "./thalweg density my-valley.yaml --set noise.batch-variance=0.4 --out runs/cold";
        RUNS.put(warm, warm + SMALL);
        RUNS.put(cold, cold + SMALL);
        String particles = "./thalweg simulate my-valley.yaml --dynamics sgd --time 500";
        RUNS.put(particles, particles + " --particles 16" + PLAIN);
        String plane = "./thalweg sweep my-valley.yaml --out runs/plane";
        RUNS.put(plane, plane + " --learning-rate 0.1 --batch-variance 8 --particles 8" + PLAIN);
        String tilts = "./thalweg sweep my-valley.yaml --vary tilt=0,0.01,0.02 --particles 64 --out runs/tilts";
        RUNS.put(tilts, tilts.replace("64", "8") + " --witnesses density,theory" + PLAIN);
    }

    private static void network() {
        String train = "./thalweg train my-network.yaml --repeats 4 --out runs/xor";
        RUNS.put(train, train + " --time 20" + PLAIN);
        String probe = "./thalweg probe runs/xor --at first,last --probe loss,spectrum --top 5 --out runs/xor-probed";
        RUNS.put(probe, probe + PLAIN);
        String plane = "./thalweg sweep my-network.yaml --learning-rate 0.1,0.2 --batch-size 1,2,4 --particles 4"
                + " --probe flatness_top10 --out runs/xor-plane";
        RUNS.put(plane, plane + " --time-limit 10" + PLAIN);
        RUNS.put("./thalweg notebook runs/xor", "./thalweg notebook runs/xor");
    }

    TutorialIT() {
        super(PAGE, RUNS);
    }

    @Test
    void itsFilesAreThoseOfItsModels() throws IOException {
        assertEquals(List.of("my-valley.yaml", "xor.csv", "my-network.yaml"), List.copyOf(PAGE.files().keySet()));
    }
}
