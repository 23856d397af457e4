package org.thalweg.trajectory.scheme;

/** What an ensemble of the SDE is asked: it decides which errors of a scheme count. */
public enum Question {
    /** The law of the particles at a time: means, histograms. */
    LAW,
    /** When they first arrive: laws at neighbouring steps, which must not lie far apart. */
    PASSAGE,
    /** The paths themselves, for a given Brownian motion. */
    PATH
}
