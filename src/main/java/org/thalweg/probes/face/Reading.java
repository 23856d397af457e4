package org.thalweg.probes.face;

/**
 * One number that was measured.
 *
 * @param layer the parameters it is about, such as W2; empty for all
 * @param index from 1; 0 for a quantity that is one number
 * @param standardError of an estimate, or what is known of a numerical error; 0 where there is nothing but rounding
 */
public record Reading(String layer, Probe probe, String quantity, int index, double value, double standardError) {}
