package org.thalweg.cli;

import org.thalweg.report.ProductVersion;
import picocli.CommandLine.IVersionProvider;

/** Which Thalweg, on which Java. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String jdk = System.getProperty("java.version");
        return new String[] {"thalweg " + ProductVersion.current() + " (JDK " + jdk + ")"};
    }
}
