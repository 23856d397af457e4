package org.thalweg.explore;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.model.PlainSetting;
import org.thalweg.model.Setting;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.space.Boundary;
import org.thalweg.model.space.Interval;
import org.thalweg.random.Seed;
import org.thalweg.trajectory.Dynamics;
import org.thalweg.trajectory.SdeDynamics;
import org.thalweg.trajectory.SgdDynamics;
import org.thalweg.trajectory.scheme.Increments;
import org.thalweg.trajectory.scheme.Question;
import org.thalweg.trajectory.scheme.SchemeChoice;

/**
 * One witness of particles on the page: each question moves them on by a learning time and tells where they are. By
 * literal SGD, or by the SDE with the scheme that suits it.
 */
final class WalkView {
    /** As many as a map shows as single dots. */
    private static final int PARTICLES = 512;

    /** Steps of one answer: a tenth of a second of the machine, beyond which the page would stutter. */
    private static final int MOST_STEPS = 4096;

    private final Screens screens;
    private final boolean literal;
    private final Walk walk;
    private Map<String, String> values;
    private Interval range;
    private Setting setting;
    private Dynamics dynamics;

    /** Particles of literal SGD, or of the SDE. */
    WalkView(Screens screens, boolean literal, Seed seed) {
        this.screens = screens;
        this.literal = literal;
        this.walk = new Walk(seed, PARTICLES);
    }

    /** Asked with {@code values}, {@code time} to go on, {@code restart}, {@code from} and {@code to} of the cells. */
    synchronized Map<String, Object> answer(JsonObject asked) throws ModelFileException {
        Map<String, String> wanted = Answers.values(asked);
        Screen screen = screens.at(wanted);
        Interval shown = shown(asked, screen.setting());
        if (!wanted.equals(values) || !shown.equals(range)) {
            setting = literal ? screen.setting() : screen.plain();
            dynamics = literal ? SgdDynamics.of(setting) : sde(screen.plain());
            values = wanted;
            range = shown;
        }
        if (asked.has("restart") && asked.get("restart").getAsBoolean()) {
            walk.begin(setting, dynamics, range);
        } else {
            walk.follow(setting, dynamics, range);
        }
        double clock = literal ? 1.0 : screen.plain().clock();
        double steps = asked.get("time").getAsDouble() / (clock * walk.timeStep());
        walk.advance((int) Math.max(0.0, Math.min(MOST_STEPS, Math.round(steps))));
        Map<String, Object> view = new LinkedHashMap<>(walk.look());
        view.put("clock", clock);
        return view;
    }

    private static Dynamics sde(PlainSetting setting) {
        SchemeChoice choice = SchemeChoice.of(setting, Question.LAW, Increments.NORMAL, setting.sgd().learningRate());
        return SdeDynamics.of(setting, choice.scheme(), Increments.NORMAL, choice.step());
    }

    private static Interval shown(JsonObject asked, Setting setting) {
        return asked.has("from") && asked.get("from").getAsDouble() < asked.get("to").getAsDouble()
                ? new Interval(asked.get("from").getAsDouble(), asked.get("to").getAsDouble(), Boundary.OPEN)
                : setting.domain().along().window();
    }
}
