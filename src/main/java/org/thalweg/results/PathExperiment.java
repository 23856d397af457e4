package org.thalweg.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.plan.Horizon;
import org.thalweg.theory.AsymmetricBias;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;

/**
 * A surface that is not a valley, or has one parameter: what can be measured along paths by literal SGD, the same by
 * the density of the diffusion where there is one parameter, and what the theory of two slopes says of it.
 *
 * <p>The SDE is not simulated: in one parameter its density is a quadrature, and exact. Rows of literal SGD carry no
 * verdict, since at a kink the diffusion is not expected to agree; rows of the theory, which is about SGD, are held
 * against it. The density of a landscape that changes with time is the quasi-equilibrium of its beginning.
 */
final class PathExperiment implements Experiment {
    /** A difference of more than this share matters; larger budgets are inconclusive. */
    private static final double RESOLUTION = 0.1;

    /** Records of a histogram of a single parameter: enough for any accuracy a figure shows. */
    private static final long RECORDS = 500;

    private final Laboratory laboratory;
    private final PlainSetting setting;
    private final Set<Witness> witnesses;
    private final double falseAlarm;

    /** The experiment; nothing runs yet. */
    PathExperiment(Laboratory laboratory, PlainSetting setting, Set<Witness> witnesses, double falseAlarm) {
        this.falseAlarm = falseAlarm;
        this.laboratory = laboratory;
        this.setting = setting;
        this.witnesses = witnesses;
    }

    /** The theory of two slopes, which is held against literal SGD. */
    @Override
    public int rowsAtRisk() {
        boolean judged = witnesses.contains(Witness.SGD) && witnesses.contains(Witness.THEORY)
                && AsymmetricBias.of(setting).isPresent();
        return judged ? 3 : 0;
    }

    /** Literal SGD; the density of one parameter; the theory of two slopes. */
    @Override
    public Set<Witness> speaking() {
        Set<Witness> speaking = EnumSet.noneOf(Witness.class);
        speaking.addAll(witnesses);
        speaking.retainAll(EnumSet.of(Witness.SGD, Witness.DENSITY, Witness.THEORY));
        if (setting.surface().geometry() != Geometry.LINE) {
            speaking.remove(Witness.DENSITY);
        }
        if (AsymmetricBias.of(setting).isEmpty()) {
            speaking.remove(Witness.THEORY);
        }
        return speaking;
    }

    @Override
    public Effort effort() {
        boolean line = setting.surface().geometry() == Geometry.LINE;
        return new Effort()
                .with(Effort.SGD, witnesses.contains(Witness.SGD)
                        ? Effort.ofSteps(setting, Effort.SGD,
                        (double) laboratory.iterationsOfPaths(setting) * laboratory.particles()) : 0.0)
                .with(Effort.DENSITY, line && witnesses.contains(Witness.DENSITY)
                        ? laboratory.densityCost(setting) : 0.0);
    }

    @Override
    public List<String> notes(String where) {
        boolean density = witnesses.contains(Witness.DENSITY) && setting.surface().geometry() != Geometry.LINE;
        return density ? List.of("no density: the surface is not a valley and has several parameters") : List.of();
    }

    @Override
    public List<Row> run() {
        List<Row> rows = new ArrayList<>();
        Map<Quantity, Measurement> found = Map.of();
        long iterations = laboratory.iterationsOfPaths(setting);
        if (witnesses.contains(Witness.SGD)) {
            EnsembleResult sgd = laboratory.sgd(setting, Protocol.atTime(iterations), laboratory.particles());
            found = sgd.quantities();
            rows.add(Row.plain(Witness.SGD, Quantity.DIVERGED_FRACTION,
                    Measurement.fraction(sgd.diverged(), sgd.particles())));
            add(rows, Witness.SGD, found);
        }
        if (witnesses.contains(Witness.DENSITY) && setting.surface().geometry() == Geometry.LINE) {
            add(rows, Witness.DENSITY, laboratory.density(setting.at(0.0)).quantities());
        }
        Optional<AsymmetricBias> theory = AsymmetricBias.of(setting);
        if (witnesses.contains(Witness.THEORY) && theory.isPresent()) {
            theory(rows, theory.get(), found, iterations - iterations / 10);
        }
        return rows;
    }

    private void add(List<Row> rows, Witness witness, Map<Quantity, Measurement> found) {
        for (Quantity quantity : quantities()) {
            Measurement measured = found.get(quantity);
            if (measured != null) {
                rows.add(Row.plain(witness, quantity, measured));
            }
        }
    }

    /** The surface's own; those of any surface where it has none. */
    private List<Quantity> quantities() {
        List<Quantity> own = setting.surface().pathQuantities().stream().map(PathQuantity::quantity).toList();
        return own.isEmpty() ? List.of(Quantity.MEAN_X, Quantity.MEAN_SQUARE_X, Quantity.MEAN_SQUARE_Y) : own;
    }

    private void theory(
            List<Row> rows, AsymmetricBias theory, Map<Quantity, Measurement> sgd, long window) {
        rows.add(row(Quantity.NEGATIVE_FRACTION, theory.shareLeft(), theory.balance(), sgd,
                theory.windowOfShare(window)));
        rows.add(row(Quantity.AVERAGED_X, theory.bias(), theory.hypothesesOfLimit(), sgd,
                theory.windowOfBias(window) + theory.allowance()));
        rows.add(row(Quantity.AVERAGED_LOSS, theory.meanLoss(), theory.balance(), sgd, theory.windowOfLoss(window)));
    }

    private Row row(Quantity quantity, double value, List<Hypothesis> hypotheses,
            Map<Quantity, Measurement> sgd, double allowance) {
        Claim claim = new Claim(quantity.key(), quantity.key(), hypotheses,
                new Prediction.Equals(value, RESOLUTION * Math.abs(value)));
        Measurement predicted = Measurement.exact(value);
        if (!claim.applies()) {
            return new Row(Witness.THEORY, quantity, predicted, Optional.of(Verdict.NOT_APPLICABLE));
        }
        Optional<Judgement> judgement = Optional.ofNullable(sgd.get(quantity)).map(
                measured -> claim.judge(measured, ErrorBudget.EMPTY
                        .withSampling(measured)
                        .withSystematic("finite window and finite c", allowance), falseAlarm));
        return Row.judged(Witness.THEORY, quantity, predicted, judgement);
    }

    /** Of a single parameter: literal SGD and the density of the diffusion; nothing where neither is stationary. */
    static Map<Witness, Marginal> marginals(Laboratory laboratory, PlainSetting setting) {
        Map<Witness, Marginal> marginals = new EnumMap<>(Witness.class);
        if (setting.timeDependent()) {
            return marginals;
        }
        Horizon.histogramRange(setting).ifPresent(range -> {
            long end = setting.sgd().iterations(Horizon.stationary(setting));
            Protocol protocol = Protocol.window(end / 10, end, Math.max(1, end / RECORDS)).histogramOver(range);
            marginals.put(Witness.SGD, laboratory.sgd(setting, protocol, laboratory.particles()).marginal());
            marginals.put(Witness.DENSITY, laboratory.density(setting).marginalOn(range, Marginal.HISTOGRAM_BINS));
        });
        return marginals;
    }
}
