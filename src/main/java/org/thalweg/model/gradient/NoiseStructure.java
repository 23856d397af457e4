package org.thalweg.model.gradient;

/** How the noise depends on the state; ordered from the special to the general. */
public enum NoiseStructure {
    /** The same diagonal covariance everywhere. */
    ADDITIVE,
    /** Diagonal, varying in space. */
    DIAGONAL,
    /** Any positive semi-definite covariance. */
    GENERAL
}
