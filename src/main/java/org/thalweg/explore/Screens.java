package org.thalweg.explore;

import java.util.LinkedHashMap;
import java.util.Map;
import org.thalweg.model.file.ModelFile;
import org.thalweg.model.file.yaml.ModelFileException;

/** The screens that were asked for last: density, times and particles are asked one after the other of the same. */
final class Screens {
    private static final int MOST = 8;

    private final ModelFile model;
    private final Map<Map<String, String>, Screen> last = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, String>, Screen> eldest) {
            return size() > MOST;
        }
    };

    Screens(ModelFile model) {
        this.model = model;
    }

    /**
     * The model with some numbers replaced.
     *
     * @throws ModelFileException where a name is unknown or the changed model is not right
     */
    Screen at(Map<String, String> values) throws ModelFileException {
        synchronized (last) {
            Screen known = last.get(values);
            if (known != null) {
                return known;
            }
        }
        Screen screen = new Screen(values.isEmpty() ? model : model.with(values));
        synchronized (last) {
            last.put(Map.copyOf(values), screen);
        }
        return screen;
    }
}
