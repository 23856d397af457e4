package org.thalweg.spark;

import org.apache.spark.launcher.JavaModuleOptions;

/** Says which options Java needs to run Spark: the launcher asks. */
public final class ModuleOptions {
    private ModuleOptions() {}

    public static void main(String[] arguments) {
        System.out.println(JavaModuleOptions.defaultModuleOptions());
    }
}
