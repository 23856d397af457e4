package org.thalweg.reference;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.fokkerplanck.DensityEvolution;
import org.thalweg.fokkerplanck.FirstPassage;
import org.thalweg.fokkerplanck.StationaryDensity;
import org.thalweg.fokkerplanck.grid.Resolution;
import org.thalweg.fokkerplanck.law.DensityMethod;
import org.thalweg.fokkerplanck.law.DensitySolution;
import org.thalweg.fokkerplanck.law.PassageTime;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.space.Boundary;
import org.thalweg.quantity.Quantity;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Ensemble;
import org.thalweg.trajectory.EnsembleResult;
import org.thalweg.trajectory.Protocol;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Question;
import org.thalweg.trajectory.scheme.SchemeChoice;

/** The ways to a law, each with the error that it states. */
enum Way {
    /** Whatever the program chooses. */
    AUTO(DensityMethod.AUTO),
    QUADRATURE(DensityMethod.QUADRATURE),
    HIERARCHY(DensityMethod.HIERARCHY),
    FINITE_VOLUME(DensityMethod.FINITE_VOLUME),
    /** The time-dependent density, after a time in which the law has come to rest. */
    EVOLUTION(null),
    /** Trajectories of the SDE by the scheme that is chosen, which state a sampling error only. */
    SDE(null);

    /** Of 13 comparisons of trajectories, each at 6e-7 (five standard errors), one fails in 100,000 runs by chance. */
    static final Seed SEED = new Seed(20261129);
    private static final int PARTICLES = 2048;

    private final DensityMethod method;

    Way(DensityMethod method) {
        this.method = method;
    }

    /** Quantities by their names in files, as known laws have them. */
    static Map<String, Measurement> byKey(Map<Quantity, Measurement> found) {
        Map<String, Measurement> byKey = new LinkedHashMap<>();
        found.forEach((quantity, value) -> byKey.put(quantity.key(), value));
        return byKey;
    }

    /** What this way says of a law. */
    Map<String, Measurement> of(KnownLaw law) throws Exception {
        Setting setting = law.setting();
        if (setting.flatSet().isPresent()) {
            return passage(setting);
        }
        return switch (this) {
            case EVOLUTION -> evolved(DensityEvolution.at(setting.effective(), List.of(law.time()),
                    Resolution.DEFAULT).get(0));
            case SDE -> sampled(sde(setting, law.time()));
            default -> byKey(StationaryDensity.solve(setting.effective(), method, Resolution.ADAPTIVE).quantities());
        };
    }

    /** The mass that is left, of which a marginal knows as much as of itself. */
    private static Map<String, Measurement> evolved(DensitySolution solution) {
        Map<String, Measurement> found = byKey(solution.quantities());
        Marginal marginal = solution.marginal();
        double width = solution.range().length() / marginal.size();
        found.put("survivors", Measurement.computed(width * Arrays.stream(marginal.density()).sum(),
                width * Arrays.stream(marginal.standardError()).sum()));
        return found;
    }

    private static Map<String, Measurement> sampled(EnsembleResult ensemble) {
        Map<String, Measurement> found = byKey(ensemble.quantities());
        found.put("survivors", Measurement.fraction(ensemble.survivors(), PARTICLES));
        return found;
    }

    private Map<String, Measurement> passage(Setting setting) {
        Map<String, Measurement> found = new LinkedHashMap<>();
        if (this == SDE) {
            found.put("passage_time", passages(setting));
        }
        if (method != null) {
            PassageTime time = FirstPassage.by(method, setting.effective(), Resolution.DEFAULT,
                    StationaryDensity.DEFAULT_TOLERANCE);
            found.put("passage_time", time.mean());
            found.put("passage_time_variance", time.variance());
        }
        return found;
    }

    /** The flat set arrived at; limits far beyond the law's tail. */
    private static Measurement passages(Setting setting) {
        SchemeChoice choice = SchemeChoice.of(setting, Question.PASSAGE);
        double step = Math.min(choice.step(), 0.02);
        return Ensemble.run(setting, SdeDynamics.of(setting, choice.scheme(), Increments.NORMAL, step),
                Protocol.atTime(0).passagesUntil((long) (200.0 / step)), PARTICLES, SEED, 1, Progress.NONE)
                .passages().meanTime();
    }

    private static EnsembleResult sde(Setting setting, double time) {
        SchemeChoice choice = SchemeChoice.of(setting, Question.LAW);
        // Steps see the walls at their ends only: 0.58 sqrt(2 D step) further out, 1 % here.
        boolean absorbing = setting.domain().along().boundary() == Boundary.ABSORBING;
        double step = Math.min(choice.step(), absorbing ? 0.002 : 0.05);
        return Ensemble.run(setting, SdeDynamics.of(setting, choice.scheme(), Increments.NORMAL, step),
                Protocol.atTime((long) Math.ceil(Math.min(time, 30.0) / step)), PARTICLES, SEED, 1, Progress.NONE);
    }

    /** How many stated errors an answer may be off. */
    double errors() {
        return this == SDE ? 5.0 : 3.0;
    }

    /**
     * The largest useful error, as a share of a variance or mean square; a density in time has the grid that it is
     * given.
     */
    double useful() {
        return this == SDE ? 0.2 : this == EVOLUTION ? 0.05 : 1e-3;
    }
}
