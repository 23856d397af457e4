package org.thalweg.fokkerplanck.hierarchy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.thalweg.fokkerplanck.law.Attempt;
import org.thalweg.fokkerplanck.law.NumericsException;
import org.thalweg.fokkerplanck.law.Refinement;
import org.thalweg.fokkerplanck.law.RelaxationMode;
import org.thalweg.fokkerplanck.line.Approach;
import org.thalweg.measure.Measurement;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.space.Boundary;
import org.thalweg.refusal.Refusal;

/**
 * The slowest rates of a valley by the hierarchy: eigenvalues of the backward operator, among functions that are even
 * in y and among those that are odd. It has a mode that does not decay, the function 1, which is divided out
 * ({@link BackwardKrylov}).
 */
public final class ValleySpectrum {
    /** Rates are in no order that tells how far series are, so that all sizes are tried. */
    private static final Refinement REFINEMENT = new Refinement(24, 5, 160, 28, Integer.MAX_VALUE);
    /** Of modes beyond those asked for, which may be slower with other points. */
    static final int SPARE = 2;
    /** Of a rate, whatever two refinements say: what Krylov's method leaves. */
    private static final double FOUND = 1e-9;

    private ValleySpectrum() {}

    /**
     * The modes, slowest first; a pair of complex eigenvalues is one. Or why there are none by this method.
     *
     * @param tolerance largest estimated relative error of any of them
     */
    public static Attempt<List<RelaxationMode>> attempt(PlainSetting setting, int count, double tolerance) {
        Attempt<Settled> settled = settled(setting, count, tolerance);
        return settled instanceof Attempt.Found<Settled> found ? new Attempt.Found<>(found.answer().rates())
                : new Attempt.NotFound<>(((Attempt.NotFound<Settled>) settled).reason());
    }

    /** The rates, and with how many points and modes they were found, and once before. */
    record Settled(List<RelaxationMode> rates, ValleyRange range, Refinement.Size size, Refinement.Size sizeBefore) {}

    static Attempt<Settled> settled(PlainSetting setting, int count, double tolerance) {
        Optional<Refusal> refusal = ValleyPassage.refuses(setting);
        if (refusal.isEmpty() && setting.domain().along().boundary() == Boundary.ABSORBING) {
            refusal = Optional.of(new Refusal("the ends of x absorb, so there is no stationary density to relax to;"
                    + " make them reflecting"));
        }
        if (refusal.isPresent()) {
            return new Attempt.NotFound<>(refusal.get());
        }
        Attempt<ValleyRange> range = Attempt.settled(() -> ValleyRange.of(setting, new ArrayList<>()));
        return range instanceof Attempt.Found<ValleyRange> found
                ? Attempt.of(() -> on(setting, found.answer(), count, tolerance))
                : new Attempt.NotFound<>(((Attempt.NotFound<ValleyRange>) range).reason());
    }

    private static Attempt<Settled> on(PlainSetting setting, ValleyRange range, int count,
            double tolerance) {
        Optional<Refusal> refusal = ValleyPassage.refuses(setting,
                new Approach(range.from(), range.to(), range.whole().lower(), range.whole().upper()));
        if (refusal.isPresent()) {
            return new Attempt.NotFound<>(refusal.get());
        }
        Refinement.Settled<List<Complex>> settled = REFINEMENT.until(tolerance + FOUND,
                (points, modes) -> rates(setting, range, points, modes, count),
                (before, now) -> moved(modes(before, now, count)));
        if (!settled.reached()) {
            throw new NumericsException(String.format(Locale.ROOT, "the slowest %d rates of the hierarchy have not"
                    + " settled to %.1e of themselves with %d points and %d modes (%.1e); ask for fewer, or use the"
                    + " method finite-volume", count, tolerance, settled.size().points(), settled.size().modes(),
                    settled.moved()));
        }
        return new Attempt.Found<>(new Settled(modes(settled.before(), settled.now(), count), range, settled.size(),
                settled.sizeBefore()));
    }

    /** The slowest, each with its distance from the nearest of before as its error. */
    private static List<RelaxationMode> modes(List<Complex> before, List<Complex> now, int count) {
        List<RelaxationMode> modes = new ArrayList<>();
        List<Complex> left = new ArrayList<>(before);
        for (Complex rate : now.subList(0, count)) {
            Complex was = RelaxationMode.takeNearest(left, rate);
            double error = was.subtract(rate).norm() + FOUND * rate.norm();
            modes.add(new RelaxationMode(Measurement.computed(rate.getRealPart(), error),
                    Measurement.computed(rate.getImaginaryPart(), error)));
        }
        return modes;
    }

    private static double moved(List<RelaxationMode> modes) {
        double moved = modes.stream().mapToDouble(m -> m.rate().standardError()
                / new Complex(m.rate().value(), m.frequency().value()).norm()).max().orElseThrow();
        return Double.isNaN(moved) ? Double.POSITIVE_INFINITY : moved;
    }

    private static List<Complex> rates(PlainSetting setting, ValleyRange range, int points, int modes, int count) {
        Collocation grid = Collocation.of(range.whole(), points);
        List<Complex> rates = new ArrayList<>();
        for (int parity = 0; parity < 2; parity++) {
            rates.addAll(BackwardKrylov.slowest(setting, grid, modes, parity, count + SPARE));
        }
        rates.sort(Comparator.comparingDouble(Complex::getRealPart));
        return rates;
    }
}
