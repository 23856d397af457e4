package org.thalweg.results.description;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.NoStationaryStateException;
import org.thalweg.fokkerplanck.law.RingCurrentException;
import org.thalweg.fokkerplanck.line.RelaxationRate;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Boundary;
import org.thalweg.results.Bound;
import org.thalweg.results.plan.RunPlan;
import org.thalweg.theory.AsymmetricBias;
import org.thalweg.theory.EffectiveLoss;
import org.thalweg.theory.bounds.StepSizeBound;
import org.thalweg.theory.escape.ConvergenceTime;

/** What can be said of a setting without simulating it, by names: derived quantities, time scales, bounds. */
public final class Facts {
    private Facts() {}

    /** Numbers, and words where there is no number. */
    public static Map<String, Object> of(Setting setting) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("learning rate eta", setting.sgd().learningRate());
        setting.noise().batchVariance().ifPresent(v -> facts.put("batch variance sigma2", v));
        setting.noise().anisotropy().ifPresent(v -> facts.put("anisotropy kappa", v));
        setting.temperature().ifPresent(v -> facts.put("temperature Delta = eta sigma2 / "
                + (setting.sgd().momentum() == 0.0 ? "2" : "(2 (1 - beta))"), v));
        if (setting.sgd().momentum() > 0.0) {
            facts.put("momentum beta", setting.sgd().momentum());
            facts.put("effective learning rate eta / (1 - beta)", setting.sgd().effectiveRate());
        }
        if (!setting.sgd().descends()) {
            facts.put("optimiser, literal only", setting.sgd().rule().description());
        }
        if (setting.sgd().weightDecay() > 0.0) {
            facts.put("weight decay, part of the loss below", setting.sgd().weightDecay());
        }
        facts.put("noise structure", setting.noise().structure().name().toLowerCase(Locale.ROOT));
        setting.flatSet().ifPresent(f -> facts.put("flat set: F at least", f.flatness()));
        TheoryHypotheses.asymmetry(setting).ifPresent(bias -> asymmetry(bias, facts));
        if (setting.surface().geometry().valley() && setting.sgd().diffuses()) {
            valley(setting, facts);
        }
        if (setting.sgd().schedule().constant()) {
            for (Bound bound : Bound.all(setting)) {
                facts.put("learning rate at most (" + bound.name() + ")", bound.asLearningRate(setting));
            }
        }
        return facts;
    }

    private static void asymmetry(AsymmetricBias bias, Map<String, Object> facts) {
        facts.put("predicted share on the left, 1/(1 + c)", bias.shareLeft());
        facts.put("predicted averaged iterate, (eta/2)(c - 1) a", bias.bias());
        facts.put("predicted averaged iterate, at least", bias.leastBias());
        facts.put("predicted averaged iterate, at most", bias.mostBias());
        facts.put("mean of the diffusion", bias.biasOfDiffusion());
    }

    private static void valley(Setting setting, Map<String, Object> facts) {
        PlainSetting effective = setting.effective().atFirstOrder();
        double sharpest = 2.0 / StepSizeBound.of(effective).stableBelow();
        facts.put("largest curvature across, lambda", sharpest);
        facts.put("largest eta lambda", setting.sgd().learningRate() * sharpest);
        facts.put("eps = max Delta |kappa - 1| F'^2", EffectiveLoss.of(effective).asymptoticParameter());
        stationaryFacts(effective, facts);
    }

    private static void stationaryFacts(PlainSetting setting, Map<String, Object> facts) {
        try {
            if (setting.domain().along().boundary() == Boundary.ABSORBING) {
                times("decay time of what is not absorbed", -RelaxationRate.ofDecay(setting).log(), setting, facts);
            }
            RelaxationRate rate = RelaxationRate.onFloor(setting);
            times("slowest relaxation time", -rate.log(), setting, facts);
            if (!RunPlan.reachable(setting, rate.time())) {
                facts.put("stationary state", "out of reach of ensembles: they could only tell first passages");
            }
            StationaryDensity.attempt(setting, DensityMethod.HIERARCHY, Resolution.DEFAULT).found()
                    .map(DensitySolution::entropyProduction).filter(Measurement::defined)
                    .ifPresent(entropy -> facts.put("entropy production (per unit of learning time)",
                            entropy.value() / setting.clock()));
        } catch (NoStationaryStateException e) {
            facts.put("stationary state", "none: " + e.getMessage());
        } catch (RingCurrentException e) {
            facts.put("slowest relaxation time", "not computed: " + e.getMessage());
        }
        if (setting.flatSet().isPresent()) {
            times("predicted convergence time", ConvergenceTime.of(setting).logMeanTime(), setting, facts);
            ArrivalFacts.add(setting, facts);
        }
    }

    /** A time scale in both units. */
    private static void times(String name, double log, PlainSetting setting, Map<String, Object> facts) {
        facts.put(name + " (learning time)", time(log, setting.clock()));
        facts.put(name + " (iterations)", time(log, 1.0 / setting.sgd().learningRate()));
    }

    /** A number, or the power of e that is too large for one. */
    private static Object time(double log, double unit) {
        if (log == Double.POSITIVE_INFINITY) {
            return "infinite";
        }
        double time = Math.exp(log) * unit;
        return Double.isInfinite(time)
                ? String.format(Locale.ROOT, "e^%.6g, beyond 1e308", log + Math.log(unit)) : time;
    }

}
