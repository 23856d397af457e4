package org.thalweg.results;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.measure.Measurement;
import org.thalweg.measure.Witness;
import org.thalweg.model.Setting;
import org.thalweg.model.noise.batch.SampleNoise;
import org.thalweg.quantity.Quantity;
import org.thalweg.training.Training;

/**
 * A network: repeats of its training by literal SGD, and what they came to. No other witness speaks of thousands of
 * parameters, so that nothing is judged.
 */
final class TrainingExperiment implements Experiment {
    /** Of two parameters there are other witnesses. */
    private static final int FEW = 2;

    private final Laboratory laboratory;
    private final Setting setting;
    private final Set<Witness> witnesses;

    /** The experiment; nothing runs yet. */
    TrainingExperiment(Laboratory laboratory, Setting setting, Set<Witness> witnesses) {
        this.laboratory = laboratory;
        this.setting = setting;
        this.witnesses = witnesses;
    }

    /** True where a setting is trained. */
    static boolean serves(Setting setting) {
        return setting.surface().task().isPresent() && setting.surface().dimension() > FEW
                && setting.noise() instanceof SampleNoise;
    }

    @Override
    public int rowsAtRisk() {
        return 0;
    }

    /** Literal SGD. */
    @Override
    public Set<Witness> speaking() {
        return witnesses.contains(Witness.SGD) ? EnumSet.of(Witness.SGD) : EnumSet.noneOf(Witness.class);
    }

    @Override
    public Effort effort() {
        return new Effort().with(Effort.TRAINING,
                witnesses.contains(Witness.SGD) ? Effort.ofRepeat(training()) * laboratory.particles() : 0.0);
    }

    @Override
    public List<String> notes(String where) {
        return witnesses.stream().anyMatch(w -> w != Witness.SGD)
                ? List.of("networks of more than two parameters are trained by literal SGD, and no other witness"
                        + " speaks of"
                        + " them") : List.of();
    }

    @Override
    public List<Row> run() {
        List<Row> rows = new ArrayList<>();
        if (witnesses.contains(Witness.SGD)) {
            for (Map.Entry<Quantity, Measurement> found : laboratory.trained(training()).entrySet()) {
                if (!Double.isNaN(found.getValue().value())) {
                    rows.add(Row.plain(Witness.SGD, found.getKey(), found.getValue()));
                }
            }
        }
        return rows;
    }

    private Training training() {
        long iterations = laboratory.iterationsOfTraining(setting);
        return Training.of(setting, setting.sgd().time(iterations), laboratory.checkpointsOfTraining(iterations),
                Optional.empty());
    }
}
