package org.thalweg.model.formula;

import java.util.Random;

/** Random formulas of x and y, smooth for |x|, |y| below 2. */
public final class RandomFormulas {
    private final Random random;

    public RandomFormulas(long seed) {
        this.random = new Random(seed);
    }

    public String next(int depth) {
        if (depth == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> "x";
                case 1 -> "y";
                case 2 -> "pi";
                default -> String.valueOf(1 + random.nextInt(40) / 8.0);
            };
        }
        String a = next(depth - 1);
        String b = next(depth - 1);
        return switch (random.nextInt(13)) {
            case 0 -> "(" + a + " + " + b + ")";
            case 1 -> "(" + a + " - " + b + ")";
            case 2, 3 -> a + "*" + b;
            case 4 -> "(" + a + ")/(2 + tanh(" + b + "))";
            case 5 -> "(-" + a + ")";
            case 6 -> "sin(" + a + ")";
            case 7 -> "cos(" + a + ")";
            case 8 -> "exp(-(" + a + ")^2/9)";
            case 9 -> "log(3 + (" + a + ")^2)";
            case 10 -> "sqrt(1 + (" + a + ")^2)";
            case 11 -> "(" + a + ")^" + (2 + random.nextInt(3));
            default -> "(1.5 + tanh(" + a + "))^(sin(" + b + "))";
        };
    }

    public double[] point() {
        return new double[] {2.0 * random.nextDouble() - 1.0, 2.0 * random.nextDouble() - 1.0};
    }
}
