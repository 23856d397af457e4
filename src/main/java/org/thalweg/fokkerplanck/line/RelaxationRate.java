package org.thalweg.fokkerplanck.line;

import org.thalweg.fokkerplanck.grid.Stretch;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.refusal.Refusal;

/**
 * The slowest relaxation rate of the valley floor: the smallest non-zero eigenvalue of its Fokker-Planck operator, in
 * units of the inverse learning time. Asymptotic like the floor itself: y relaxes fast. On a ring with a current, whose
 * eigenvalues are complex, it is the smallest real part.
 *
 * <p>With detailed balance it is found by quadratures of positive functions in logarithms (docs/theory/relaxation.md),
 * so that it has its relative accuracy where the density underflows and where barriers are hundreds of temperatures
 * high. Kept as a logarithm: a time of 1e400 is one too.
 */
public final class RelaxationRate {
    /** phi is a sum of some thousand terms; its rounding error in units of its size, and of 1 at least. */
    private static final double ROUNDING = 1e-14;

    /**
     * Shares of the mass that are cut off an open line, at both ends together, one after the other until the rate does
     * not change: the slowest mode may live where there is hardly any mass, on a plateau beside a high peak.
     */
    private static final double[] NEGLIGIBLE_MASS = {1e-9, 1e-12, 1e-18, 1e-27, 1e-40};

    /**
     * Where the rate at two cuts differs by more, the mode is not within them; where it does so at all of them, tails
     * are so heavy that the line as a whole has no slowest rate.
     */
    private static final double SAME_RATE = 1e-4;

    /** Ends of a range that are as near to each other are the same. */
    private static final double ROUNDED = 1e-9;

    /** What is cut off heavy tails: of a thousand particles one. */
    private static final double HEAVY_TAIL = 1e-3;

    /** Less than that; the difference is the error. */
    private static final double HEAVIER_TAIL = 1e-4;

    private final double log;
    private final double error;
    /** Whether the line as a whole has no slowest rate, and this is that of most of it. */
    private final boolean cut;

    RelaxationRate(double log, double error) {
        this(log, error, false);
    }

    private RelaxationRate(double log, double error, boolean cut) {
        this.log = log;
        this.error = error;
        this.cut = cut;
    }

    /** The rate for a setting that has a stationary floor density; refuses as {@link ValleyFloor#of} does. */
    public static RelaxationRate onFloor(PlainSetting setting) {
        Line line = Line.of(setting);
        Interval along = line.interval();
        if (along.boundary() == Boundary.PERIODIC) {
            return RingRelaxation.of(line);
        }
        if (along.boundary() != Boundary.ABSORBING && along.bounded()) {
            return between(line, along, Stretch.NONE, false);
        }
        return open(line, ValleyFloor.of(setting), setting.start()[0]);
    }

    /**
     * The rate at which what is left between absorbing ends decays in the end.
     *
     * @throws Refusal where the ends of x do not absorb
     */
    public static RelaxationRate ofDecay(PlainSetting setting) {
        Line line = Line.of(setting);
        if (line.interval().boundary() != Boundary.ABSORBING) {
            throw new Refusal("the ends of x of '" + setting.name()
                    + "' do not absorb; ask for the relaxation rate");
        }
        return between(line, line.interval(), Stretch.NONE, true);
    }

    /**
     * Exponential tails: all of the line that matters; power laws, with slower and slower modes outside: most of it.
     */
    private static RelaxationRate open(Line line, ValleyFloor floor, double start) {
        Interval range = kept(floor, start, NEGLIGIBLE_MASS[0]);
        RelaxationRate most = cut(line, floor, range);
        for (int i = 1; i < NEGLIGIBLE_MASS.length; i++) {
            Interval wider = kept(floor, start, NEGLIGIBLE_MASS[i]);
            if (exhausted(line, floor, range)) {
                // The floor is known no further out: two cuts would agree on that, and not on a rate.
                break;
            }
            RelaxationRate all = cut(line, floor, wider);
            double cut = Math.abs(all.log - most.log);
            if (cut <= SAME_RATE) {
                return new RelaxationRate(all.log, all.error + cut);
            }
            most = all;
            range = wider;
        }
        RelaxationRate core = cut(line, floor, core(floor, start));
        RelaxationRate more = cut(line, floor, more(floor, start));
        return new RelaxationRate(core.log, core.error + Math.abs(core.log - more.log), true);
    }

    /** What is left of a line whose tails have no slowest rate. */
    static Interval core(ValleyFloor floor, double start) {
        return kept(floor, start, HEAVY_TAIL);
    }

    /** More of it: how rates differ between the two is the error of both. */
    static Interval more(ValleyFloor floor, double start) {
        return kept(floor, start, HEAVIER_TAIL);
    }

    /** Whether a range goes as far as the floor is known on a side that has no end. */
    private static boolean exhausted(Line line, ValleyFloor floor, Interval range) {
        Interval known = floor.range();
        double same = ROUNDED * known.length();
        return Double.isInfinite(line.interval().from()) && range.from() < known.from() + same
                || Double.isInfinite(line.interval().to()) && range.to() > known.to() - same;
    }

    /** The range without a share of the mass, but with the start. */
    private static Interval kept(ValleyFloor floor, double start, double mass) {
        Interval kept = floor.effectiveRange(mass);
        return new Interval(Math.min(kept.from(), Math.max(start, floor.range().from())),
                Math.max(kept.to(), Math.min(start, floor.range().to())), Boundary.OPEN);
    }

    private static RelaxationRate cut(Line line, ValleyFloor floor, Interval range) {
        double focus = floor.quantile(0.5);
        double width = Math.max(floor.upperQuantile(0.25) - floor.quantile(0.25), 1e-6 * range.length());
        return between(line, range, new Stretch(focus, width), false);
    }

    private static RelaxationRate between(Line line, Interval range, Stretch stretch, boolean absorbing) {
        LineWeights coarse = LineWeights.of(LineQuadrature.over(line, range.from(), range.to(), stretch, 1));
        LineWeights fine = LineWeights.of(LineQuadrature.over(line, range.from(), range.to(), stretch, 2));
        return absorbing ? of(coarse.betweenAbsorbingEnds(), fine.betweenAbsorbingEnds())
                : of(coarse.betweenWalls(), fine.betweenWalls());
    }

    /** From a quadrature and a finer one. */
    static RelaxationRate of(SlowestMode.Value coarse, SlowestMode.Value fine) {
        double rounding = ROUNDING * (1.0 + Math.abs(fine.log()));
        return new RelaxationRate(fine.log(), fine.error() + Math.abs(fine.log() - coarse.log()) + rounding);
    }

    /** The slower of two. */
    static RelaxationRate slower(RelaxationRate a, RelaxationRate b) {
        return a.log <= b.log ? a : b;
    }

    /** The natural logarithm of the rate. */
    public double log() {
        return log;
    }

    /** The estimate of the numerical error of {@link #log}: the relative error of rate and time where it is small. */
    public double relativeError() {
        return error;
    }

    /** The rate; 0 where it is too small for a double. */
    public Measurement rate() {
        double rate = Math.exp(log);
        return Measurement.computed(rate, rate * error);
    }

    /**
     * Whether the rates of the line depend on where it is cut: its tails relax slower and slower, or have rates without
     * gaps between them. This one is then that of the line without a thousandth of its mass.
     */
    public boolean ofMostOfTheLine() {
        return cut;
    }

    /** The relaxation time, 1 / rate; infinite where it is too long for a double. */
    public double time() {
        return Math.exp(-log);
    }
}
