package org.thalweg.network;

import java.util.Locale;

/** What is made of a network's outputs z: the loss of a sample, whose mean over samples is the loss. */
public enum Output {
    /** Softmax and cross-entropy: -ln p_y with p = e^z / sum e^z; a single output z is a softmax of 0 and z. */
    CROSS_ENTROPY,
    /** Half the squared distance between outputs and targets; a label's target is 1 for its class and 0 for others. */
    MSE;

    /** The name in model files: "cross-entropy". */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
