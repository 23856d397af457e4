package org.thalweg.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.report.drawing.Axis;
import org.thalweg.report.drawing.CellMapLayer;
import org.thalweg.report.drawing.Figure;
import org.thalweg.report.drawing.Legend;
import org.thalweg.report.drawing.Panels;

/** Every sample figure in every format. To look at them: {@code -Dthalweg.figures=FOLDER} keeps them there. */
class FigureWriterTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsFonts() {
        Assumptions.assumeTrue(FigureWriter.available(), "this machine has no fonts");
    }

    static Stream<String> samples() {
        return SampleFigures.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFigureBecomesThreeFilesThatOpen(String name) throws IOException {
        String kept = System.getProperty("thalweg.figures");
        Path directory = kept == null ? folder : Files.createDirectories(Path.of(kept));
        Figure figure = SampleFigures.all().get(name);
        List<Path> files = FigureWriter.write(figure, directory, name, EnumSet.allOf(FigureFormat.class));
        assertEquals(List.of(name + ".png", name + ".svg", name + ".pdf"),
                files.stream().map(f -> f.getFileName().toString()).toList());

        BufferedImage image = ImageIO.read(files.get(0).toFile());
        assertEquals(2 * Style.WIDTH, image.getWidth());
        assertTrue(coloured(image) > 1000, "the image is blank");

        String svg = Files.readString(files.get(1));
        assertTrue(svg.contains(figure.x().label()) && svg.contains(figure.y().label()), "axis labels");
        assertTrue(!svg.contains("NaN"), "a coordinate that is not a number");
        // 500 kB: maps are images, not thousands of rectangles.
        assertTrue(svg.length() < 500_000, svg.length() + " characters");

        assertTrue(new String(Files.readAllBytes(files.get(2)), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    void equalFiguresAreEqualFiles() throws IOException {
        for (FigureFormat format : FigureFormat.values()) {
            byte[][] bytes = new byte[2][];
            for (int i = 0; i < 2; i++) {
                bytes[i] = Files.readAllBytes(
                        FigureWriter.write(SampleFigures.phaseDiagram(), folder, "map" + i, Set.of(format)).get(0));
            }
            assertArrayEquals(bytes[0], bytes[1], format.key());
        }
    }

    @Test
    void legendTitleAndTicksAreTextInSvg() throws IOException {
        Path file = FigureWriter.write(SampleFigures.convergenceTime(), folder, "t", Set.of(FigureFormat.SVG)).get(0);
        String svg = Files.readString(file);
        for (String text : List.of("Stronger noise, shorter time", "κ = 4", "SGD", "SDE", "theory: T ∝ 1/Δ",
                ">0.02<", ">100<",
                "exponent (SGD)")) {
            assertTrue(svg.contains(text), text);
        }
    }

    /** Three figures in two columns: two rows high, each with its own texts. */
    @Test
    void panelsShareAPage() throws IOException {
        Panels panels = new Panels(2, List.of(SampleFigures.convergenceTime(), SampleFigures.phaseDiagram(),
                SampleFigures.singlePoint()));
        List<Path> files = FigureWriter.write(panels, folder, "panels", EnumSet.allOf(FigureFormat.class));
        BufferedImage image = ImageIO.read(files.get(0).toFile());
        assertEquals(2.0 * Style.WIDTH / Style.HEIGHT, 2.0 * image.getWidth() / image.getHeight(), 0.02);
        String svg = Files.readString(files.get(1));
        for (Figure figure : panels.figures()) {
            assertTrue(svg.contains(figure.x().label()) && svg.contains(figure.y().label()), figure.title());
        }
        // The last place is empty.
        assertEquals(0xFFFFFF, image.getRGB(image.getWidth() * 3 / 4, image.getHeight() * 3 / 4) & 0xFFFFFF);
        assertTrue(coloured(image.getSubimage(0, image.getHeight() / 2, image.getWidth() / 2, image.getHeight() / 2))
                > 100, "the third figure is blank");
    }

    /** A disc whose value lies beyond those of the cells: the colours reach it, and the map is lighter where it is. */
    @Test
    void discsAreDrawnInTheColoursOfTheirMap() throws IOException {
        Axis axis = Axis.linear("x");
        double[] edges = {0.0, 1.0, 2.0};
        double[][] cells = {{0.0, 0.0}, {0.0, 0.0}};
        CellMapLayer map = new CellMapLayer(edges, edges, cells, Axis.linear("v"),
                List.of(new CellMapLayer.Disc(0.5, 0.5, 1.0)), "a disc of value 1");
        Path file = FigureWriter.write(Figure.of("", "", axis, axis).with(Legend.BELOW).with(map), folder, "disc",
                Set.of(FigureFormat.PNG)).get(0);
        BufferedImage image = ImageIO.read(file.toFile());
        int brightest = Viridis.rgb(1.0);
        int found = 0;
        // In the left half, where the colour bar is not.
        for (int x = 0; x < image.getWidth() / 2; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                found += (image.getRGB(x, y) & 0xFFFFFF) == brightest ? 1 : 0;
            }
        }
        // A circle of radius 5 points is 314 pixels at two for each point; its rim takes some.
        assertTrue(found > 200 && found < 330, found + " pixels");
    }

    /** Values that differ in their fifth digit have wide numbers at the colour bar: its label keeps clear of the edge. */
    @Test
    void theLabelOfTheColoursIsOnThePage() throws IOException {
        double[] edges = {0.0, 1.0, 2.0};
        CellMapLayer map = new CellMapLayer(edges, edges, new double[][] {{0.09087, 0.09091}, {0.09093, 0.09099}},
                Axis.linear("negative fraction, literal SGD"));
        Path file = FigureWriter.write(Figure.of("", "", Axis.linear("x"), Axis.linear("y")).with(map), folder, "wide",
                Set.of(FigureFormat.PNG)).get(0);
        BufferedImage image = ImageIO.read(file.toFile());
        for (int x = image.getWidth() - 4; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                assertEquals(0xFFFFFF, image.getRGB(x, y) & 0xFFFFFF, "ink at " + x + ", " + y);
            }
        }
    }

    @Test
    void withoutFormatsNothingIsWritten() {
        assertEquals(List.of(), FigureWriter.write(SampleFigures.singlePoint(), folder, "none", Set.of()));
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Path missing = folder.resolve("missing");
        for (FigureFormat format : FigureFormat.values()) {
            FigureException e = assertThrows(FigureException.class,
                    () -> FigureWriter.write(SampleFigures.singlePoint(), missing, "x", Set.of(format)));
            assertTrue(e.getMessage().contains("missing"), e.getMessage());
        }
    }

    private static int coloured(BufferedImage image) {
        int count = 0;
        for (int i = 0; i < image.getWidth(); i++) {
            for (int j = 0; j < image.getHeight(); j++) {
                count += (image.getRGB(i, j) & 0xFFFFFF) != 0xFFFFFF ? 1 : 0;
            }
        }
        return count;
    }
}
