package org.thalweg.results.claim.bound;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.measure.Hypothesis;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.SelectionExponent;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.loss.ValleyShape;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;
import org.thalweg.model.space.Frame;
import org.thalweg.model.space.Interval;
import org.thalweg.results.Laboratory;
import org.thalweg.results.claim.law.EffectiveLossSlope;
import org.thalweg.results.claim.trial.Applicability;
import org.thalweg.results.claim.trial.DiffusionClaim;
import org.thalweg.results.claim.trial.Ground;
import org.thalweg.theory.law.Normalisability;

/**
 * C5 (ii), no stationary state: on an open valley whose walls rise only as a logarithm, P(x) stops being normalisable
 * at a finite temperature.
 *
 * <p>Located in a reflecting box, where a stationary law always exists: the exponent of P ~ |x|^-p in the tail is
 * linear in 1/Delta, and the law without a box is normalisable as long as p &gt; 1. With F ~ |x|^alpha the fit is of
 * ln P on ln F, and p = -alpha e.
 */
public final class NormalisabilityPoint implements DiffusionClaim {
    private static final String STATEMENT = "a stationary state exists up to Delta = kappa beta / (1 + kappa alpha)";
    private static final double FLATTER = 3.0;
    private static final double[] AROUND = {0.7, 0.9, 1.1, 1.3};

    @Override
    public List<Judgement> judge(Laboratory laboratory, PlainSetting setting) {
        Normalisability bound = Normalisability.of(setting);
        Ground finite = new Ground(STATEMENT, bound.hypotheses()).and(Applicability.memoryless(setting),
                new Hypothesis("walls that rise only as a logarithm, so that the bound is finite",
                        Double.isFinite(bound.criticalTemperature()), "Delta < " + bound.criticalTemperature()));
        return finite.judge("C5(ii)", () -> judge(laboratory, setting, bound, finite));
    }

    private static List<Judgement> judge(
            Laboratory laboratory, PlainSetting setting, Normalisability bound, Ground finite) {
        double critical = bound.criticalTemperature();
        double exponent = bound.flatnessExponent(0, true);
        Ground walls = finite.and(new Hypothesis("walls, along a valley that gets flatter without end",
                critical > 0.0 && exponent > 0.0, "Delta < " + critical + ", F ~ |x|^" + exponent),
                CriticalTemperature.within(setting, critical));
        return walls.judge("C5(ii)", () -> {
            List<PlainSetting> settings = CriticalTemperature.around(boxed(setting), critical, AROUND);
            Ground hottest = walls.and(EffectiveLossSlope.hypotheses(settings.get(settings.size() - 1)));
            // P ~ |x|^-p stops being normalisable at p = 1, where P ~ F^(-1/alpha).
            CriticalTemperature tail = new CriticalTemperature(laboratory.quick(), settings,
                    (s, m) -> SelectionExponent.weighted(m.flatness(), m.density(), m.density()),
                    -1.0 / exponent);
            return hottest.judge("C5(ii)", () -> tail.judge(
                    "C5(ii) temperature without stationary state", hottest, critical, "finite box"));
        });
    }

    /** The box that reaches to where the valley is {@link #FLATTER} times as flat as at its sharpest. */
    private static PlainSetting boxed(PlainSetting setting) {
        ValleyShape shape = setting.surface().geometry().shape().orElseThrow();
        Frame frame = setting.domain().along().frame();
        double half = 1e-3;
        while (shape.flatnessAt(frame.at(half)) < FLATTER * shape.flatnessAt(frame.origin())) {
            half *= 1.05;
        }
        Interval box = new Interval(frame.at(-half), frame.at(half), Boundary.REFLECTING);
        List<Interval> intervals = new ArrayList<>(setting.domain().intervals());
        intervals.set(0, box);
        return setting.withDomain(new Domain(intervals)).withoutFlatSet();
    }
}
