package org.thalweg.sweep;

import org.thalweg.model.space.Range;
import org.thalweg.refusal.Refusal;

/**
 * Any number of a model file as an axis of a sweep.
 *
 * @param path a parameter's name, or a dotted path such as {@code loss.ratio}
 * @param range its values
 */
public record Variation(String path, Range range) {
    /**
     * Reads {@code PATH=RANGE}.
     *
     * @throws Refusal with what is wrong and what would be right
     */
    public static Variation parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Refusal(
                    "'" + text + "' varies nothing; write PATH=RANGE, as in loss.ratio=1,3,10");
        }
        return new Variation(text.substring(0, equals), Range.parse(text.substring(equals + 1)));
    }
}
