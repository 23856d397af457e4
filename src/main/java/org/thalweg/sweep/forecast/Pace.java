package org.thalweg.sweep.forecast;

import java.util.Map;
import java.util.TreeMap;

/**
 * How fast one kind of work goes: the median of the paces of its pieces, each weighing as much as it has of the work,
 * without those of the first seconds. A virtual machine that has yet to compile the work takes hundreds of times as long
 * then, for next to nothing of it; such pieces say only that the work is not slower than they were.
 */
final class Pace {
    /**
     * Processor seconds for which compiling may take: two threads, of a virtual machine that shares two cores with some
     * twenty others, needed one to two before vector instructions were there.
     */
    static final double COLD = 2.0;

    /** Of paces that are told apart: three per cent, a tenth of what is asked of a forecast. */
    private static final double WIDTH = Math.log(1.03);

    /** Amounts by the logarithm of their pace. */
    private final TreeMap<Integer, Double> amounts = new TreeMap<>();
    private double amount;
    private double coldSeconds;
    private double coldAmount;

    /**
     * More was done.
     *
     * @param more not negative
     * @param took processor seconds
     */
    void add(double more, double took) {
        if (coldSeconds < COLD) {
            coldAmount += more;
            coldSeconds += took;
        } else if (more > 0.0) {
            double pace = Math.max(took / more, Double.MIN_NORMAL);
            amounts.merge((int) Math.round(Math.log(pace) / WIDTH), more, Double::sum);
            amount += more;
        }
    }

    /**
     * Processor seconds for an amount of one.
     *
     * @param guess of it, before anything was done
     * @param weight of the guess, as an amount
     */
    double seconds(double guess, double weight) {
        if (amount <= 0.0) {
            return coldAmount > 0.0 ? Math.min(guess, coldSeconds / coldAmount) : guess;
        }
        double half = 0.5 * (amount + weight);
        double below = 0.0;
        boolean guessed = weight <= 0.0;
        for (Map.Entry<Integer, Double> bin : amounts.entrySet()) {
            double pace = Math.exp(WIDTH * bin.getKey());
            if (!guessed && pace >= guess) {
                guessed = true;
                below += weight;
                if (below >= half) {
                    return guess;
                }
            }
            below += bin.getValue();
            if (below >= half) {
                return pace;
            }
        }
        return guess;
    }

    /** What was done after the first seconds. */
    double amount() {
        return amount;
    }
}
