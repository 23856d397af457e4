package org.thalweg.cli;

import org.thalweg.report.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** Which Thalweg, on which Java. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"thalweg " + ProductVersion.current() + " (JDK " + System.getProperty("java.version") + ")"};
    }
}
