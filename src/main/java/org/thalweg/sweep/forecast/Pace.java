package org.thalweg.sweep.forecast;

/**
 * What one kind of work costs: as was known before, on a machine of this speed, and as was seen since, each weighing
 * by how much it says. A virtual machine that has yet to compile the work takes hundreds of times as long for it. That
 * time is a sum of its own, spent once: what takes longer than expected is taken from it as long as it lasts, and it
 * fades as work goes as fast as expected.
 */
final class Pace {
    /** Processor seconds that are looked at together. */
    private static final double LOOK = 0.02;

    /** Not compiled is what takes so many times as long as expected: twice is a model, tens are an interpreter. */
    private static final double COLD = 3.0;

    /** What takes as long for so many times the time that warming up takes is slow, not cold. */
    private static final double LONG_COLD = 1.5;

    /** Of what warming up takes, that is still to come as long as work is cold. */
    private static final double STILL = 0.15;

    /** Work that is not compiled takes at most some so many times as long. */
    private static final double INTERPRETED = 200.0;

    /** Of what warming up takes: so much work as fast as expected leaves an e-th part of what is left of it. */
    private static final double FADES = 0.5;

    /** Of all work of the kind, that says as much as what was known before: cells differ. */
    private static final double TYPICAL = 0.12;
    private static final double MOST_TYPICAL = 5.0;

    private final Prior prior;
    private double expected;
    private double lookAmount;
    private double lookSeconds;
    /** Of what warming up takes, that is left. */
    private double rest = 1.0;
    private double warming;
    private double seconds;
    private double amount;

    Pace(Prior prior) {
        this.prior = prior;
    }

    /** There is more of it to do. */
    void expect(double more) {
        expected += more;
    }

    /**
     * More was done.
     *
     * @param more not negative
     * @param took processor seconds
     * @param machine of what was known, that everything takes on this machine
     */
    void add(double more, double took, double machine) {
        lookAmount += more;
        lookSeconds += took;
        if (lookSeconds < LOOK) {
            return;
        }
        double all = machine * prior.warmUp();
        double usual = lookAmount * seconds(machine);
        boolean cold = rest > 0.0 && lookSeconds > COLD * usual && warming < LONG_COLD * all;
        double lost = Math.max(0.0, cold ? lookSeconds - usual : Math.min(lookSeconds - usual, rest * all));
        warming += lost;
        rest = Math.max(cold ? STILL : 0.0, rest - lost / all) * Math.exp(-usual / (FADES * all));
        seconds += (1.0 - rest) * (lookSeconds - lost);
        amount += (1.0 - rest) * lookAmount;
        lookAmount = 0.0;
        lookSeconds = 0.0;
    }

    /** Processor seconds for an amount of one, compiled. */
    double seconds(double machine) {
        double before = machine * prior.seconds();
        return amount <= 0.0 ? before : before * Math.pow(seconds / amount / before, weight());
    }

    /** How much what was seen says, against what was known before. */
    double weight() {
        double trust = Math.max(prior.trust(), Math.min(MOST_TYPICAL, TYPICAL * expected * prior.seconds()));
        double seen = Math.max(seconds, amount * prior.seconds());
        return amount <= 0.0 ? 0.0 : seen / (seen + trust);
    }

    /** By how much what was known before was wrong, as a logarithm; 0 where nothing was seen. */
    double wrong() {
        return amount <= 0.0 ? 0.0 : Math.log(seconds / amount / prior.seconds());
    }

    /**
     * Processor seconds that warming up still takes.
     *
     * @param left the amount that is left
     */
    double warmUp(double left, double machine) {
        return Math.min(rest * machine * prior.warmUp(), INTERPRETED * left * seconds(machine));
    }
}
