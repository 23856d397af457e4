package org.thalweg.theory.quadrature;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;

/**
 * Integrals of several functions at once by Gauss-Legendre panels, halved where the two halves of a panel say something
 * else than the whole. The error estimate is the sum of these differences over all panels: those of the halves are far
 * smaller where the functions are smooth.
 */
public final class AdaptivePanels {
    /** Ten nodes: exact for polynomials of degree 19. */
    private static final GaussIntegrator RULE = new GaussIntegrator(new LegendreRuleFactory().getRule(10));

    /** Halvings of one panel: about as many as a double has bits. */
    private static final int DEEPEST = 50;

    /** Panels beyond which the error stays what it is. */
    private static final int MOST = 8192;

    private final Integrand integrand;

    private AdaptivePanels(Integrand integrand) {
        this.integrand = integrand;
    }

    /** Several functions of one variable. */
    public interface Integrand {
        /** How many. */
        int size();

        /**
         * Their values at a point.
         *
         * @param values modified
         */
        void at(double x, double[] values);
    }

    /**
     * Integrals of several functions.
     *
     * @param error estimates, not negative
     * @param absolute integrals of the absolute values
     */
    public record Sums(double[] value, double[] error, double[] absolute) {
        public Sums(int size) {
            this(new double[size], new double[size], new double[size]);
        }

        /** True where all errors are below a share of the integrals of the absolute values. */
        public boolean within(double share) {
            for (int k = 0; k < value.length; k++) {
                if (!(error[k] <= share * absolute[k])) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A panel by the rule, and by the rule on either half of it. */
    private record Panel(double a, double b, Sums left, Sums right, double[] whole) {
        double error(int k) {
            return Math.abs(left.value[k] + right.value[k] - whole[k]);
        }
    }

    /**
     * The integrals over a chain of panels.
     *
     * @param edges increasing
     * @param accuracy of the integrals relative to those of the absolute values, aimed at
     */
    public static Sums integrate(Integrand integrand, double[] edges, double accuracy) {
        AdaptivePanels panels = new AdaptivePanels(integrand);
        List<Panel> all = new ArrayList<>();
        for (int i = 1; i < edges.length; i++) {
            all.add(panels.panel(edges[i - 1], edges[i], panels.rule(edges[i - 1], edges[i]).value));
        }
        Sums sums = panels.sum(all);
        for (int depth = 0; depth < DEEPEST && !sums.within(accuracy) && all.size() < MOST; depth++) {
            List<Panel> finer = new ArrayList<>();
            for (Panel panel : all) {
                if (panels.coarse(panel, sums, accuracy / all.size())) {
                    double middle = 0.5 * (panel.a + panel.b);
                    finer.add(panels.panel(panel.a, middle, panel.left.value));
                    finer.add(panels.panel(middle, panel.b, panel.right.value));
                } else {
                    finer.add(panel);
                }
            }
            all = finer;
            sums = panels.sum(all);
        }
        return sums;
    }

    private boolean coarse(Panel panel, Sums sums, double share) {
        double middle = 0.5 * (panel.a + panel.b);
        if (!(middle > panel.a && middle < panel.b)) {
            return false;
        }
        for (int k = 0; k < integrand.size(); k++) {
            if (panel.error(k) > share * sums.absolute[k]) {
                return true;
            }
        }
        return false;
    }

    private Panel panel(double a, double b, double[] whole) {
        double middle = 0.5 * (a + b);
        return new Panel(a, b, rule(a, middle), rule(middle, b), whole);
    }

    private Sums rule(double a, double b) {
        Sums sums = new Sums(integrand.size());
        double[] values = new double[integrand.size()];
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double weight = 0.5 * (b - a) * RULE.getWeight(i);
            integrand.at(0.5 * (a + b) + 0.5 * (b - a) * RULE.getPoint(i), values);
            for (int k = 0; k < values.length; k++) {
                sums.value[k] += weight * values[k];
                sums.absolute[k] += weight * Math.abs(values[k]);
            }
        }
        return sums;
    }

    private Sums sum(List<Panel> panels) {
        Sums sums = new Sums(integrand.size());
        for (Panel panel : panels) {
            for (int k = 0; k < integrand.size(); k++) {
                sums.value[k] += panel.left.value[k] + panel.right.value[k];
                sums.error[k] += panel.error(k);
                sums.absolute[k] += panel.left.absolute[k] + panel.right.absolute[k];
            }
        }
        return sums;
    }
}
