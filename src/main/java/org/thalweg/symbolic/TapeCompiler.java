package org.thalweg.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Reading;
import org.thalweg.symbolic.Expression.Unary;
import org.thalweg.symbolic.Expression.Variable;

/**
 * Turns expressions into a list of register instructions by value numbering: an operation that was already done on the
 * same registers is not done again (hash-consing, on registers rather than on nodes). Used once.
 */
final class TapeCompiler {
    /** Beyond this the rounding errors of repeated squaring overtake those of {@link Math#pow}. */
    private static final int LARGEST_WHOLE_EXPONENT = 32;

    private final int variables;
    private final List<Program.Instruction> instructions = new ArrayList<>();
    private final Map<Expression, Integer> registerOfNode = new IdentityHashMap<>();
    private final Map<Long, Integer> registerOfConstant = new HashMap<>();
    private final Map<Value, Integer> registerOfValue = new HashMap<>();
    private int registers;

    private record Value(Action operation, int left, int right) {}

    TapeCompiler(int variables) {
        this.variables = variables;
        this.registers = variables;
    }

    Program compile(List<Expression> outputs) {
        int[] results = outputs.stream().mapToInt(this::register).toArray();
        shareReciprocals();
        double[] initial = new double[registers];
        registerOfConstant.forEach((bits, register) -> initial[register] = Double.longBitsToDouble(bits));
        return new Program(variables, initial, instructions.toArray(Program.Instruction[]::new), results);
    }

    /** Divisions by the same number become one division and products: a division takes as long as ten products. */
    private void shareReciprocals() {
        Map<Integer, Integer> divisions = new HashMap<>();
        for (Program.Instruction i : instructions) {
            if (i.operation() == Operation.DIVIDE) {
                divisions.merge(i.right(), 1, Integer::sum);
            }
        }
        List<Program.Instruction> old = List.copyOf(instructions);
        instructions.clear();
        Map<Integer, Integer> reciprocals = new HashMap<>();
        int one = constant(1.0);
        for (Program.Instruction i : old) {
            if (i.operation() != Operation.DIVIDE || divisions.get(i.right()) == 1) {
                instructions.add(i);
                continue;
            }
            Integer reciprocal = reciprocals.get(i.right());
            if (reciprocal == null) {
                Integer known = registerOfValue.get(new Value(Operation.DIVIDE, one, i.right()));
                reciprocal = known == null ? registers++ : known;
                reciprocals.put(i.right(), reciprocal);
                instructions.add(new Program.Instruction(Operation.DIVIDE, one, i.right(), reciprocal));
            }
            if (i.target() != reciprocal) {
                instructions.add(new Program.Instruction(Operation.MULTIPLY, i.left(), reciprocal, i.target()));
            }
        }
    }

    private int register(Expression e) {
        Integer known = registerOfNode.get(e);
        if (known == null) {
            known = fresh(e);
            registerOfNode.put(e, known);
        }
        return known;
    }

    private int fresh(Expression e) {
        if (e instanceof Variable v) {
            return v.index();
        }
        if (e instanceof Constant c) {
            return constant(c.value());
        }
        if (e instanceof Unary u) {
            int argument = register(u.argument());
            return value(u.operation(), argument, argument);
        }
        if (e instanceof Reading r) {
            int argument = register(r.argument());
            return value(new Action.Reading(r.curve(), r.order()), argument, argument);
        }
        Binary b = (Binary) e;
        if (b.operation() == Operation.POWER && b.right() instanceof Constant exponent
                && isSmallWhole(exponent.value())) {
            return wholePower(register(b.left()), (int) exponent.value());
        }
        return value(b.operation(), register(b.left()), register(b.right()));
    }

    private static boolean isSmallWhole(double exponent) {
        return exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_WHOLE_EXPONENT;
    }

    /** Repeated squaring: x^2 = x x, x^3 = x^2 x, x^4 = x^2 x^2, ...; negative exponents invert the result. */
    private int wholePower(int base, int exponent) {
        if (exponent <= 0) {
            int one = constant(1.0);
            return exponent == 0 ? one : value(Operation.DIVIDE, one, wholePower(base, -exponent));
        }
        if (exponent == 1) {
            return base;
        }
        int half = wholePower(base, exponent / 2);
        int square = value(Operation.MULTIPLY, half, half);
        return exponent % 2 == 0 ? square : value(Operation.MULTIPLY, square, base);
    }

    private int constant(double value) {
        return registerOfConstant.computeIfAbsent(Double.doubleToLongBits(value), bits -> registers++);
    }

    private int value(Action operation, int left, int right) {
        boolean exchange = operation.commutative() && left > right;
        Value value = exchange ? new Value(operation, right, left) : new Value(operation, left, right);
        Integer known = registerOfValue.get(value);
        if (known == null) {
            known = registers++;
            registerOfValue.put(value, known);
            instructions.add(new Program.Instruction(operation, value.left(), value.right(), known));
        }
        return known;
    }
}
