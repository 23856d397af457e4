package org.thalweg.plot;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jfree.chart.text.TextUtils;
import org.thalweg.report.drawing.Drawing;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Panels;

/** Writes figures as files. Equal figures make equal files on one machine: no dates, no random names inside. */
public final class FigureWriter {
    private static final int PIXELS_PER_POINT = 2;

    static {
        // Before any AWT class is loaded: figures need fonts, never a display.
        System.setProperty("java.awt.headless", "true");
        // Vertical labels as text, not as outlines of letters.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private FigureWriter() {}

    /** True where figures can be drawn: the machine has at least one font. */
    public static boolean available() {
        return Fonts.FAILURE.isEmpty();
    }

    /**
     * Draws a figure, or several on one page, into one file for each format, {@code name.png} and so on; files of that
     * name are replaced.
     *
     * @param directory an existing folder
     * @return the files written
     * @throws FigureException where the machine has no fonts, or a file cannot be written
     */
    public static List<Path> write(Drawing drawing, Path directory, String name, Set<FigureFormat> formats) {
        Fonts.FAILURE.ifPresent(cause -> {
            throw new FigureException("figures cannot be drawn: Java finds no fonts (" + cause + "); install "
                    + "fontconfig and fonts-dejavu-core, or pass --figures none", cause);
        });
        List<Path> files = new ArrayList<>();
        if (formats.isEmpty()) {
            return files;
        }
        Page page = drawing instanceof Panels panels ? PanelsDrawing.of(panels) : FigureDrawing.of((Figure) drawing);
        for (FigureFormat format : EnumSet.copyOf(formats)) {
            Path file = directory.resolve(name + "." + format.key());
            try {
                write(page, format, file);
            } catch (IOException e) {
                throw new FigureException(file + " cannot be written (" + e.getMessage() + "); free some space or name "
                        + "another folder with --out", e);
            }
            files.add(file);
        }
        return files;
    }

    private static void write(Page page, FigureFormat format, Path file) throws IOException {
        if (format == FigureFormat.PNG) {
            writePng(page, file);
        } else if (format == FigureFormat.SVG) {
            writeSvg(page, file);
        } else {
            writePdf(page, file);
        }
    }

    private static void writePng(Page page, Path file) throws IOException {
        BufferedImage image = new BufferedImage(page.width() * PIXELS_PER_POINT, page.height() * PIXELS_PER_POINT,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        page.draw(g2);
        g2.dispose();
        // To a stream: given a file it cannot create, ImageIO prints a stack trace.
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
    }

    private static void writeSvg(Page page, Path file) throws IOException {
        SvgSurface g2 = SvgSurface.create("Drawn by Thalweg", page);
        page.draw(g2);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            g2.write(out);
        }
    }

    private static void writePdf(Page page, Path file) throws IOException {
        try (PDDocument document = new PDDocument()) {
            // Otherwise the file's identifier is taken from the clock.
            document.setDocumentId(0L);
            PDPage sheet = new PDPage(new PDRectangle(page.width(), page.height()));
            document.addPage(sheet);
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, page.width(), page.height());
            page.draw(g2);
            g2.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                content.drawForm(g2.getXFormObject());
            }
            // To a stream: given an existing file, PDFBox prints a warning.
            try (OutputStream out = Files.newOutputStream(file)) {
                document.save(out);
            }
        }
    }
}
