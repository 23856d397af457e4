package org.thalweg.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Thalweg, on which Java. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/thalweg.properties")) {
            properties.load(in);
        }
        return new String[] {"thalweg " + properties.getProperty("version") + " (JDK " + System.getProperty("java.version") + ")"};
    }
}
