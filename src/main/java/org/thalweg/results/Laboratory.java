package org.thalweg.results;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.thalweg.fokkerplanck.DensityCost;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.loss.Geometry;
import org.thalweg.model.space.Interval;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.plan.Horizon;
import org.thalweg.results.plan.Limits;
import org.thalweg.results.plan.RunPlan;
import org.thalweg.results.plan.RunPlanner;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.results.prediction.MomentumStep;
import org.thalweg.results.prediction.Prognosis;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.training.Training;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.block.Block;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.SchemeChoice;
import org.thalweg.trajectory.scheme.Schemes;
import org.thalweg.work.Crew;
import org.thalweg.work.Meter;

/**
 * Asks the witnesses about settings that differ in learning rate, batch variance, anisotropy, domain, start and flat
 * set, and remembers the answers.
 *
 * <p>The random numbers of an ensemble are addressed by what is simulated, not by when: the same setting gives the same
 * bits whatever else was asked before. Thread-safe.
 *
 * <p>Many imports: all witnesses are asked here, so that their answers are remembered in one place.
 */
public final class Laboratory {
    /** A window that makes a sweep quick: some three independent samples from each trajectory. */
    public static final double SHORT_WINDOW = 1.75;

    /** A window that makes a validation sharp. */
    public static final double LONG_WINDOW = 12.0;

    /** Far below what any ensemble resolves. */
    private static final double PASSAGE_TOLERANCE = 1e-6;

    /** Addresses of common random numbers: of ensembles, and of second ones of the same setting. */
    private static final long ONCE = 1;
    private static final long AGAIN = 2;

    private final Equipment equipment;
    /** What depends on the number of particles, and what does not. */
    private final Answers answers = new Answers();
    private final Answers solutions;

    /**
     * A laboratory for one model.
     *
     * @param particles trajectories of an ensemble
     * @param threads threads of one ensemble
     * @param window relaxation times over which the stationary law is averaged: precision against time
     * @param timeLimit learning time until which first passages are watched; 25 predicted means where empty
     */
    public Laboratory(int particles, Seed seed, int threads, double window, OptionalDouble timeLimit) {
        this(new Equipment(particles, seed, Crew.of(threads), Meter.NONE, window,
                new Limits(timeLimit, OptionalInt.empty()), UnaryOperator.identity(), false, Optional.empty()));
    }

    private Laboratory(Equipment equipment) {
        this(equipment, new Answers());
    }

    private Laboratory(Equipment equipment, Answers solutions) {
        this.equipment = equipment;
        this.solutions = solutions;
    }

    /** A laboratory with ensembles of another size, which knows the densities that this one knows. */
    public Laboratory ofParticles(int other) {
        return new Laboratory(equipment.withParticles(other, equipment.window()), solutions);
    }

    /** A laboratory whose work a crew does and a meter times: answers do not depend on them, and plans stay known. */
    public Laboratory with(Crew crew, Meter meter) {
        return new Laboratory(equipment.with(crew, meter), solutions);
    }

    /** A laboratory that runs ensembles as long as it is told. */
    public Laboratory within(Limits other) {
        return new Laboratory(equipment.within(other));
    }

    /** Iterations for which networks are trained. */
    long iterationsOfTraining(Setting setting) {
        if (equipment.limits().iterations().isPresent()) {
            return equipment.limits().iterations().getAsInt();
        }
        return Math.max(1, setting.sgd().iterations(equipment.limits().passageTime().orElseThrow(() -> new Refusal(
                "how long to train is not said; give --time-limit, --iterations, or train: {time: ...} in the"
                        + " model"))));
    }

    /** A laboratory that measures networks where their training ends. */
    public Laboratory probing(EndProbes other) {
        return new Laboratory(equipment.probing(other));
    }

    /** What repeats of the training of a network come to: means over those that do not diverge. */
    Map<Quantity, Measurement> trained(Training training) {
        Seed own = commonNumbers() ? seed().child(ONCE)
                : seed().child(Double.doubleToLongBits(training.setting().sgd().learningRate()))
                        .child(training.noise().batch());
        return TrainedMeans.of(training, equipment, own);
    }

    /** The amount of work of an ensemble that takes steps of {@code timeStep}. */
    double effort(PlainSetting setting, String kind, double timeStep, int size) {
        return Effort.ofEnsemble(setting, plan(setting), convergenceTime(setting), kind, timeStep, size);
    }

    /** Something to ask, and how much work the answer is. */
    record Question(Effort effort, Runnable asked) {}

    /** Asks several things at a time, so that idle threads help; the answers are remembered. */
    void ask(List<Question> questions) {
        equipment.crew().each(questions.size(), i -> questions.get(i).effort().guess(),
                () -> i -> questions.get(i).asked().run());
    }

    /** Checkpoints of each repeat of a training: the start and the end, or as many as the probes need. */
    int checkpointsOfTraining(long iterations) {
        return equipment.probes().map(p -> p.checkpoints(iterations)).orElse(2);
    }

    /** Iterations after which averages along the paths of a surface that is no valley are taken. */
    long iterationsOfPaths(PlainSetting setting) {
        OptionalInt said = equipment.limits().iterations();
        return said.isPresent() ? said.getAsInt() : Horizon.ofPaths(setting);
    }

    /**
     * A laboratory whose trajectories follow another setting than the one they are judged for: it tells whether a wrong
     * witness is noticed.
     */
    public Laboratory simulating(UnaryOperator<Setting> other) {
        return new Laboratory(equipment.simulating(other));
    }

    /** What trajectories follow where this setting is judged: itself, unless a witness is tampered with. */
    public Setting followed(Setting setting) {
        return equipment.simulated().apply(setting);
    }

    /**
     * A laboratory whose ensembles have random numbers in common with those of any other of this kind and seed:
     * particle by particle and step by step, whatever the setting. Comparisons between settings gain, their answers are
     * no longer independent of each other.
     */
    public Laboratory withCommonNumbers() {
        return new Laboratory(equipment.withCommonNumbers());
    }

    /** True where random numbers are common to all settings. */
    public boolean commonNumbers() {
        return equipment.common();
    }

    /** What the finite learning rate of literal SGD does to its numbers. */
    public FiniteStep sgdShift(PlainSetting setting) {
        return FiniteStep.of(setting, plan(setting).histogramRange(), MomentumStep.of(setting.optimiser()));
    }

    /** A laboratory for slow systems: a quarter of the trajectories, and the short window. */
    public Laboratory quick() {
        return new Laboratory(equipment.withParticles(Math.max(1, particles() / 4), SHORT_WINDOW));
    }

    /** The root of all random numbers. */
    public Seed seed() {
        return equipment.seed();
    }

    /** Trajectories of an ensemble. */
    public int particles() {
        return equipment.particles();
    }

    /** How long to run ensembles of a setting. */
    public RunPlan plan(PlainSetting setting) {
        return solutions.answer(new Address(setting, "plan", 0.0),
                () -> RunPlanner.plan(setting, equipment.window(), equipment.limits().passageTime()));
    }

    /** The theory of the mean first-passage time; empty without a flat set. */
    Optional<ConvergenceTime> convergenceTime(PlainSetting setting) {
        return solutions.answer(new Address(setting, "convergence time", 0.0),
                () -> setting.flatSet().map(flat -> ConvergenceTime.of(setting)));
    }

    /** About how long the stationary density takes. */
    double densityCost(PlainSetting setting) {
        return solutions.answer(new Address(setting, "density cost", 0.0), () -> DensityCost.seconds(setting));
    }

    /** The stationary density. */
    public DensitySolution density(PlainSetting setting) {
        return solutions.answer(new Address(setting, "density", 0.0),
                () -> equipment.timed(Effort.DENSITY, () -> densityCost(setting),
                        () -> StationaryDensity.solve(setting, DensityMethod.AUTO, Resolution.DEFAULT)));
    }

    /** What has to be said of the density wherever it is shown; empty where it is the law of the diffusion itself. */
    public static Optional<String> densityNote(Setting setting) {
        boolean ofTheFloor = setting.surface().geometry().kind() == Geometry.Kind.DEEP_VALLEY;
        return ofTheFloor
                ? Optional.of("the density is the valley-floor quadrature, asymptotic as the theory is: the two"
                + " are not held against each other") : Optional.empty();
    }

    /** The mean first-passage time by the backward equation; empty without a flat set, or where beyond numbers. */
    public Optional<Measurement> passageTime(PlainSetting setting) {
        return passage(setting).map(PassageTime::mean);
    }

    /**
     * The same where ensembles watch for longer than that: empty also where no trajectory can be followed until then.
     */
    public Optional<Measurement> awaitedPassageTime(PlainSetting setting) {
        return passageTime(setting).filter(time -> time.value() <= plan(setting).passageLimit());
    }

    /**
     * A sampled mean of first-passage times with an error that covers. Where most arrive soon and few very late, a
     * sample without any of the few has a scatter far too small; its error is at least that of the law.
     */
    public Measurement covered(PlainSetting setting, Measurement sampled) {
        double least = passage(setting).map(law -> Math.sqrt(law.variance().value() / sampled.samples())).orElse(0.0);
        return sampled.standardError() >= least ? sampled
                : new Measurement(sampled.value(), least, sampled.samples());
    }

    private Optional<PassageTime> passage(PlainSetting setting) {
        return solutions.answer(new Address(setting, "passage", 0.0), () -> equipment.timed(Effort.PASSAGE,
                () -> DensityCost.passages(setting), () -> solvePassage(setting)));
    }

    private Optional<PassageTime> solvePassage(PlainSetting setting) {
        return convergenceTime(setting)
                .filter(theory -> !Double.isInfinite(theory.meanTime()) && !theory.beyondNumbers())
                .map(theory -> FirstPassage.by(DensityMethod.AUTO, setting, Resolution.DEFAULT, PASSAGE_TOLERANCE));
    }

    /** An ensemble of literal SGD, averaged in the stationary state. */
    public EnsembleResult sgd(PlainSetting setting) {
        return ensemble(setting, SgdDynamics.of(followed(setting)));
    }

    /** The same with the variance amplified, {@link Setting#amplified}; the plan is that of the setting itself. */
    public EnsembleResult amplified(PlainSetting setting, int level) {
        PlainSetting rung = setting.amplified(level);
        Dynamics dynamics = SgdDynamics.of(followed(rung));
        Address address = new Address(rung, "svag", dynamics.timeStep());
        return answers.answer(address, () -> Ensemble.run(
                rung, dynamics, plan(setting).protocol(dynamics.timeStep(), particles()),
                particles(), address.seed(seed()), equipment.crew(), Progress.NONE, share -> { }));
    }

    /** An ensemble of the SDE by Euler-Maruyama with the given step, averaged in the stationary state. */
    public EnsembleResult sde(PlainSetting setting, double step) {
        return ensemble(setting, SdeDynamics.of(
                followed(setting), Schemes.EULER_MARUYAMA, Increments.NORMAL, step));
    }

    /**
     * An ensemble of the SDE by valley splitting with the given step, averaged in the stationary state.
     *
     * @throws Refusal where the setting is not a valley that can be split
     */
    public EnsembleResult split(PlainSetting setting, double step) {
        return ensemble(setting, SdeDynamics.of(
                followed(setting), Schemes.VALLEY_SPLITTING, Increments.NORMAL, step));
    }

    /** By valley splitting where that was chosen, else by Euler-Maruyama with {@link CellExperiment#sdeStep}. */
    EnsembleResult sde(PlainSetting setting, SchemeChoice choice) {
        return choice.scheme() == Schemes.VALLEY_SPLITTING
                ? split(setting, choice.step()) : sde(setting, CellExperiment.sdeStep(setting));
    }

    /** An ensemble of literal SGD by another protocol and of another size; not remembered. */
    public EnsembleResult sgd(PlainSetting setting, Protocol protocol, int size) {
        Seed address = new Address(setting, Witness.SGD.key(), setting.sgd().learningRate()).seed(seed());
        double steps = protocol.averaging().to();
        Crew timed = equipment.crew().metered(equipment.meter(), Effort.SGD, Effort.guess(Effort.SGD),
                block -> Effort.ofSteps(setting, Effort.SGD, steps * size / blocks(setting, size)));
        return Ensemble.run(setting, SgdDynamics.of(followed(setting)), protocol, size, address, timed,
                Progress.NONE, equipment.meter()::reached);
    }

    private static int blocks(PlainSetting setting, int size) {
        int block = Block.size(setting.surface().dimension());
        return (size + block - 1) / block;
    }

    /** An ensemble of the SDE by Euler-Maruyama, by another protocol and of another size; not remembered. */
    public EnsembleResult sde(PlainSetting setting, double step, Protocol protocol, int size) {
        Seed address = new Address(setting, Witness.SDE.key(), step).seed(seed());
        Dynamics dynamics =
                SdeDynamics.of(followed(setting), Schemes.EULER_MARUYAMA, Increments.NORMAL, step);
        return Ensemble.run(setting, dynamics, protocol, size, address, equipment.crew(), Progress.NONE,
                share -> { });
    }

    /**
     * Half as many particles from independent random numbers, where they are common to settings too: enough for a bound
     * of the error that the step makes.
     */
    public EnsembleResult splitAgain(PlainSetting setting, double step) {
        return ensemble(setting, SdeDynamics.of(
                followed(setting), Schemes.VALLEY_SPLITTING, Increments.NORMAL, step), AGAIN,
                Math.max(1, particles() / 2));
    }

    private EnsembleResult ensemble(PlainSetting setting, Dynamics dynamics) {
        return ensemble(setting, dynamics, ONCE, particles());
    }

    private EnsembleResult ensemble(PlainSetting setting, Dynamics dynamics, long share, int size) {
        Address address = new Address(setting, dynamics.toString(), dynamics.timeStep());
        return answers.answer(address, () -> {
            RunPlan plan = plan(setting);
            Protocol protocol = plan.protocol(dynamics.timeStep(), size);
            String kind = dynamics.witness() == Witness.SGD ? Effort.SGD : Effort.SDE;
            Crew timed = equipment.crew().metered(equipment.meter(), kind, Effort.guess(kind),
                    block -> Effort.ofBlock(
                            setting, plan, convergenceTime(setting), kind, dynamics.timeStep(), size, block));
            return commonNumbers()
                    ? Ensemble.run(setting, dynamics, protocol.withNumbersByParticle(), size, seed().child(share),
                            timed, Progress.NONE, equipment.meter()::reached)
                    : Ensemble.run(setting, dynamics, protocol, size, address.seed(seed()), timed,
                            Progress.NONE, equipment.meter()::reached);
        });
    }

    /** The stationary marginals of all witnesses, on the cells of a histogram. */
    public Map<Witness, Marginal> marginals(PlainSetting setting) {
        if (setting.surface().geometry() == Geometry.LINE) {
            return PathExperiment.marginals(this, setting);
        }
        return marginals(setting, Set.copyOf(Witness.COMPUTED));
    }

    /** Those of some witnesses, of a setting in a valley. */
    Map<Witness, Marginal> marginals(PlainSetting setting, Set<Witness> asked) {
        Interval range = plan(setting).histogramRange();
        Map<Witness, Marginal> marginals = new EnumMap<>(Witness.class);
        for (Witness witness : asked) {
            marginals.put(witness, switch (witness) {
                case SGD -> sgd(setting).marginal();
                case SDE -> sde(setting, CellExperiment.scheme(setting)).marginal();
                case DENSITY -> density(setting).marginalOn(range, Marginal.HISTOGRAM_BINS);
                case THEORY -> Prognosis.leading(setting).on(range, Marginal.HISTOGRAM_BINS);
                case REFERENCE -> throw new IllegalArgumentException("values from outside have no marginal");
            });
        }
        return marginals;
    }
}
