package org.thalweg.results.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.thalweg.measure.Family;
import org.thalweg.measure.Judgement;
import org.thalweg.measure.Progress;
import org.thalweg.model.Setting;
import org.thalweg.model.file.ModelFile;
import org.thalweg.refusal.Refusal;
import org.thalweg.results.Laboratory;

/**
 * Many models, every claim, judged as one family.
 *
 * @param judged the judgements of the family, model by model
 * @param unjudged models that no claim can be judged for, and why
 */
public record Survey(Family family, Map<String, List<Judgement>> judged, Map<String, String> unjudged) {
    /** Runs all experiments of all models, by their names. */
    public static Survey of(
            Map<String, ModelFile> models, Function<Setting, Laboratory> laboratories, Progress progress) {
        Map<String, List<Judgement>> alone = new LinkedHashMap<>();
        Map<String, String> unjudged = new LinkedHashMap<>();
        models.forEach((name, model) -> {
            int before = alone.size() + unjudged.size();
            Validation validation;
            try {
                validation = Validation.of(laboratories.apply(model.setting()), model.setting());
            } catch (Refusal refusal) {
                unjudged.put(name, refusal.getMessage());
                return;
            }
            alone.put(name, validation.judge(share -> progress.done((before + share) / models.size())).judgements());
        });
        Family family = Family.of(alone.values().stream().flatMap(List::stream).toList());
        Map<String, List<Judgement>> judged = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, List<Judgement>> model : alone.entrySet()) {
            int end = next + model.getValue().size();
            judged.put(model.getKey(), family.judgements().subList(next, end));
            next = end;
        }
        return new Survey(family, judged, unjudged);
    }
}
