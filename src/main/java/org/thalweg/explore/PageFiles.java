package org.thalweg.explore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.storage.Resource;
import org.thalweg.web.PlottingLibrary;
import org.thalweg.web.Reply;

/** The files of a page: its own, those that the pages share, and the plotting library. */
final class PageFiles {
    private static final List<String> SHARED = List.of("page.css", "ask.js", "colours.js", "curves.js",
            "density-map.js", "sliders.js", "particles.js", "numbers.js");

    private PageFiles() {}

    /** The page has the empty path. */
    static Map<String, Reply> of(String page, String script) {
        Map<String, Reply> files = new LinkedHashMap<>();
        files.put("", Reply.text("text/html", read(page)));
        files.put(script, Reply.text("text/javascript", read(script)));
        for (String name : SHARED) {
            files.put(name, Reply.text(name.endsWith(".css") ? "text/css" : "text/javascript", read(name)));
        }
        files.put("uplot.js", Reply.text("text/javascript", PlottingLibrary.SCRIPT.text()));
        files.put("uplot.css", Reply.text("text/css", PlottingLibrary.STYLE.text()));
        return files;
    }

    private static String read(String name) {
        return Resource.text(PageFiles.class, name);
    }
}
