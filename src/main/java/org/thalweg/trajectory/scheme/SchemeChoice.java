package org.thalweg.trajectory.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.model.Setting;
import org.thalweg.refusal.Refusal;

/**
 * A scheme chosen for a setting and a question, with the reason.
 *
 * <p>For laws and first passages the order of preference is valley splitting, whose step the sharp directions do not
 * limit; drift-implicit where the step is too long for explicit schemes; weak Taylor; Euler-Maruyama, which takes
 * everything. For paths it is drift-implicit where the step is too long, else stochastic Runge-Kutta, Milstein,
 * Euler-Maruyama.
 *
 * @param scheme what was chosen; it accepts the setting
 * @param step learning time of one step
 * @param reason one line for the reader
 */
public record SchemeChoice(Schemes scheme, double step, String reason) {
    /**
     * Explicit schemes of low order lose accuracy well before they lose stability at step x curvature = 2: at 0.5 the
     * stationary variance of Euler-Maruyama is a third too large.
     */
    private static final double STIFF = 0.5;

    /**
     * The scheme for given increments and a given step.
     *
     * @throws Refusal where no scheme takes the step
     */
    public static SchemeChoice of(Setting setting, Question question, Increments increments, double step) {
        double stiffness = step * StepScales.of(setting).curvatureAcross();
        boolean stiff = stiffness >= STIFF;
        List<String> refusals = new ArrayList<>();
        // Higher orders hold for smooth coefficients only.
        boolean smooth = setting.surface().landmarks().smooth();
        for (Schemes scheme : smooth ? preference(question, stiff) : List.of(Schemes.EULER_MARUYAMA)) {
            if (scheme.refuses(setting.diffusion(), setting.domain(), step, increments).isEmpty()) {
                return new SchemeChoice(scheme, step, reason(scheme, setting, question, stiffness, stiff, refusals));
            }
            refusals.add(scheme.key());
        }
        throw Schemes.EULER_MARUYAMA.refuses(setting.diffusion(), setting.domain(), step, increments).orElseThrow();
    }

    /**
     * The scheme and the step for a question: as long as motion along the valley permits where valley splitting is
     * possible, short against the sharpest curvature otherwise.
     */
    public static SchemeChoice of(Setting setting, Question question) {
        StepScales scales = StepScales.of(setting);
        if (Double.isInfinite(scales.stepAlong(question))) {
            // Slopes that meet at a kink: no curvature says how long a step may be. The walk does: its own.
            return of(setting, question, Increments.NORMAL, setting.sgd().learningRate());
        }
        double along = scales.stepAlong(question);
        SchemeChoice choice = of(setting, question, Increments.NORMAL, along);
        return choice.scheme == Schemes.VALLEY_SPLITTING
                ? choice
                : of(setting, question, Increments.NORMAL, Math.min(along, scales.stepAcross()));
    }

    private static List<Schemes> preference(Question question, boolean stiff) {
        List<Schemes> preference = new ArrayList<>();
        if (question != Question.PATH) {
            preference.add(Schemes.VALLEY_SPLITTING);
        }
        if (stiff) {
            preference.add(Schemes.DRIFT_IMPLICIT);
        }
        if (question == Question.PATH) {
            preference.addAll(List.of(Schemes.STOCHASTIC_RUNGE_KUTTA, Schemes.MILSTEIN));
        } else {
            preference.add(Schemes.WEAK_TAYLOR);
        }
        preference.add(Schemes.EULER_MARUYAMA);
        return preference;
    }

    private static String reason(Schemes scheme, Setting setting, Question question, double stiffness, boolean stiff,
            List<String> refusals) {
        String noise = setting.diffusion().noiseStructure().name().toLowerCase(Locale.ROOT);
        String order = question == Question.PATH
                ? "strong order " + scheme.strongOrder(setting.diffusion().noiseStructure())
                : "weak order " + scheme.weakOrder(setting.diffusion().noiseStructure());
        String without = refusals.isEmpty() ? "" : "; not possible here: " + String.join(", ", refusals);
        return "scheme " + scheme.key() + ": " + order + " under " + noise + " noise, for the question of "
                + switch (question) {
                    case LAW -> "a law";
                    case PASSAGE -> "first passages";
                    case PATH -> "paths";
                } + String.format(Locale.ROOT, "; step x sharpest curvature = %.2g%s", stiffness,
                        stiff ? ", stiff" : "") + without;
    }
}
