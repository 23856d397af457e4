package org.thalweg.explore;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.ModelNumbers;
import org.thalweg.model.file.yaml.ModelFileException;
import org.thalweg.model.loss.Geometry;
import org.thalweg.random.Seed;
import org.thalweg.refusal.Refusal;
import org.thalweg.theory.escape.ConvergenceTime;
import org.thalweg.web.Endpoint;
import org.thalweg.web.PageServer;

/** A model as a page: its numbers are sliders, and all witnesses follow. */
public final class ModelExplorer {
    /** Learning time in which particles arrive, in seconds of a person who looks. */
    private static final double SECONDS_TO_ARRIVE = 6.0;

    /** Steps of SGD a second where no time to arrive is known. */
    private static final double STEPS_A_SECOND = 600.0;

    private ModelExplorer() {}

    /**
     * Serves the page of a model.
     *
     * @param given a model; assignments that were made are numbers of its file
     * @param argument how the user named the model, for the commands that the page shows
     * @param seed of the particles
     * @param faults told of faults of the program
     * @throws Refusal where the model is a network, whose page is that of a run
     */
    public static PageServer serve(ModelFile given, String argument, Seed seed, Consumer<Throwable> faults)
            throws ModelFileException {
        ModelFile model = written(given);
        if (model.setting().surface().task().isPresent()) {
            throw new Refusal("'" + model.name() + "' is a network, and is explored once it is trained: thalweg train "
                    + argument + ", then thalweg explore RUN with the folder of the run");
        }
        Screens screens = new Screens(model);
        Repetition repetition = new Repetition(argument, ModelNumbers.of(model), given.assignments(), seed);
        Map<String, Object> about = about(model, seed);
        Map<String, Endpoint> endpoints = Map.of(
                "model", Answers.to(asked -> about),
                "density", Answers.toTheNewest(asked -> DensityView.of(screens.at(Answers.values(asked)))),
                "times", Answers.toTheNewest(asked -> TimesView.of(screens.at(Answers.values(asked)))),
                "sgd", Answers.to(new WalkView(screens, true, seed)::answer),
                "sde", Answers.to(new WalkView(screens, false, seed)::answer),
                "repeat", Answers.to(asked -> repetition.of(screens.at(Answers.values(asked)), Answers.values(asked))));
        return PageServer.start(PageFiles.of("model.html", "model.js"), endpoints, faults);
    }

    /** The model with its assignments in the text of its file, where the page changes them further. */
    private static ModelFile written(ModelFile given) throws ModelFileException {
        ModelNumbers numbers = ModelNumbers.of(given);
        for (String path : given.assignments().keySet()) {
            if (numbers.all().stream().noneMatch(number -> number.path().equals(path))) {
                throw new Refusal("option --set: '" + path + "' is no number in " + given.file() + ", so the page could"
                        + " not give a file that repeats it; write it into a file of your own, and explore that");
            }
        }
        return ModelFile.recorded(Path.of(given.file()), numbers.with(given.assignments()), Map.of());
    }

    private static Map<String, Object> about(ModelFile model, Seed seed) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", model.name());
        about.put("summary", model.setting().summary());
        about.put("coordinates", model.setting().surface().coordinates());
        about.put("seed", seed.value());
        about.put("knobs", Knob.of(model));
        about.put("plane", model.setting().surface().geometry() != Geometry.LINE);
        about.put("valley", model.setting().surface().geometry().kind() == Geometry.Kind.VALLEY);
        about.put("pace", pace(model));
        about.put("witnesses", List.of("sgd", "sde", "density", "theory"));
        return about;
    }

    /** Learning time of the particles in a second of the page. */
    private static double pace(ModelFile model) {
        double steps = STEPS_A_SECOND * model.setting().sgd().learningRate();
        if (model.setting().flatSet().isEmpty() || !model.setting().surface().geometry().valley()
                || !model.setting().hasDiffusion()) {
            return steps;
        }
        ConvergenceTime time = ConvergenceTime.of(model.setting().effective().atFirstOrder());
        return time.meanTime() > 0.0 && time.meanTime() < Double.POSITIVE_INFINITY
                ? time.meanTime() * model.setting().effective().clock() / SECONDS_TO_ARRIVE : steps;
    }
}
