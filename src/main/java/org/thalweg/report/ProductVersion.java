package org.thalweg.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program. */
public final class ProductVersion {
    private ProductVersion() {}

    /** The version the build wrote into the resource {@code thalweg.properties}. */
    public static String current() {
        try (InputStream in = ProductVersion.class.getResourceAsStream("/thalweg.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("thalweg.properties cannot be read from the jar; build it again", e);
        }
    }
}
