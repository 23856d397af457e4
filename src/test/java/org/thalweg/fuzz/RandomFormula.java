package org.thalweg.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Formulas by the grammar, with now and then a letter that does not belong there. */
public final class RandomFormula {
    private static final List<String> NUMBERS = List.of("0", "1", "2", "0.5", "1e-300", "1e300", "4.9e-324", "1e308",
            "1e400", "pi", "3", "1e20", "1e-20", ".", "1.2.3", "007", "1e", "2147483648");
    private static final List<String> FUNCTIONS =
            List.of("exp", "log", "sqrt", "sin", "cos", "tanh", "abs", "cosh", "f");
    private static final String LETTERS = "+-*/^(),.xyae10 \t\n\"'{}[]:#&*!|>%@`\\\u03b7\u0000\ud83d";

    private RandomFormula() {}

    /** A formula of x, y and the parameter a. */
    public static String of(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        append(text, random, 1 + random.nextInt(random.nextInt(8) == 0 ? 12 : 5));
        if (random.nextInt(4) == 0) {
            return mutated(text.toString(), random);
        }
        return random.nextInt(50) == 0 ? nested(random) : text.toString();
    }

    private static void append(StringBuilder text, SplittableRandom random, int depth) {
        switch (depth == 0 ? random.nextInt(2) : random.nextInt(8)) {
            case 0 -> text.append(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 1 -> text.append(List.of("x", "x", "x", "y", "a").get(random.nextInt(5)));
            case 2 -> {
                text.append(FUNCTIONS.get(random.nextInt(FUNCTIONS.size()))).append('(');
                append(text, random, depth - 1);
                text.append(')');
            }
            case 3 -> {
                text.append(random.nextBoolean() ? "-(" : "(");
                append(text, random, depth - 1);
                text.append(')');
            }
            default -> {
                append(text, random, depth - 1);
                text.append("+-*/^".charAt(random.nextInt(5)));
                append(text, random, depth - 1);
            }
        }
    }

    private static String nested(SplittableRandom random) {
        int depth = 1 + random.nextInt(1200);
        return List.of("(".repeat(depth) + "x" + ")".repeat(depth), "-".repeat(depth) + "x", "x^".repeat(depth) + "x",
                "x*sin(".repeat(depth / 6 + 1) + "x" + ")".repeat(depth / 6 + 1), "x+".repeat(depth) + "1",
                "x/".repeat(depth) + "x", "(x*".repeat(depth / 3) + "x" + ")^x".repeat(depth / 3))
                .get(random.nextInt(7));
    }

    /** A text with one to four letters changed, lost, doubled or put in. */
    public static String mutated(String text, SplittableRandom random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(mutated.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
                case 1 -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(3)));
                case 2 -> mutated.insert(at, mutated.substring(at, Math.min(mutated.length(), at + random.nextInt(20))));
                default -> {
                    if (at < mutated.length()) {
                        mutated.setCharAt(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
                    }
                }
            }
        }
        return mutated.toString();
    }
}
