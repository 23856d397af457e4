package org.thalweg.results.claim.reduction;

import org.thalweg.measure.Measurement;

/**
 * The network and its valley at one learning rate and batch size.
 *
 * @param predictedTime mean learning time to the place of the goal, of the valley's own literal SGD; undefined where
 * not
 *         all arrived
 * @param measuredTime likewise of the network
 * @param predictedAdvance how far, at the common learning time
 * @param measuredAdvance likewise
 * @param predictedFlatness mean flatness there
 * @param measuredFlatness likewise, where the network was at that time, not read off the profile
 * @param predictedSpread variance of the place
 * @param measuredSpread of the advance, with the error of a variance of normal numbers
 */
public record Trial(double learningRate, int batch, double heat, Measurement predictedTime, Measurement measuredTime,
        Measurement predictedAdvance, Measurement measuredAdvance, Measurement predictedFlatness,
        Measurement measuredFlatness, Measurement predictedSpread, Measurement measuredSpread) {}
