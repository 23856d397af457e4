package org.thalweg.results.claim.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Laboratory;
import org.thalweg.results.PowerLaw;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.claim.trial.StepHalving;
import org.thalweg.results.prediction.AsymptoticOrder;
import org.thalweg.results.prediction.FiniteStep;
import org.thalweg.results.prediction.FloorReduction;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.trajectory.EnsembleResult;

/**
 * C4: stronger noise shortens convergence. On a degenerate valley the mean first-passage time to the flat set goes as
 * 1 / (eta sigma2); and its value is that of the backward equation.
 */
public final class ConvergenceScaling implements DiffusionClaim {
    private static final String STATEMENT = "mean convergence time is proportional to 1 / (eta sigma2)";

    /** A difference of more than this share of the time matters. */
    private static final double RESOLUTION = 0.5;

    /** A change by more than this share of the time that nobody predicted would matter. */
    private static final double RESOLUTION_OF_CHANGE = 0.2;

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        double startingFlatness = setting.surface().geometry().shape().orElseThrow().flatnessAt(setting.start()[0]);
        boolean inside = setting.flatSet().filter(f -> f.contains(startingFlatness)).isPresent();
        Ground goal = Ground.of(STATEMENT,
                new Hypothesis("the model has a flat set ('converged')", setting.flatSet().isPresent(),
                        setting.flatSet().isPresent() ? "given" : "none given"),
                new Hypothesis("the start lies outside the flat set", !inside, inside ? "inside" : "outside"));
        return goal.judge("C4", () -> {
            if (laboratory.awaitedPassageTime(setting).isEmpty()) {
                return List.of(RestrictedTime.judge(laboratory, setting));
            }
            List<Judgement> all = new ArrayList<>(passageTimes(laboratory, setting));
            Ground ground = new Ground(STATEMENT, ConvergenceTime.of(setting).hypotheses())
                    .and(Applicability.degenerate(setting, laboratory.plan(setting).histogramRange()));
            all.addAll(ground.judge("C4 exponent", () -> Ground.of(STATEMENT, awaited(laboratory, corners(setting)))
                    .judge("C4 exponent", () -> exponents(laboratory, setting, ground))));
            return all;
        });
    }

    /** With less noise the mean may be longer than trajectories can be, or than numbers. */
    private static Hypothesis awaited(Laboratory laboratory, List<PlainSetting> corners) {
        Optional<PlainSetting> missing =
                corners.stream().filter(corner -> laboratory.awaitedPassageTime(corner).isEmpty()).findFirst();
        return new Hypothesis("trajectories can be followed as long at half and a quarter of the noise",
                missing.isEmpty(), missing.map(corner -> "T = " + ConvergenceTime.of(corner).inWords()
                        + " at the temperature " + corner.temperatureAt(corner.start())).orElse("yes"));
    }

    /** Two learning rates and two batch variances. */
    private static List<PlainSetting> corners(PlainSetting setting) {
        PlainSetting slower = setting.withLearningRate(0.5 * setting.sgd().learningRate());
        return List.of(setting, slower, quieter(setting), quieter(slower));
    }

    /** Trajectories against the backward equation; the valley-floor theory against the backward equation. */
    private static List<Judgement> passageTimes(Laboratory laboratory, PlainSetting setting) {
        Measurement reference = laboratory.passageTime(setting).orElseThrow();
        ConvergenceTime theory = ConvergenceTime.of(setting);
        double densityAllowance = FloorReduction.allowance(setting, Quantity.CONVERGENCE_TIME, reference.value());
        List<Judgement> all = new ArrayList<>();
        Ground floor = new Ground(
                "the double integral of the valley floor is the mean convergence time", theory.hypotheses())
                .and(Applicability.independentDensity(setting));
        all.add(floor.claim("C4 valley-floor convergence time [density]",
                new Prediction.Equals(theory.meanTime(), 0.5 * theory.meanTime()))
                .judge(reference, ErrorBudget.EMPTY
                        .withSystematic("grid", reference.standardError())
                        .withSystematic("quadrature of the theory", theory.mean().standardError())
                        .withSystematic("asymptotic order", AsymptoticOrder.of(setting).ofPassage(theory))));
        for (StepHalving pair : List.of(StepHalving.sde(laboratory, setting), StepHalving.sgd(laboratory, setting))) {
            Ground followed = new Ground("trajectories take the time that the backward equation says",
                    Applicability.shortSteps(setting, pair)).and(FloorReduction.ofPassage(setting, pair.step()))
                    .and(Applicability.within(pair.step(), reference.value()));
            Trial trial = new Trial(pair, reference, densityAllowance, followed);
            all.addAll(pair.euler() ? trial.euler() : List.of(trial.splitting()));
        }
        return all.stream().map(judgement -> judgement.times(setting.clock())).toList();
    }

    /** One kind of trajectories against the backward equation. */
    private record Trial(StepHalving pair, Measurement reference, double densityAllowance, Ground followed) {
        /** At the step as it is, corrected to step 0, and for SGD the difference between two learning rates. */
        List<Judgement> euler() {
            Measurement coarse = time(pair.coarse());
            Measurement fine = time(pair.fine());
            FiniteStep.PassageShift coarseShift = pair.shift().passage(pair.step());
            FiniteStep.PassageShift fineShift = pair.shift().passage(0.5 * pair.step());
            List<Judgement> all = new ArrayList<>();
            all.add(judge(pair.witness().key(), coarse, coarseShift.bound()));
            all.add(judge(pair.label(), fine.plus(-fineShift.total()), fineShift.remainder()));
            if (pair.witness() == Witness.SGD) {
                all.add(halving(fine.minus(coarse), fineShift.total() - coarseShift.total(),
                        coarseShift.remainder() - fineShift.remainder()));
            }
            return all;
        }

        Judgement splitting() {
            Measurement time = pair.atStepZero(ConvergenceScaling::time);
            return judge(pair.label(), time, pair.remainder(ConvergenceScaling::time, h -> 0.0));
        }

        private Judgement judge(String label, Measurement measured, double finiteStep) {
            return followed.claim("C4 convergence time [" + label + "]",
                    new Prediction.Equals(reference.value(), RESOLUTION * reference.value()))
                    .judge(measured, ErrorBudget.EMPTY
                            .withSampling(measured)
                            .withSystematic("grid", reference.standardError())
                            .withSystematic(pair.source(), finiteStep)
                            .withSystematic("asymptotic order of the density", densityAllowance));
        }

        /** Halving the learning rate at fixed temperature moves the time towards the diffusion's. */
        private Judgement halving(Measurement change, double predicted, double remainder) {
            return followed.saying("halving the learning rate moves the time by the finite-step theory")
                    .claim("C4 change on halving the learning rate [sgd]",
                            new Prediction.Equals(predicted, RESOLUTION_OF_CHANGE * reference.value()))
                    .judge(change, ErrorBudget.EMPTY
                            .withSampling(change)
                            .withSystematic("learning rate", remainder));
        }
    }

    /** The exponent over two learning rates and two batch variances. */
    private static List<Judgement> exponents(Laboratory laboratory, PlainSetting setting, Ground ground) {
        List<PlainSetting> corners = corners(setting);
        double[] strength = corners.stream().mapToDouble(s -> s.temperatureAt(s.start())).toArray();
        Measurement density = exponent(strength, corners, s -> laboratory.passageTime(s).orElseThrow());
        Measurement shifted = exponent(strength, corners, s -> laboratory.passageTime(s).orElseThrow()
                .plus(laboratory.sgdShift(s).passage(s.sgd().learningRate()).total()));
        Measurement nextOrder = exponent(strength, corners, s -> ConvergenceTime.of(s).nextOrder().mean());
        Measurement onTheWay = exponent(strength, corners, s -> ConvergenceTime.of(s).nextOrderWithoutLayer().mean());
        ConvergenceTime theory = ConvergenceTime.of(setting);
        AsymptoticOrder order = AsymptoticOrder.of(setting);
        // Relaxation from the start is a share of the time that changes with the noise.
        double asymptotic = Math.max(order.allowance(-1.0, nextOrder.value()), order.allowance(-1.0, onTheWay.value()))
                + order.ofRelaxation(theory) / theory.meanTime();
        Measurement sgd = PowerLaw.exponent(strength, corners.stream().map(s -> time(laboratory.sgd(s))).toList());
        Prediction inverse = new Prediction.Equals(theory.temperatureExponent(), 0.25);
        return List.of(
                ground.and(Applicability.independentDensity(setting)).claim("C4 exponent [density]", inverse)
                        .judge(density, ErrorBudget.EMPTY
                                .withSystematic("grid, and scatter about the line", density.standardError())
                                .withSystematic("asymptotic order", asymptotic)),
                ground.and(Applicability.shortSteps(setting))
                        .claim("C4 exponent [sgd]", inverse).judge(sgd, ErrorBudget.EMPTY
                        .withSampling(sgd)
                        .withSystematic("learning rate", FiniteStep.ALLOWANCE * (shifted.value() - density.value()))
                        .withSystematic("density's own deviation", density.value() + 1.0)));
    }

    private static Measurement exponent(
            double[] strength, List<PlainSetting> corners, Function<PlainSetting, Measurement> time) {
        return PowerLaw.exponent(strength, corners.stream().map(time).toList());
    }

    private static PlainSetting quieter(PlainSetting setting) {
        return setting.withNoise(setting.noise().times(0.5));
    }

    private static Measurement time(EnsembleResult ensemble) {
        return ensemble.passages().meanTime();
    }
}
