package org.thalweg.cli.option;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.results.operator.OperatorQuestions;
import picocli.CommandLine.Option;

/** What a sweep asks of the Fokker-Planck operator in each cell, beside what it always does. */
public final class CellQuestions {
    @Option(names = "--rates", paramLabel = "K",
            description = "In each cell also the K slowest rates of the Fokker-Planck operator. Default: none.")
    private int rates;

    @Option(names = "--survival", description = "In each cell also quantiles of the time to the flat set, by the"
            + " Fokker-Planck operator.")
    private boolean survival;

    @Option(names = "--between", paramLabel = "A,B", hideParamSyntax = true, split = ",", arity = "1",
            description = "In each cell also the probability, from the start, to reach x >= B before x <= A.")
    private List<Double> between = List.of();

    @Option(names = "--path", paramLabel = "X0,Y0,X1,Y1", hideParamSyntax = true, split = ",", arity = "1",
            description = "In each cell also the least action of a path from one point to another, from an attractor to"
                    + " a saddle its rate of escape, and with a flat set those of the density and of Kramers.")
    private List<Double> path = List.of();

    @Option(names = "--from", paramLabel = "SET", description = "With --to: in each cell also how often particles go"
            + " from one set to the other in the stationary state, and back. A set is x>=2, 0<=x<=1 or disc:X,Y,R.")
    private String from;

    @Option(names = "--to", paramLabel = "SET", description = "The other set; see --from.")
    private String to;

    /** The questions. */
    public OperatorQuestions questions() {
        return new OperatorQuestions(rates, survival, between, path,
                from == null && to == null ? List.of() : Arrays.asList(from, to));
    }

    /** What the results depend on. */
    public Map<String, Object> choices() {
        Map<String, Object> choices = new LinkedHashMap<>();
        if (rates > 0) {
            choices.put("rates", rates);
        }
        if (survival) {
            choices.put("survival", true);
        }
        if (!between.isEmpty()) {
            choices.put("between", between);
        }
        if (!path.isEmpty()) {
            choices.put("path", path);
        }
        if (from != null) {
            choices.put("from", from);
        }
        if (to != null) {
            choices.put("to", to);
        }
        return choices;
    }
}
