package org.thalweg.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.report.SampleRun;
import org.thalweg.report.stored.StoredRun;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfRunHasAPage() throws Exception {
        Document sweep = page(SampleRun.of(folder.resolve("sweep"), "sweep", "ring").sweep());
        assertEquals("ring: sweep", text(sweep, "h1").get(0));
        assertTrue(text(sweep, "td").contains("78.5(1.3)\u2713 consistent"), text(sweep, "td").toString());
        assertTrue(text(sweep, "td").contains("77.3730(15)"), text(sweep, "td").toString());
        assertTrue(text(sweep, "p").contains("0 in every cell, of every witness."));
        assertTrue(text(sweep, "caption").contains(
                "Everywhere batch variance \u03c3\u00b2 = 2, anisotropy \u03ba = 4."));
        Document validate = page(SampleRun.of(folder.resolve("validate"), "validate", "ring").verdicts());
        assertTrue(text(validate, "td").contains("\u22120.1446(35)"), text(validate, "td").toString());
        assertTrue(text(validate, "p").contains("Refuted: C2 ratio."), text(validate, "p").toString());
        assertTrue(text(validate, "div").contains("Margin: sampling 0.0036 (standard error)"));
        Document simulate = page(SampleRun.of(folder.resolve("simulate"), "simulate", "ring").summary());
        assertTrue(text(simulate, "td").contains("1.3327(30)"));
        Document ladder = page(SampleRun.of(folder.resolve("ladder"), "ladder", "ring").ladder());
        assertTrue(text(ladder, "td").contains("\u221e"));
    }

    /** A plane of cells is a matrix for each witness, in as many pieces as fit; nothing is left out or cut off. */
    @Test
    void aPlaneOfCellsIsAMatrixForEachWitness() throws Exception {
        StringBuilder csv = new StringBuilder("learning_rate,batch_variance,anisotropy,temperature,witness,quantity,"
                + "value,standard_error,samples,verdict\n");
        for (int i = 1; i <= 3; i++) {
            for (int j = 1; j <= 9; j++) {
                csv.append("0.0" + i + "," + j + ",4,0." + i + j + ",sgd,mean_flatness,1." + i + j
                        + "25,0.0125,64,CONSISTENT\n");
            }
        }
        SampleRun run = SampleRun.of(folder, "sweep").with("sweep.csv", csv.toString());
        Document page = page(run);
        assertEquals(27, text(page, "td").stream().filter(field -> field.endsWith("\u2713 consistent")).count());
        List<String> header = text(page, "th").stream().filter(field -> field.matches("[1-9]")).toList();
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"), header);
        assertFits(page);
    }

    /** No row of any table of numbers has more fields than {@link DataTable#MOST_COLUMNS}. */
    private static void assertFits(Document page) {
        NodeList rows = page.getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            int fields = ((Element) rows.item(i)).getElementsByTagName("td").getLength()
                    + ((Element) rows.item(i)).getElementsByTagName("th").getLength();
            assertTrue(fields <= DataTable.MOST_COLUMNS, fields + " fields: " + rows.item(i).getTextContent());
        }
    }

    @Test
    void noTableIsWiderThanAPage() throws Exception {
        assertFits(page(SampleRun.of(folder.resolve("sweep"), "sweep", "ring").sweep()));
        assertFits(page(SampleRun.of(folder.resolve("ladder"), "ladder", "ring").ladder()));
        assertFits(page(SampleRun.of(folder.resolve("claims"), "validate", "ring").verdicts()));
        // A sheet of paper is narrow too, and what is made for telephones took 22 pages on it, its labels in a staircase.
        assertTrue(ReportPage.of(SampleRun.of(folder.resolve("paper"), "sweep").sweep().read())
                .contains("@media screen and (max-width"));
        // The style has no way to cut one off.
        assertFalse(PageStyle.CSS.contains("overflow: hid"));
        assertThrows(IllegalArgumentException.class,
                () -> new DataTable(Collections.nCopies(DataTable.MOST_COLUMNS + 1, "wide")));
    }

    /**
     * A page of this run may be replaced, by whatever version it was written; of another run, or edited, it may not.
     */
    @Test
    void aPageIsKnownAgain() {
        StoredRun run = SampleRun.of(folder.resolve("one"), "sweep", "ring").sweep().read();
        StoredRun other = new StoredRun(run.folder(), run.record().deepCopy(), run.model(), run.files());
        other.record().addProperty("started", "2026-01-02T03:04:06Z");
        String page = ReportPage.of(run);
        assertTrue(ReportPage.isPageOf(run, page));
        assertFalse(ReportPage.isPageOf(other, page));
        assertFalse(ReportPage.isPageOf(run, page.replace("78.5", "78.6")));
        assertFalse(ReportPage.isPageOf(run, page + "<!-- mine -->"));
        assertFalse(ReportPage.isPageOf(run, "<p>mine</p>"));
    }

    /** Colours do not speak alone: each verdict is a word too. */
    @Test
    void verdictsAreCountedInWords() throws Exception {
        Document page = page(SampleRun.of(folder, "sweep", "ring").sweep());
        assertTrue(text(page, "p").contains("Comparisons: 1\u00a0\u2717 refuted 1\u00a0? inconclusive "
                + "1\u00a0\u2713 consistent 1\u00a0\u2013 not applicable"));
    }

    @Test
    void noTextBecomesMarkup() throws Exception {
        String evil = "name: \"<script>alert(1)</script>\"\nsummary: '\"><img src=x onerror=alert(1)> &amp;'\n";
        SampleRun run = SampleRun.of(folder, "sweep").sweep().verdicts()
                .record(List.of("sweep", "</pre><script>"), evil, List.of("</p><script>1</script>"));
        Document page = page(run);
        assertEquals(3, page.getElementsByTagName("script").getLength(), "data, the library, and the drawings of the page");
        assertEquals(0, page.getElementsByTagName("img").getLength());
        assertTrue(text(page, "pre").contains(evil.strip()));
        assertEquals("<script>alert(1)</script>: sweep", text(page, "title").get(0));
        assertTrue(text(page, "p").contains("\"><img src=x onerror=alert(1)> &amp;"));
    }

    @Test
    void nothingIsFetchedAndNothingRunsButWhatThePolicyNames() throws Exception {
        String whole = ReportPage.of(SampleRun.of(folder, "sweep").sweep().with("marginal.svg", "<svg/>")
                .with("phase-diagram.png", "1").with("phase-diagram.svg", "<svg width='1'/>").read());
        Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(whole);
        int scripts = 0;
        while (script.find()) {
            String hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(script.group(1).getBytes(StandardCharsets.UTF_8)));
            assertTrue(whole.contains("'sha256-" + hash + "'"), "a script that the policy names");
            assertFalse(script.group(1).contains("fetch("));
            scripts++;
        }
        assertEquals(2, scripts);
        assertTrue(whole.contains("content=\"default-src 'none'; img-src data:;"));
        assertTrue(whole.contains("The MIT License"), "of the library");
        String page = script.replaceAll("");
        for (String reference : List.of("http:", "https:", "<script src", "<link rel=\"style", "@import", "url(")) {
            assertFalse(page.contains(reference), reference);
        }
        assertTrue(page.contains("<img src=\"data:image/svg+xml;base64,PHN2Zy8+"));
        assertFalse(page.contains("image/png"), "vectors where there are any");
        assertTrue(page.indexOf("Learning rate against") < page.indexOf("Density along"), "the answer comes first");
    }

    @Test
    void aFolderWithNothingButItsRecordHasAPage() throws Exception {
        Document page = page(SampleRun.of(folder).with("run.json", "{}"));
        assertTrue(text(page, "p").contains("This run drew no figures (--figures none, or no fonts)."));
    }

    @Test
    void anUnfinishedRunSaysSoFirst() throws Exception {
        Document page = page(SampleRun.of(folder, "sweep").record(List.of("sweep"), "", List.of("unfinished")));
        assertTrue(text(page, "p").stream().anyMatch(p -> p.startsWith("This run is not finished")));
    }

    /** The page is well-formed, so a parser of XML reads what follows the head. */
    private static Document page(SampleRun run) throws Exception {
        String page = ReportPage.of(run.read());
        String xml = Pattern.compile("<script([^>]*)>.*?</script>", Pattern.DOTALL).matcher(page)
                .replaceAll("<script$1></script>").replace("<!DOCTYPE html>\n", "")
                .replaceAll("(?s)<style>.*?</style>", "").replaceAll("<(meta[^>]*|img[^>]*|link[^>]*)>", "<$1/>")
                .replace(" hidden>", ">");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> text(Document page, String element) {
        NodeList nodes = page.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip()).toList();
    }

    /** Each cell of a large sweep may have a remark: the page begins with some of them, and says where the others are. */
    @Test
    void ofManyRemarksThereAreTheFirst() {
        List<String> remarks = IntStream.range(0, 1001).mapToObj(i -> "remark " + i + ".").toList();
        String page = ReportPage.of(SampleRun.of(folder).record(List.of("sweep", "ring"), "name: ring\n", remarks).read());
        assertTrue(page.contains("Note: remark 19.") && !page.contains("remark 20."), "twenty");
        assertTrue(page.contains("Note: 981 further remarks are in run.json"), "the others");
    }
}
