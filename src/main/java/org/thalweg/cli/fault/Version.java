package org.thalweg.cli.fault;

import org.thalweg.compute.Backend;
import org.thalweg.report.ProductVersion;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which Thalweg, on which Java; with {@code --verbose} also how arrays are computed. */
public final class Version implements IVersionProvider {
    @Spec
    private CommandSpec spec;

    @Override
    public String[] getVersion() {
        String version = "thalweg " + ProductVersion.current() + " (JDK " + System.getProperty("java.version") + ")";
        return verbose()
                ? new String[] {version, "back-end: " + Backend.current().description()}
                : new String[] {version};
    }

    /** Asked while the command line is still being put together as well, when nothing is parsed yet. */
    private boolean verbose() {
        CommandLine program = spec == null ? null : spec.root().commandLine();
        return program != null && program.getParseResult() != null
                && program.getParseResult().hasMatchedOption("--verbose");
    }
}
