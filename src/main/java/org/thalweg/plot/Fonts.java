package org.thalweg.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Asks once whether this machine can draw text. */
final class Fonts {
    /** What Java threw on trying; empty where text can be drawn. */
    static final Optional<Throwable> FAILURE = attempt();

    private Fonts() {}

    /** Without fonts JDK 17 throws an InternalError, JDK 25 a RuntimeException; without libfreetype a LinkageError. */
    private static Optional<Throwable> attempt() {
        try {
            Graphics2D g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            g2.setFont(Style.font(11f));
            g2.getFontMetrics().stringWidth("x");
            g2.dispose();
            return Optional.empty();
        } catch (RuntimeException | InternalError | LinkageError e) {
            return Optional.of(e);
        }
    }
}
