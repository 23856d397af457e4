package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The commands of docs/network-to-valley.md work as they are written there, in the order of the page, all reduced: the
 * valley is that of the smallest network, since that of the digits takes a minute.
 */
class NetworkToValleyPageIT extends PageIT {
    private static final CommandPage PAGE = new CommandPage(Path.of("docs", "network-to-valley.md"));
    private static final String PLAIN = " --figures none --quiet";

    /** Each command, and what is run for it. */
    private static final Map<String, String> RUNS = new LinkedHashMap<>();

    static {
        String train = "./thalweg train digits-network --repeats 5 --set noise.sampling=replacement --then-epochs 150"
                + " --time 800 --checkpoints 801 --out runs/floor";
        RUNS.put(train, "./thalweg train linear-network --repeats 2 --time 80 --checkpoints 81 --out runs/floor" + PLAIN);
        String valley = "./thalweg valley runs/floor --out runs/valley";
        RUNS.put(valley, valley + " --from 10 --points 4" + PLAIN);
        String compare = "./thalweg compare runs/valley --out runs/compared";
        RUNS.put(compare, compare + " --walks 2 --particles 32" + PLAIN);
        String sweep = "./thalweg sweep digits-network --learning-rate 0.05,0.1,0.2,0.4,0.8 --batch-size 10,25,50"
                + " --time-limit 300 --particles 5 --freezing 7 --probe flatness_top10 --out runs/plane";
        RUNS.put(sweep, sweep.replace("0.05,0.1,0.2,", "").replace("10,25,", "").replace("300", "4")
                .replace("--particles 5 --freezing 7", "--particles 2 --freezing 3") + PLAIN);
    }

    NetworkToValleyPageIT() {
        super(PAGE, RUNS);
    }
}
