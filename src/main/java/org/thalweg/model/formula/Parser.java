package org.thalweg.model.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.model.space.NearestName;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;
import org.thalweg.symbolic.Expression.Constant;
import org.thalweg.symbolic.Expression.Variable;
import org.thalweg.symbolic.Operation;

/**
 * Reads a formula by recursive descent. Used once.
 *
 * <pre>
 * sum     = term { (+|-) term }
 * term    = factor { (*|/) factor }
 * factor  = (-|+) factor | power                  so -x^2 is -(x^2)
 * power   = atom [ ^ factor ]                     so a^b^c is a^(b^c), and 2^-x is allowed
 * atom    = number | name | function ( sum ) | ( sum )
 * </pre>
 */
final class Parser {
    /** Far beyond any formula a person writes; bounds the depth of recursions over long sums. */
    private static final int LONGEST = 2000;

    /** Brackets within brackets: each takes five calls of the descent, and a thread's stack holds some thousands. */
    private static final int DEEPEST = 100;

    private final String text;
    private final List<String> variables;
    private final Map<String, Double> parameters;
    private int position;
    private int depth;

    Parser(String text, List<String> variables, Map<String, Double> parameters) {
        this.text = text;
        this.variables = variables;
        this.parameters = parameters;
    }

    Expression parse() {
        if (text.length() > LONGEST) {
            throw new FormulaException(LONGEST + 1, "formula has " + text.length() + " characters",
                    "keep it within " + LONGEST);
        }
        if (text.isBlank()) {
            throw new FormulaException(1, "formula is empty", "write a formula such as 1 + 0.5*cos(x)");
        }
        Expression result = sum();
        if (peek() != '\0') {
            throw leftover();
        }
        return result;
    }

    private FormulaException leftover() {
        int at = position;
        char c = peek();
        if (c == ')') {
            return error(at, "')' without a '(' before it", "remove it, or open the bracket");
        }
        if (c == ',') {
            return error(at, "unexpected ','", "functions take one argument, and decimals are written with a point");
        }
        if (Character.isLetterOrDigit(c) || c == '(' || c == '_' || c == '.') {
            return error(at, "'" + c + "' follows a value without an operator", "write a * in between, as in 2*x");
        }
        return error(at, "unexpected '" + c + "'", "use numbers, names, + - * / ^ and brackets");
    }

    private Expression sum() {
        Expression left = term();
        while (true) {
            if (accept('+')) {
                left = Algebra.sum(left, term());
            } else if (accept('-')) {
                left = Algebra.difference(left, term());
            } else {
                return left;
            }
        }
    }

    private Expression term() {
        Expression left = factor();
        while (true) {
            if (accept('*')) {
                if (position < text.length() && text.charAt(position) == '*') {
                    throw error(position - 1, "'**' is not an operator", "write ^ for a power");
                }
                left = Algebra.product(left, factor());
            } else if (accept('/')) {
                left = Algebra.quotient(left, factor());
            } else {
                return left;
            }
        }
    }

    private Expression factor() {
        if (++depth > DEEPEST) {
            throw error(position, "brackets, signs or powers are nested more than " + DEEPEST + " deep",
                    "simplify the formula");
        }
        Expression result = accept('-') ? Algebra.negation(factor()) : accept('+') ? factor() : power();
        depth--;
        return result;
    }

    private Expression power() {
        Expression base = atom();
        return accept('^') ? Algebra.power(base, factor()) : base;
    }

    private Expression atom() {
        char c = peek();
        int start = position;
        if (c == '\0') {
            throw error(start, "formula ends where a value is expected", "complete it, or remove the last operator");
        }
        if (accept('(')) {
            Expression inner = sum();
            close(start);
            return inner;
        }
        if (isDigit(c) || c == '.') {
            return number();
        }
        if (Character.isLetter(c) || c == '_') {
            return named(name(), start);
        }
        throw error(start, "unexpected '" + c + "' where a value is expected", "write a number, a name or '('");
    }

    private void close(int opened) {
        if (!accept(')')) {
            if (peek() != '\0') {
                throw leftover();
            }
            throw error(position, "')' is missing", "close the bracket opened at column " + (opened + 1));
        }
    }

    private Expression named(String name, int start) {
        if (Operation.function(name).isPresent()) {
            int bracket = position;
            if (!accept('(')) {
                throw error(start, "function '" + name + "' has no argument", "write " + name + "(...)");
            }
            Expression argument = sum();
            close(bracket);
            return Algebra.function(Operation.function(name).get(), argument);
        }
        boolean called = peek() == '(';
        List<String> known = new ArrayList<>(variables);
        known.addAll(parameters.keySet());
        known.add("pi");
        if (called && !known.contains(name)) {
            throw error(start, "unknown function '" + name + "'", NearestName.advice(name, Operation.functionNames()));
        }
        if (called) {
            throw error(start, "'" + name + "' is not a function", "write " + name + "*(...) for a product");
        }
        if (variables.contains(name)) {
            return new Variable(variables.indexOf(name));
        }
        if (parameters.containsKey(name)) {
            return new Constant(parameters.get(name));
        }
        if (name.equals("pi")) {
            return new Constant(Math.PI);
        }
        throw error(start, "unknown name '" + name + "'", NearestName.advice(name, known));
    }

    private String name() {
        int start = position;
        while (position < text.length()
                && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        return text.substring(start, position);
    }

    private Expression number() {
        int start = position;
        digits();
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            digits();
        }
        boolean digits = position > start + (text.substring(start, position).contains(".") ? 1 : 0);
        exponent();
        String literal = text.substring(start, position);
        if (!digits) {
            throw error(start, "'" + literal + "' is not a number", "write a number such as 0.5");
        }
        double value = Double.parseDouble(literal);
        if (Double.isInfinite(value)) {
            throw error(start, "number " + literal + " is too large", "give a finite number");
        }
        return new Constant(value);
    }

    /** Takes e, an optional sign and digits if all is there; otherwise the e is a name. */
    private void exponent() {
        int start = position;
        if (start < text.length() && Character.toLowerCase(text.charAt(start)) == 'e') {
            position++;
            if (position < text.length() && (text.charAt(position) == '+' || text.charAt(position) == '-')) {
                position++;
            }
            int before = position;
            digits();
            if (position == before) {
                position = start;
            }
        }
    }

    private void digits() {
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private char peek() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    private static FormulaException error(int position, String what, String remedy) {
        return new FormulaException(position + 1, what, remedy);
    }
}
