package org.thalweg.results.claim.optimiser;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.thalweg.measure.ErrorBudget;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Prediction;
import org.thalweg.model.Setting;
import org.thalweg.quantity.Quantity;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.trial.ClaimExperiment;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.results.plan.StationaryWindow;
import org.thalweg.theory.OptimiserSelection;
import org.thalweg.trajectory.EnsembleResult;

/**
 * O2: the mean flatness that an optimiser selects along a valley is that of the law of slow motion
 * ({@link OptimiserSelection}): literal steps, for as long as plain SGD needs to be stationary.
 */
public final class OptimiserFlatness implements ClaimExperiment {
    private static final String STATEMENT = "d ln P/d ln F = 2 p_x lambda <y^2>/(eta g C_xx) along a flat floor";
    /** Of the mean flatness above its least: a difference that matters. */
    private static final double RESOLUTION = 0.1;

    private final UnaryOperator<Setting> followed;

    public OptimiserFlatness() {
        this(UnaryOperator.identity());
    }

    /** Whose trajectories may follow another setting, to see that it is noticed. */
    OptimiserFlatness(UnaryOperator<Setting> followed) {
        this.followed = followed;
    }

    @Override
    public boolean concerns(Setting literal) {
        return literal.surface().task().isEmpty() && !literal.sgd().descends() && literal.surface().geometry().valley();
    }

    @Override
    public List<Judgement> judge(Laboratory laboratory, Setting literal) {
        Optional<OptimiserSelection> law = OptimiserSelection.of(literal);
        Ground ground = Ground.of(STATEMENT, new Hypothesis("a law is known", law.isPresent(),
                OptimiserSelection.refuses(literal).orElse(law.isPresent() ? "linear rule" : "unstable steps")))
                .and(law.map(OptimiserSelection::smallness).stream().toList());
        return ground.judge("O2", () -> judge(laboratory, literal, law.orElseThrow(), ground));
    }

    private List<Judgement> judge(Laboratory laboratory, Setting literal, OptimiserSelection law, Ground ground) {
        EnsembleResult result = laboratory.simulating(any -> followed.apply(literal))
                .sgd(literal.besidePlainSgd().withoutFlatSet().effective());
        Optional<String> changing = StationaryWindow.changing(result);
        Ground all = ground.and(new Hypothesis(
                "the ensemble is stationary", changing.isEmpty(), changing.orElse("nothing changes")));
        return all.judge("O2", () -> {
            double predicted = law.meanFlatness();
            Measurement measured = result.quantities().get(Quantity.MEAN_FLATNESS);
            return List.of(all.claim("O2 mean flatness of " + literal.sgd().rule().kind() + " [sgd]",
                    new Prediction.Equals(predicted, RESOLUTION * predicted))
                    .judge(measured, ErrorBudget.EMPTY.withSampling(measured)
                            .withSystematic("slow motion along the valley", 1.5 * law.leftOut())));
        });
    }
}
