package org.thalweg.spark;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The archives that executors need beside Spark's own: this program's, and the libraries beside them. */
final class Archives {
    private Archives() {}

    /** The class path of this process, as far as it is not Spark's. */
    static List<String> all() {
        String home = System.getenv("SPARK_HOME");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .flatMap(Archives::spread)
                .filter(path -> path.endsWith(".jar"))
                .filter(path -> home == null || !path.startsWith(home + File.separator))
                .toList();
    }

    private static Stream<String> spread(String path) {
        if (!path.endsWith("*")) {
            return Stream.of(path);
        }
        File[] files = new File(path.substring(0, path.length() - 1)).listFiles();
        return files == null ? Stream.empty() : Arrays.stream(files).map(File::getPath).sorted();
    }
}
