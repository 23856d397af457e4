package org.thalweg.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.DiffusionKernel;
import org.thalweg.model.ItoDiffusion;
import org.thalweg.model.formula.Formula;
import org.thalweg.model.gradient.NoiseStructure;
import org.thalweg.refusal.Refusal;
import org.thalweg.symbolic.Algebra;
import org.thalweg.symbolic.Expression;

/** A diffusion of x and y with drift and amplitude as formulas: a reference problem for orders. */
record WrittenDiffusion(NoiseStructure noiseStructure, List<Expression> b, List<List<Expression>> s)
        implements ItoDiffusion {
    /** The drift and the four entries of the amplitude, row by row. */
    static WrittenDiffusion of(NoiseStructure structure, String bx, String by, String... s) {
        return new WrittenDiffusion(structure, List.of(formula(bx), formula(by)),
                List.of(List.of(formula(s[0]), formula(s[1])), List.of(formula(s[2]), formula(s[3]))));
    }

    private static Expression formula(String text) {
        return Formula.parse(text, List.of("x", "y"), Map.of()).expression();
    }

    @Override
    public List<String> coordinates() {
        return List.of("x", "y");
    }

    @Override
    public void drift(double[] point, double[] drift) {
        throw new Refusal("only formulas");
    }

    @Override
    public void covarianceRate(double[] point, double[][] covariance) {
        throw new Refusal("only formulas");
    }

    @Override
    public Optional<List<Expression>> driftExpressions() {
        return Optional.of(b);
    }

    @Override
    public Optional<List<Expression>> diffuse(List<Expression> white) {
        List<Expression> displaced = new ArrayList<>();
        for (List<Expression> row : s) {
            displaced.add(Algebra.sum(
                    Algebra.product(row.get(0), white.get(0)), Algebra.product(row.get(1), white.get(1))));
        }
        return Optional.of(displaced);
    }

    @Override
    public DiffusionKernel bind(int capacity) {
        throw new Refusal("only formulas");
    }
}
