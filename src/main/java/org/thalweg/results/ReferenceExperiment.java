package org.thalweg.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.quantity.Quantity;

/** An experiment beside values from outside, each of which has a row of its own behind those of the witnesses. */
final class ReferenceExperiment implements Experiment {
    private final Experiment experiment;
    private final List<OutsideValue> values;
    private final double falseAlarm;
    /** Quantities that no witness has, known once it has run. */
    private final List<Quantity> alone = new ArrayList<>();

    /** The experiment; nothing runs yet. */
    ReferenceExperiment(Experiment experiment, List<OutsideValue> values, double falseAlarm) {
        this.experiment = experiment;
        this.values = List.copyOf(values);
        this.falseAlarm = falseAlarm;
    }

    @Override
    public List<Row> run() {
        List<Row> rows = new ArrayList<>(experiment.run());
        List<Row> outside = new ArrayList<>();
        alone.clear();
        for (OutsideValue value : values) {
            List<OutsideComparison> all =
                    OutsideComparison.of(value, rows, experiment::allowance, falseAlarm);
            if (all.isEmpty()) {
                alone.add(value.quantity());
            }
            outside.add(OutsideComparison.row(value, all));
        }
        rows.addAll(outside);
        return rows;
    }

    /** One more for each witness that a value with an error is held against. */
    @Override
    public int rowsAtRisk() {
        int compared = (int) values.stream().filter(OutsideValue::atRisk).count() * speaking().size();
        return experiment.rowsAtRisk() + compared;
    }

    @Override
    public Set<Witness> speaking() {
        return experiment.speaking();
    }

    @Override
    public Effort effort() {
        return experiment.effort();
    }

    @Override
    public List<String> notes(String where) {
        List<String> notes = new ArrayList<>(experiment.notes(where));
        alone.forEach(quantity -> notes.add(
                "the reference has " + quantity + " at " + where + ", and no witness has it there"));
        return notes;
    }

    @Override
    public Optional<double[]> passageTimes(Witness witness) {
        return experiment.passageTimes(witness);
    }

    @Override
    public Map<Witness, Marginal> marginals() {
        return experiment.marginals();
    }
}
