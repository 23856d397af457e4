package org.thalweg.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands of docs/landscape.md work as they are written there, in the order of the page, the long ones reduced: to
 * short trainings, to the last layer instead of the middle one, and to few lines.
 */
class LandscapePageIT extends PageIT {
    private static final CommandPage PAGE = new CommandPage(Path.of("docs", "landscape.md"));
    private static final String PLAIN = " --figures none --quiet";
    private static final String SHORT = " --time 12 --checkpoints 13" + PLAIN;
    private static final String FEW = " --draws 2 --scan-points 5" + PLAIN;

    /** Each command, and what is run for it. */
    private static final Map<String, String> RUNS = new LinkedHashMap<>();

    static {
        String train = "./thalweg train digits-network --repeats 2 --out runs/landscape";
        RUNS.put(train, train + SHORT);
        String pair = "./thalweg probe runs/landscape --layer W2 --probe noise-curvature,variance-flatness";
        RUNS.put(pair, pair.replace("W2", "W3") + " --window 2" + PLAIN);
        String sweep = "./thalweg sweep digits-network ";
        String starts = "--learning-rate 0.1 --batch-size 50 --vary start.seed=1,2,3,4 --particles 1";
        String exponents = " --probe variance_flatness_exponent,variance_flatness_exponent_isotropic";
        for (String setting : List.of("--set loss.data.per-class=170 --set loss.data.test-per-class=4 |290|12",
                "|110|20")) {
            String[] parts = setting.split("\\|");
            RUNS.put(sweep + parts[0] + starts + " --time-limit " + parts[1] + " --layer W2 --window " + parts[2]
                            + exponents, sweep + parts[0] + starts.replace(",3,4", "")
                            + " --time-limit 2 --layer W3 --window 1" + exponents + PLAIN);
        }
        String curvature = sweep + "--learning-rate 0.1 --batch-size 50 --particles 2 --layer W2"
                + " --probe noise_curvature_exponent,noise_curvature_correlation,commutator,trace_share_top10";
        RUNS.put(curvature, curvature.replace("W2", "W3") + " --time-limit 2" + PLAIN);
        String lines = "./thalweg probe runs/landscape --layer W2 --probe line-scan --direction uniform";
        RUNS.put(lines + " --draws 20", lines + FEW);
        String sides = "./thalweg train batch-norm-network --repeats 3 --out runs/sides";
        RUNS.put(sides, sides + SHORT);
        String factors = "./thalweg probe runs/sides --layer gamma1 --probe line-scan --direction uniform --reach 0.6";
        RUNS.put(factors + " --draws 100", factors + FEW);
        String parity = "./thalweg train parity-network --out runs/parity";
        RUNS.put(parity, parity + SHORT);
        String bound = "./thalweg probe runs/parity --probe pac-bayes";
        RUNS.put(bound, bound + PLAIN);
        String wave = "./thalweg train function-centric --set \"loss.data.outputs=[wave4]\" --out runs/wave4";
        RUNS.put(wave, wave + SHORT);
        String rise = "./thalweg probe runs/wave4 --at last --probe sam";
        RUNS.put(rise, rise + PLAIN);
        String pairs = " --layer W3 --top 10 --probe overlap,jaccard,segment";
        RUNS.put("./thalweg probe runs/landscape --at 0,4,8,12,16,20,24,last" + pairs,
                "./thalweg probe runs/landscape --at 0,4,last" + pairs + PLAIN);
        String path = "./thalweg probe runs/landscape --at all --probe averages,plane-scan";
        RUNS.put(path, path + PLAIN);
    }

    LandscapePageIT() {
        super(PAGE, RUNS);
    }
}
