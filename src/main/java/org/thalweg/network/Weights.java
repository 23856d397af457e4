package org.thalweg.network;

import java.util.Locale;

/** What a network multiplies its inputs by. */
public enum Weights {
    /** The parameters themselves. */
    REAL,
    /**
     * Their signs alone, times the standard deviation of He's normal law, sqrt(2 / inputs) [MMWS19]. Steps change the
     * parameters, by the derivatives with respect to what is multiplied (straight through the sign); the loss is constant
     * between changes of sign. 0 counts as positive; biases are real.
     */
    ONE_BIT;

    /** The name in model files: "one-bit". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where the loss has derivatives by the parameters. */
    public boolean smooth() {
        return this == REAL;
    }

    /** The size of all forward weights of a layer, where only their signs differ. */
    static double size(Layer layer) {
        return Math.sqrt(2.0 / layer.inputs());
    }
}
