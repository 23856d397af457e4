package org.thalweg.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.measure.Marginal;
import org.thalweg.measure.Witness;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.refusal.Refusal;

/** One setting put through the witnesses: what a cell of a sweep does. */
public interface Experiment {
    /** Runs the witnesses and compares them. */
    List<Row> run();

    /** How many rows chance could refute at most: known before anything runs. */
    int rowsAtRisk();

    /** The witnesses that have something to say here, among those asked. */
    Set<Witness> speaking();

    /**
     * By how much the number of one of its rows may differ from what it stands for, beside its error: the asymptotic
     * order of a theory, or of a density of the valley floor.
     */
    default double allowance(Row row) {
        return 0.0;
    }

    /** About how much work it is. */
    Effort effort();

    /**
     * What is missing from the rows, and why.
     *
     * @param where how to call this setting among the others of a sweep
     */
    List<String> notes(String where);

    /**
     * The first-passage times of all particles of a witness, in their order and in learning time; nothing where some
     * have not arrived, there is no flat set or the witness was not asked. Known to the laboratory after
     * {@link #run()}.
     */
    default Optional<double[]> passageTimes(Witness witness) {
        return Optional.empty();
    }

    /**
     * The density along the valley by each witness that was asked, on the cells of a histogram; empty where there is no
     * stationary law to speak of. Known to the laboratory after {@link #run()}.
     */
    default Map<Witness, Marginal> marginals() {
        return Map.of();
    }

    /**
     * The experiment for a setting: the training of a network, or what there is for the effective plain SGD; beside
     * values from outside. Nothing runs yet.
     *
     * @param falseAlarm probability with which a row that is right may be refuted by chance
     */
    static Experiment ofLiteral(Laboratory laboratory, Setting literal, Set<Witness> witnesses, double falseAlarm,
            List<OutsideValue> outside) {
        Experiment experiment = TrainingExperiment.serves(literal)
                ? new TrainingExperiment(laboratory, literal, witnesses)
                : literal.sgd().descends() ? of(laboratory, literal.effective(), witnesses, falseAlarm)
                : ofAnother(laboratory, literal, witnesses, falseAlarm);
        return outside.isEmpty() ? experiment : new ReferenceExperiment(experiment, outside, falseAlarm);
    }

    /**
     * Another optimiser than SGD, which literal steps alone speak of: as long, and over the range, that plain SGD at
     * the same learning rate would need, so that the two are compared at equal iterations.
     */
    private static Experiment ofAnother(
            Laboratory laboratory, Setting literal, Set<Witness> witnesses, double falseAlarm) {
        Refusal.raise(refusesAnother(literal, witnesses));
        return of(laboratory.simulating(plain -> literal.withStart(plain.start())),
                literal.besidePlainSgd().effective(),
                witnesses, falseAlarm);
    }

    /** Why witnesses cannot speak of the optimiser of a setting; empty where they can. */
    static Optional<Refusal> refusesAnother(Setting literal, Set<Witness> witnesses) {
        return trains(literal) || literal.sgd().descends() || witnesses.equals(Set.of(Witness.SGD)) ? Optional.empty()
                : Optional.of(new Refusal("no diffusion, density or theory is known for the optimiser "
                        + literal.sgd().rule().kind() + ": it is literal only; give --witnesses sgd"));
    }

    /** True where a setting is a network that is trained, so that nothing is compared with a diffusion. */
    static boolean trains(Setting setting) {
        return TrainingExperiment.serves(setting);
    }

    /**
     * The experiment for the effective plain SGD of a setting: all witnesses on a valley, what can be measured along
     * paths elsewhere. Nothing runs yet.
     *
     * @param falseAlarm probability with which a row that is right may be refuted by chance
     */
    static Experiment of(Laboratory laboratory, PlainSetting setting, Set<Witness> witnesses, double falseAlarm) {
        return setting.surface().geometry().valley()
                ? new CellExperiment(laboratory, setting, witnesses, falseAlarm)
                : new PathExperiment(laboratory, setting, witnesses, falseAlarm);
    }
}
