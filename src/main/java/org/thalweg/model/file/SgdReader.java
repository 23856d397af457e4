package org.thalweg.model.file;

import java.util.List;
import java.util.Optional;
import java.util.Locale;
import org.thalweg.model.DiffusionApproximation;
import org.thalweg.model.LearningRateSchedule;
import org.thalweg.model.Sgd;
import org.thalweg.model.file.yaml.NodeFields;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Domain;

/** Reads the optimiser. */
final class SgdReader {
    private SgdReader() {}

    /** The optimiser; a stand-in after problems were reported. */
    static Sgd read(NodeFields fields, Domain domain) {
        fields.allow(Schema.SGD);
        double learningRate = fields.positive("learning-rate");
        double momentum = fields.number("momentum", 0.0);
        if (momentum < 0.0 || momentum >= 1.0) {
            fields.problem("momentum", "'momentum' = " + momentum, "give a number from 0 to less than 1");
        }
        boolean nesterov = fields.flag("nesterov");
        if (nesterov && momentum == 0.0) {
            fields.problem("nesterov", "'nesterov' without momentum", "add momentum: 0.9, or remove the key");
        }
        double decay = fields.number("weight-decay", 0.0);
        if (decay < 0.0 || Double.isInfinite(decay)) {
            fields.problem("weight-decay", "'weight-decay' = " + decay, "give a finite number that is not negative");
        }
        boolean ring = domain.intervals().stream().anyMatch(i -> i.boundary() == Boundary.PERIODIC);
        if (decay > 0.0 && ring) {
            fields.problem("weight-decay", "weight decay pulls to 0, which a periodic coordinate does not have",
                    "use another boundary, or remove the key");
        }
        LearningRateSchedule schedule =
                fields.has("schedule") ? schedule(fields.mapping("schedule")) : LearningRateSchedule.CONSTANT;
        DiffusionApproximation approximation = fields.choice("diffusion", List.of(DiffusionApproximation.values()),
                DiffusionApproximation::key, DiffusionApproximation.FIRST_ORDER);
        return fields.sound()
                ? new Sgd(learningRate, momentum, nesterov, decay, schedule, approximation) : new Sgd(1.0);
    }

    private static LearningRateSchedule schedule(NodeFields fields) {
        fields.allowNames(List.of("kind", "iterations", "factor", "warm-up"));
        Optional<LearningRateSchedule.Shape> named = fields.choice("kind",
                List.of(LearningRateSchedule.Shape.values()), s -> s.name().toLowerCase(Locale.ROOT));
        if (named.isEmpty()) {
            return LearningRateSchedule.CONSTANT;
        }
        LearningRateSchedule.Shape shape = named.get();
        boolean constant = shape == LearningRateSchedule.Shape.CONSTANT;
        double iterations = constant ? fields.number("iterations", 1.0) : fields.positive("iterations");
        double factor = fields.number("factor", shape == LearningRateSchedule.Shape.STEP ? 0.1 : 0.0);
        double warmUp = fields.number("warm-up", 0.0);
        whole(fields, "iterations", iterations, 1.0);
        whole(fields, "warm-up", warmUp, 0.0);
        if (factor < 0.0 || factor > 1.0) {
            fields.problem("factor", "'factor' = " + factor, "give a number from 0 to 1");
        }
        return fields.sound() ? new LearningRateSchedule(shape, (long) iterations, factor, (long) warmUp)
                : LearningRateSchedule.CONSTANT;
    }

    private static void whole(NodeFields fields, String key, double value, double least) {
        // 1e15 iterations are years of computing.
        if (value < least || value > 1e15 || value != Math.rint(value) && !Double.isNaN(value)) {
            fields.problem(key, "'" + key + "' = " + value, "give a whole number of at least " + (long) least);
        }
    }
}
