package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands of docs/networks.md work as they are written there, in the order of the page, the long ones reduced. */
class NetworksPageIT extends PageIT {
    private static final CommandPage PAGE = new CommandPage(Path.of("docs", "networks.md"));
    private static final String PLAIN = " --figures none --quiet";
    private static final String SHORT = " --time 1 --checkpoints 3" + PLAIN;

    /** Each command, and what is run for it. */
    private static final Map<String, String> RUNS = new LinkedHashMap<>();

    static {
        String train = "./thalweg train digits-network --repeats 4 --out runs/digits";
        String two = "./thalweg simulate two-weights --dynamics ";
        RUNS.put("./thalweg describe digits-network", "./thalweg describe digits-network");
        RUNS.put(train, train + SHORT);
        RUNS.put(train + " --resume", train + " --resume" + SHORT);
        RUNS.put("./thalweg probe runs/digits --at first,last --probe loss,spectrum --top 10",
                "./thalweg probe runs/digits --at first --probe loss --layer W3" + PLAIN);
        RUNS.put("./thalweg probe runs/digits --layer W3 --probe spectrum --out runs/digits-W3",
                "./thalweg probe runs/digits --layer W3 --probe loss --out runs/digits-W3" + PLAIN);
        for (String alpha : List.of("1", "3")) {
            String probe = "./thalweg probe rescaled-network --set alpha=" + alpha + " --out runs/alpha-" + alpha;
            RUNS.put(probe, probe + PLAIN);
        }
        RUNS.put("./thalweg sweep digits-network --learning-rate 0.05,0.1 --batch-size 25,50 --time-limit 20"
                + " --particles 4", "./thalweg sweep digits-network --learning-rate 0.05,0.1 --batch-size 25,50"
                + " --time-limit 1 --particles 2" + PLAIN);
        RUNS.put(two + "sgd --time 100 --particles 512", two + "sgd --time 5 --particles 64" + PLAIN);
        RUNS.put(two + "sde --time 100 --particles 512", two + "sde --time 5 --particles 16" + PLAIN);
        RUNS.put("./thalweg density two-weights --grid 64,64", "./thalweg density two-weights --grid 32,32" + PLAIN);
        String normalised = "./thalweg train batch-norm-network --repeats 2 --out runs/batch-norm";
        RUNS.put(normalised, normalised + SHORT);
        String lines = "./thalweg probe runs/batch-norm --layer gamma1 --probe line-scan --direction uniform"
                + " --reach 0.6";
        RUNS.put(lines + " --draws 100", lines + " --draws 2 --scan-points 5" + PLAIN);
        String bits = "./thalweg train one-bit-network --repeats 2 --out runs/one-bit";
        RUNS.put(bits, bits + SHORT);
        String radius = "./thalweg probe runs/one-bit --probe line-scan --direction filter-normalised --reach 0.1";
        RUNS.put(radius + " --draws 20", radius + " --draws 2 --scan-points 5" + PLAIN);
        String validate = "./thalweg validate rescaled-network";
        RUNS.put(validate, validate + " --particles 64 --out runs/claims" + PLAIN);
    }

    NetworksPageIT() {
        super(PAGE, RUNS);
    }
}
