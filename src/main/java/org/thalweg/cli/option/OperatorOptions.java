package org.thalweg.cli.option;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.fokkerplanck.action.PathEnd;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.line.Line;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Interval;
import org.thalweg.model.space.Region;
import org.thalweg.refusal.Refusal;
import picocli.CommandLine.Option;

/** What is asked of the Fokker-Planck operator beside its stationary density. */
public final class OperatorOptions {
    /** More take more vectors than Krylov's method is given. */
    private static final int MOST_RATES = 24;
    private static final int NUMBERS_OF_A_PATH = 4;

    @Option(names = "--current",
            description = "Write the probability current J(x, y) of the stationary density and draw its streamlines.")
    private boolean current;

    @Option(names = "--rates", paramLabel = "K", description = "The K slowest rates at which deviations from the"
            + " stationary density decay, of the plane and of the valley floor, and the modes of the plane as"
            + " fields and a figure; of a pair that turns while it decays its frequency too. Valleys by two methods.")
    private int rates;

    @Option(names = "--survival", description = "The share that has not reached the flat set by time, its quantiles,"
            + " and by which edge it is entered, of the plane and of the valley floor.")
    private boolean survival;

    @Option(names = "--between", paramLabel = "A,B", hideParamSyntax = true, split = ",", arity = "1",
            description = "The committor: the probability to reach x >= B before x <= A, as a field, a figure, and from"
                    + " the start.")
    private List<Double> between = List.of();

    @Option(names = "--path", paramLabel = "X0,Y0,X1,Y1", hideParamSyntax = true, split = ",", arity = "1",
            description = "The path of least action from one point to another, and its action S: to leading order for"
                    + " little noise the rate of such transitions falls as exp(-S); from an attractor to a saddle the"
                    + " rate itself.")
    private List<Double> path = List.of();

    @Option(names = "--from", paramLabel = "SET", description = "With --to: how often particles go from one set to the"
            + " other in the stationary state, the committor between them, and the path of least action. A set is"
            + " x>=2, y<=-1, 0<=x<=1 or disc:X,Y,R.")
    private String from;

    @Option(names = "--to", paramLabel = "SET", description = "The other set; see --from.")
    private String to;

    /** Refuses what a setting, a method or times do not go with. */
    public void check(PlainSetting setting, boolean stationary, DensityMethod method) {
        checkCurrent(setting, stationary, method);
        checkRates(setting, stationary);
        if (!stationary && (survival || !between.isEmpty() || !path.isEmpty() || from != null || to != null)) {
            throw new Refusal("options --survival, --between, --path, --from and --to are without --at; leave it out");
        }
        if (survival && setting.flatSet().isEmpty()) {
            throw new Refusal("option --survival: '" + setting.name() + "' names no flat set; give converged.flatness");
        }
        checkBetween(setting);
        boolean plane = setting.surface().dimension() == 2;
        if (!plane && (!path.isEmpty() || from != null || to != null)) {
            throw new Refusal("options --path, --from and --to are about the plane of two parameters, and '"
                    + setting.name() + "' has " + setting.surface().dimension() + "; leave them out");
        }
        if (!path.isEmpty() && path.size() != NUMBERS_OF_A_PATH) {
            throw new Refusal("option --path: give two points of a plane, X0,Y0,X1,Y1");
        }
        if ((from == null) != (to == null)) {
            throw new Refusal("options --from and --to: give both");
        }
        if (from != null) {
            Region.parse(from);
            Region.parse(to);
            if (!path.isEmpty() || !between.isEmpty()) {
                throw new Refusal("options --from and --to write the files of --between and --path; give these alone");
            }
        }
    }

    private void checkCurrent(PlainSetting setting, boolean stationary, DensityMethod method) {
        if (current && !stationary) {
            throw new Refusal("option --current is for the stationary density; leave it out, or leave out --at");
        }
        if (current && (method == DensityMethod.QUADRATURE || setting.surface().dimension() != 2)) {
            throw new Refusal("option --current needs the plane: two parameters, and the method hierarchy or"
                    + " finite-volume; leave it out");
        }
    }

    private void checkRates(PlainSetting setting, boolean stationary) {
        if (rates < 0 || rates > MOST_RATES) {
            throw new Refusal("option --rates: " + rates + "; give a number from 1 to " + MOST_RATES);
        }
        if (rates > 0 && !stationary) {
            throw new Refusal("option --rates is for the stationary density; leave it out, or leave out --at");
        }
        if (rates > 0 && setting.surface().dimension() != 2) {
            Refusal.raise(Line.refuses(setting));
        }
    }

    private void checkBetween(PlainSetting setting) {
        if (between.isEmpty()) {
            return;
        }
        Interval along = setting.domain().along();
        double start = setting.start()[0];
        if (between.size() != 2 || !(between.get(0) < start && start < between.get(1))
                || between.get(0) < along.from() || between.get(1) > along.to()) {
            throw new Refusal("option --between: give two places with the start, x = " + start + ", between them and"
                    + " both in the domain, from " + along.from() + " to " + along.to());
        }
        if (Line.refuses(setting).isPresent()) {
            throw new Refusal("option --between: '" + setting.name() + "' is no valley along x; give sets by --from and"
                    + " --to");
        }
    }

    /** Adds all of them to the choices of a run. */
    public void put(Map<String, Object> choices) {
        choices.put("current", current);
        choices.put("rates", rates);
        choices.put("survival", survival);
        choices.put("between", between);
        choices.put("path", path);
        choices.put("from", from == null ? "" : from);
        choices.put("to", to == null ? "" : to);
    }

    /** Whether the current is asked for. */
    public boolean current() {
        return current;
    }

    /** How many rates are asked for; 0 for none. */
    public int rates() {
        return rates;
    }

    /** Whether the survival function is asked for. */
    public boolean survival() {
        return survival;
    }

    /** The two places between which the committor is asked for; empty for none. */
    public List<Double> between() {
        return between;
    }

    /** The two points between which a path is asked for, or none. */
    public Optional<List<PathEnd>> points() {
        return path.isEmpty() ? Optional.empty() : Optional.of(List.of(
                new PathEnd.At(new double[] {path.get(0), path.get(1)}),
                new PathEnd.At(new double[] {path.get(2), path.get(3)})));
    }

    /** The two sets between which transitions are asked for, or none. */
    public Optional<List<Region>> regions() {
        return from == null ? Optional.empty() : Optional.of(List.of(Region.parse(from), Region.parse(to)));
    }
}
