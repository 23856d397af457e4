package org.thalweg.network;

import java.util.Arrays;
import java.util.Locale;
import org.thalweg.random.RandomStream;

/** Where the factors gamma of batch normalisation begin; the shifts beta begin at 0. */
public enum FactorStart {
    /** All at 1. */
    ONE {
        @Override
        void draw(RandomStream random, double[] gamma) {
            Arrays.fill(gamma, 1.0);
        }
    },
    /** Independent, uniform from 0 to 1: all of one sign, as of {@link #ONE}. */
    UNIFORM {
        @Override
        void draw(RandomStream random, double[] gamma) {
            Arrays.setAll(gamma, j -> random.nextDouble());
        }
    },
    /** Independent, normal of standard deviation {@link #DEVIATION}: of either sign. */
    NORMAL {
        @Override
        void draw(RandomStream random, double[] gamma) {
            random.fillNormal(gamma, gamma.length);
            for (int j = 0; j < gamma.length; j++) {
                gamma[j] *= DEVIATION;
            }
        }
    };

    /** Of {@link #NORMAL}. */
    public static final double DEVIATION = 0.1;

    /** The name in model files: "uniform". */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Draws the factors of a layer. */
    abstract void draw(RandomStream random, double[] gamma);
}
