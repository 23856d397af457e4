package org.thalweg.model.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thalweg.model.space.Frame;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Expression.Binary;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Unary;
import org.thalweg.symbolic.Expression.Variable;
import org.thalweg.symbolic.Operation;

/**
 * The units that a formula is written in: what its functions and powers are taken of. In exp(-((x - 1000)/0.001)^2/2)
 * that is u = (x - 1000)/0.001, which counts thousandths from 1000. A multiple of u in a sum tells nothing, since its
 * factor is one of the value.
 */
final class AffineParts {
    private final int variable;
    private final Set<Frame> frames = new LinkedHashSet<>();
    private final Set<Expression> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    private AffineParts(int variable) {
        this.variable = variable;
    }

    /** One frame for each different argument a x + b of something that is not linear; empty where there is none. */
    static List<Frame> of(Expression expression, int variable) {
        AffineParts parts = new AffineParts(variable);
        parts.visit(expression);
        return new ArrayList<>(parts.frames);
    }

    /** The frame of an expression that is a x + b itself; empty for others. */
    static Optional<Frame> straight(Expression expression, int variable) {
        AffineParts parts = new AffineParts(variable);
        parts.argument(expression, false);
        return parts.line(expression) == null ? Optional.empty() : parts.frames.stream().findFirst();
    }

    private void visit(Expression e) {
        if (!visited.add(e)) {
            return;
        }
        if (e instanceof Unary u) {
            argument(u.argument(), u.operation() == Operation.NEGATE);
        } else if (e instanceof Binary b) {
            boolean sum = b.operation() == Operation.ADD || b.operation() == Operation.SUBTRACT;
            boolean scaled = b.operation() == Operation.MULTIPLY
                    && (b.left() instanceof Constant || b.right() instanceof Constant)
                    || b.operation() == Operation.DIVIDE && b.right() instanceof Constant;
            argument(b.left(), sum || scaled);
            argument(b.right(), sum || scaled);
        }
    }

    private void argument(Expression e, boolean linear) {
        double[] line = linear ? null : line(e);
        if (line != null && line[0] != 0.0) {
            Frame frame = new Frame(-line[1] / line[0], 1.0 / Math.abs(line[0]));
            if (Double.isFinite(frame.origin()) && Double.isFinite(frame.unit()) && frame.unit() > 0.0) {
                // 0.0 + removes the sign of a zero.
                frames.add(new Frame(0.0 + frame.origin(), frame.unit()));
            }
        } else {
            visit(e);
        }
    }

    /** {a, b} of an expression a x + b; null where it is none. */
    private double[] line(Expression e) {
        if (e instanceof Constant c) {
            return new double[] {0.0, c.value()};
        }
        if (e instanceof Variable v) {
            return v.index() == variable ? new double[] {1.0, 0.0} : null;
        }
        if (e instanceof Unary u) {
            double[] of = u.operation() == Operation.NEGATE ? line(u.argument()) : null;
            return of == null ? null : new double[] {-of[0], -of[1]};
        }
        if (!(e instanceof Binary b)) {
            return null;
        }
        double[] left = line(b.left());
        double[] right = left == null ? null : line(b.right());
        if (right == null) {
            return null;
        }
        return switch (b.operation()) {
            case ADD -> new double[] {left[0] + right[0], left[1] + right[1]};
            case SUBTRACT -> new double[] {left[0] - right[0], left[1] - right[1]};
            case MULTIPLY -> left[0] == 0.0 ? new double[] {left[1] * right[0], left[1] * right[1]}
                    : right[0] == 0.0 ? new double[] {right[1] * left[0], right[1] * left[1]} : null;
            case DIVIDE -> right[0] == 0.0 ? new double[] {left[0] / right[1], left[1] / right[1]} : null;
            default -> null;
        };
    }
}
