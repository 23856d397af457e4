package org.thalweg.results.claim.trial;

import org.thalweg.model.Setting;

/** A claim about networks: it concerns whatever learns from samples, unless it says otherwise. */
public interface LearningClaim extends ClaimExperiment {
    @Override
    default boolean concerns(Setting setting) {
        return setting.surface().task().isPresent();
    }
}
