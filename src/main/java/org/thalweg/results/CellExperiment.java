package org.thalweg.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.thalweg.fokkerplanck.DensityCost;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.measure.Claim;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.measure.Verdict;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.plan.StationaryWindow;
import org.thalweg.results.prediction.DoubledStep;
import org.thalweg.results.prediction.EulerStep;
import org.thalweg.results.prediction.FiniteVariance;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.results.prediction.FloorReduction;
import org.thalweg.results.prediction.Prognosis;
import org.thalweg.results.prediction.StepError;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.theory.law.Normalisability;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Passages;
import org.thalweg.trajectory.scheme.Question;
import org.thalweg.trajectory.scheme.SchemeChoice;
import org.thalweg.trajectory.scheme.Schemes;

/**
 * One learning rate, batch variance and anisotropy: what every witness says, and whether they agree.
 *
 * <p>The verdict of a trajectory row compares it with the density, within sampling, grid and finite-step errors. The
 * verdict of a theory row compares the density with the theory, within grid error and the theory's own next order.
 * Where there is no density there is no verdict.
 *
 * <p>Many imports: a cell is where all witnesses meet.
 */
public final class CellExperiment implements Experiment {
    /** Largest step of the simulated SDE, in units of the shortest relaxation time 1 / lambda across the valley. */
    private static final double SDE_STEP = 0.2;

    /** Largest step of the simulated SDE in learning rates: at 1 Euler-Maruyama would be the SGD recursion itself. */
    private static final double BELOW_LEARNING_RATE = 0.75;

    /** A difference of more than this share of the reference matters; larger budgets are inconclusive. */
    private static final double RESOLUTION = 0.5;

    /** Quantities of the stationary law. */
    private static final List<Quantity> STATIONARY =
            List.of(Quantity.MEAN_FLATNESS, Quantity.SELECTION_EXPONENT, Quantity.MEAN_SQUARE_Y);

    private final Laboratory laboratory;
    private final PlainSetting setting;
    private final Set<Witness> witnesses;
    private final double falseAlarm;

    /** The experiment, each row of which is judged as if it were the only one; nothing runs yet. */
    public CellExperiment(Laboratory laboratory, PlainSetting setting, Set<Witness> witnesses) {
        this(laboratory, setting, witnesses, Claim.FALSE_ALARM);
    }

    /**
     * The experiment; nothing runs yet.
     *
     * @param falseAlarm probability with which a row that is right may be refuted by chance
     */
    public CellExperiment(Laboratory laboratory, PlainSetting setting, Set<Witness> witnesses, double falseAlarm) {
        this.falseAlarm = falseAlarm;
        this.laboratory = laboratory;
        this.setting = setting;
        this.witnesses = witnesses;
    }

    /** The step of the simulated SDE: short against everything, whatever the learning rate, and not equal to it. */
    public static double sdeStep(PlainSetting setting) {
        double step = SDE_STEP * 0.5 * StepSizeBound.of(setting).stableBelow();
        double rate = setting.sgd().learningRate();
        boolean tooLike = step > BELOW_LEARNING_RATE * rate && step < rate / BELOW_LEARNING_RATE;
        return tooLike ? BELOW_LEARNING_RATE * rate : step;
    }

    /** The scheme of the simulated SDE, chosen for laws and, where there is a flat set, for first passages. */
    public static SchemeChoice scheme(PlainSetting setting) {
        return SchemeChoice.of(setting, setting.flatSet().isPresent() ? Question.PASSAGE : Question.LAW);
    }

    /** Of both kinds of trajectories the passage time and three numbers of the stationary law. */
    @Override
    public int rowsAtRisk() {
        int sampled = trajectories().size();
        return witnesses.contains(Witness.DENSITY) ? sampled * (setting.flatSet().isPresent() ? 4 : 3) : 0;
    }

    @Override
    public Set<Witness> speaking() {
        Set<Witness> speaking = EnumSet.copyOf(Witness.COMPUTED);
        speaking.retainAll(witnesses);
        return speaking;
    }

    /**
     * The next order of the theory; that of the density with several sharp directions; no bound for means of an
     * ensemble that is not stationary.
     */
    @Override
    public double allowance(Row row) {
        return switch (row.witness()) {
            case DENSITY -> FloorReduction.allowance(setting, row.quantity(), row.measurement().value());
            case THEORY -> Prognosis.all(setting, laboratory.plan(setting)).stream()
                    .filter(p -> p.quantity().equals(row.quantity()))
                    .mapToDouble(p -> Math.abs(p.allowance()) * p.quantity().factor(setting.clock()))
                    .findFirst().orElse(0.0);
            case SGD, SDE -> STATIONARY.contains(row.quantity())
                    && !judged(ensemble(row.witness()), row.quantity()) ? Double.POSITIVE_INFINITY : 0.0;
            case REFERENCE -> 0.0;
        };
    }

    private boolean judged(EnsembleResult result, Quantity quantity) {
        return StationaryWindow.change(result).isEmpty() && FiniteVariance.of(setting, quantity).holds();
    }

    private EnsembleResult ensemble(Witness witness) {
        return witness == Witness.SGD ? laboratory.sgd(setting) : laboratory.sde(setting, scheme(setting));
    }

    @Override
    public Effort effort() {
        Effort effort = new Effort();
        questions().forEach(question -> question.effort().amounts().forEach(effort::with));
        return effort;
    }

    /** What can be asked at the same time, the longest first as a rule. */
    private List<Laboratory.Question> questions() {
        List<Laboratory.Question> questions = new ArrayList<>();
        int particles = laboratory.particles();
        if (witnesses.contains(Witness.SGD)) {
            questions.add(ensemble(Effort.SGD, setting.sgd().learningRate(), particles,
                    () -> laboratory.sgd(setting)));
        }
        if (witnesses.contains(Witness.SDE)) {
            SchemeChoice choice = scheme(setting);
            boolean split = choice.scheme() == Schemes.VALLEY_SPLITTING;
            questions.add(ensemble(Effort.SDE, split ? choice.step() : sdeStep(setting), particles,
                    () -> laboratory.sde(setting, choice)));
            if (split) {
                double twice = 2.0 * choice.step();
                questions.add(ensemble(Effort.SDE, twice, Math.max(1, particles / 2),
                        () -> laboratory.splitAgain(setting, twice)));
            }
        }
        if (witnesses.contains(Witness.DENSITY)) {
            questions.add(new Laboratory.Question(
                    Effort.of(Effort.PASSAGE, setting.flatSet().isPresent() ? DensityCost.passages(setting) : 0.0),
                    () -> laboratory.passageTime(setting)));
            if (laboratory.plan(setting).stationary()) {
                questions.add(new Laboratory.Question(
                        Effort.of(Effort.DENSITY, laboratory.densityCost(setting)),
                        () -> laboratory.density(setting)));
            }
        }
        return questions;
    }

    private Laboratory.Question ensemble(String kind, double step, int particles, Runnable asked) {
        return new Laboratory.Question(Effort.of(kind, laboratory.effort(setting, kind, step, particles)), asked);
    }

    /** Whether there is a stationary state to speak of, and whether ensembles are in it. */
    @Override
    public List<String> notes(String where) {
        List<String> notes = new ArrayList<>();
        laboratory.convergenceTime(setting).flatMap(time -> arrival(time, where)).ifPresent(notes::add);
        notes.addAll(stationarity(where));
        notes.addAll(strayed(where));
        return notes;
    }

    private Optional<String> arrival(ConvergenceTime time, String where) {
        if (time.beyondNumbers()) {
            return Optional.of("the mean convergence time at " + where + " is " + time.inWords()
                    + " by the theory, which is beyond numbers: its logarithm stands for it, and no mean is compared");
        }
        double limit = laboratory.plan(setting).passageLimit();
        return time.meanTime() <= limit || Double.isNaN(time.meanTime()) ? Optional.empty()
                : Optional.of("no trajectory can be followed for the mean convergence time at " + where + ", "
                + time.inWords() + " by the theory: ensembles watch " + limit * setting.clock() + " of learning time,"
                + " and no mean is compared");
    }

    private List<String> stationarity(String where) {
        if (laboratory.plan(setting).stationary()) {
            return changing(where);
        }
        boolean exists = setting.domain().along().boundary() != Boundary.ABSORBING
                && Normalisability.of(setting).stationaryStateExists();
        return List.of((exists ? "stationary state out of reach" : "no stationary state") + " at " + where
                + ": only first passages there");
    }

    private List<String> changing(String where) {
        List<String> notes = new ArrayList<>(FiniteVariance.notes(setting, witnesses, where));
        for (Witness witness : trajectories()) {
            StationaryWindow.change(ensemble(witness)).ifPresent(change -> notes.add(witness.key()
                    + " is not stationary at " + where + ": " + change + "; its means carry no verdict"));
        }
        return notes;
    }

    /** Of ensembles that need not follow the diffusion, or not on the way: why not. */
    private List<String> strayed(String where) {
        return !witnesses.contains(Witness.DENSITY) ? List.of() : trajectories().stream()
                .flatMap(witness -> stepError(witness).remark(setting, witness, where).stream()).toList();
    }

    @Override
    public List<Row> run() {
        laboratory.ask(questions());
        List<Row> rows = new ArrayList<>();
        trajectories().forEach(witness -> trajectoryRows(ensemble(witness), stepError(witness),
                witness == Witness.SGD ? "learning rate" : "time step", rows));
        if (witnesses.contains(Witness.DENSITY)) {
            densityRows(rows);
        }
        if (witnesses.contains(Witness.THEORY)) {
            theoryRows(rows);
        }
        return rows.stream().map(row -> row.inLearningTime(setting.clock())).toList();
    }

    /** Those that are asked of both kinds of trajectories. */
    private List<Witness> trajectories() {
        return Stream.of(Witness.SGD, Witness.SDE).filter(witnesses::contains).toList();
    }

    /** Of valley splitting an ensemble of twice its step tells it, of Euler chains a theory. */
    private StepError stepError(Witness witness) {
        EnsembleResult result = ensemble(witness);
        SchemeChoice choice = scheme(setting);
        if (witness == Witness.SDE && choice.scheme() == Schemes.VALLEY_SPLITTING) {
            return new DoubledStep(laboratory.splitAgain(setting, 2.0 * choice.step()), result);
        }
        FiniteStep shift = witness == Witness.SGD ? laboratory.sgdShift(setting)
                : FiniteStep.of(setting, laboratory.plan(setting).histogramRange());
        return new EulerStep(setting, shift, result.timeStep());
    }

    @Override
    public Optional<double[]> passageTimes(Witness witness) {
        if (setting.flatSet().isEmpty() || !trajectories().contains(witness)) {
            return Optional.empty();
        }
        return ensemble(witness).passages().times().map(times ->
                Arrays.stream(times).map(t -> t * setting.clock()).toArray());
    }

    @Override
    public Map<Witness, Marginal> marginals() {
        return laboratory.plan(setting).stationary() ? laboratory.marginals(setting, witnesses) : Map.of();
    }

    private void trajectoryRows(EnsembleResult result, StepError error, String source, List<Row> rows) {
        Witness witness = result.witness();
        if (setting.flatSet().isPresent()) {
            Passages passages = result.passages();
            Measurement time = passages.meanTime();
            if (time.defined()) {
                // Without the density there is no verdict, and nothing to learn the scatter of the law from.
                Measurement covered = witnesses.contains(Witness.DENSITY) ? laboratory.covered(setting, time) : time;
                rows.add(Row.judged(witness, Quantity.CONVERGENCE_TIME, time, verdict(Quantity.CONVERGENCE_TIME,
                        covered, reference(Quantity.CONVERGENCE_TIME), error.passage(), error, source)));
                rows.add(Row.plain(
                        witness, Quantity.CONVERGENCE_STEPS, time.times(1.0 / setting.sgd().learningRate())));
            } else {
                rows.add(Row.plain(witness, Quantity.RESTRICTED_CONVERGENCE_TIME, passages.restrictedMeanTime()));
            }
            rows.add(Row.plain(witness, Quantity.CONVERGED_FRACTION, passages.convergedFraction()));
        }
        rows.add(Row.plain(witness, Quantity.DIVERGED_FRACTION,
                Measurement.fraction(result.diverged(), result.particles())));
        if (!laboratory.plan(setting).stationary()) {
            return;
        }
        Map<Quantity, Measurement> quantities = result.quantities();
        for (Quantity quantity : STATIONARY) {
            if (!judged(result, quantity)) {
                rows.add(Row.plain(witness, quantity, quantities.getOrDefault(quantity, Measurement.UNDEFINED)));
            } else if (quantity.equals(Quantity.SELECTION_EXPONENT)) {
                compareExponent(rows, result, error, source);
            } else {
                Measurement measured = quantities.getOrDefault(quantity, Measurement.UNDEFINED);
                rows.add(Row.judged(witness, quantity, measured,
                        verdict(quantity, measured, reference(quantity), error.mean(quantity), error, source)));
            }
        }
    }

    /** The histogram's weights are applied to both sides. */
    private void compareExponent(List<Row> rows, EnsembleResult result, StepError stepError, String source) {
        Measurement measured = result.quantities().getOrDefault(Quantity.SELECTION_EXPONENT, Measurement.UNDEFINED);
        Optional<Judgement> verdict = Optional.empty();
        if (measured.defined() && witnesses.contains(Witness.DENSITY)) {
            Marginal counted = result.marginal();
            DensitySolution density = laboratory.density(setting);
            Marginal computed = density.marginalOn(laboratory.plan(setting).histogramRange(), counted.size());
            double weighted = SelectionExponent.weighted(counted.flatness(), computed.density(), counted.logWeights());
            double error = density.quantities().get(Quantity.SELECTION_EXPONENT).standardError();
            verdict = verdict(Quantity.SELECTION_EXPONENT, measured,
                    Optional.of(Measurement.computed(weighted, error)), stepError.exponent(counted), stepError, source);
        }
        rows.add(Row.judged(result.witness(), Quantity.SELECTION_EXPONENT, measured, verdict));
    }

    private void densityRows(List<Row> rows) {
        double rate = setting.sgd().learningRate();
        laboratory.passageTime(setting).ifPresent(time -> {
            rows.add(Row.plain(Witness.DENSITY, Quantity.CONVERGENCE_TIME, time));
            rows.add(Row.plain(Witness.DENSITY, Quantity.CONVERGENCE_STEPS, time.times(1.0 / rate)));
        });
        if (!laboratory.plan(setting).stationary()) {
            return;
        }
        Map<Quantity, Measurement> quantities = laboratory.density(setting).quantities();
        for (Quantity quantity : STATIONARY) {
            rows.add(Row.plain(Witness.DENSITY, quantity, quantities.getOrDefault(quantity, Measurement.UNDEFINED)));
        }
        Measurement entropy = laboratory.density(setting).entropyProduction();
        if (entropy.defined()) {
            rows.add(Row.plain(Witness.DENSITY, Quantity.ENTROPY_PRODUCTION, entropy));
        }
    }

    private void theoryRows(List<Row> rows) {
        for (Prognosis p : Prognosis.all(setting, laboratory.plan(setting))) {
            rows.add(new Row(Witness.THEORY, p.quantity(), p.predicted(), theoryVerdict(p)));
        }
    }

    private Optional<Verdict> theoryVerdict(Prognosis p) {
        Claim claim = new Claim(p.quantity().key(), p.quantity().key(), p.hypotheses(),
                new Prediction.Equals(p.value(), RESOLUTION * Math.abs(p.value())));
        if (!claim.applies()) {
            return Optional.of(Verdict.NOT_APPLICABLE);
        }
        if (!setting.surface().geometry().planar()) {
            // The density is then the valley floor's, as the theory is: to agree would mean nothing.
            return Optional.empty();
        }
        return reference(p.quantity()).map(measured -> claim.judge(measured, ErrorBudget.EMPTY
                .withSystematic("grid", measured.standardError())
                .withSystematic("quadrature of the theory", p.predicted().standardError())
                .withSystematic("asymptotic order", p.allowance())).verdict());
    }

    private Optional<Measurement> reference(Quantity quantity) {
        if (!witnesses.contains(Witness.DENSITY) || quantity.equals(Quantity.LOG_CONVERGENCE_TIME)) {
            return Optional.empty();
        }
        if (quantity.equals(Quantity.CONVERGENCE_TIME)) {
            return laboratory.passageTime(setting);
        }
        if (quantity.equals(Quantity.CONVERGENCE_STEPS)) {
            return laboratory.passageTime(setting).map(t -> t.times(1.0 / setting.sgd().learningRate()));
        }
        return Optional.ofNullable(laboratory.density(setting).quantities().get(quantity)).filter(Measurement::defined);
    }

    private Optional<Judgement> verdict(Quantity quantity, Measurement measured, Optional<Measurement> reference,
            double finiteStep, StepError error, String source) {
        if (reference.isEmpty() || !measured.defined()) {
            return Optional.empty();
        }
        Measurement expected = reference.get();
        Claim agreement = new Claim("agreement", "trajectories follow the density",
                error.hypotheses(setting, quantity),
                new Prediction.Equals(expected.value(), RESOLUTION * Math.abs(expected.value())));
        return Optional.of(agreement.judge(measured, ErrorBudget.EMPTY
                .withSampling(measured)
                .withSystematic("grid", expected.standardError())
                .withSystematic(source, finiteStep)
                .withSystematic("asymptotic order of the density",
                        FloorReduction.allowance(setting, quantity, expected.value())), falseAlarm));
    }
}
