package org.thalweg.plot;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.Writer;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Batik's SVG surface, measuring text in fractions of a pixel: on its own it rounds every letter's width, and text
 * that is centred or stands behind a legend symbol is misplaced by the sum.
 */
final class SvgSurface extends SVGGraphics2D {
    private static final FontRenderContext UNROUNDED = new FontRenderContext(null, true, true);

    private final transient Graphics2D scratch = FigureDrawing.scratch();

    private SvgSurface(SVGGeneratorContext context) {
        super(context, false);
    }

    private SvgSurface(SvgSurface parent) {
        super(parent);
    }

    /** Empty paper of the size of a page. */
    static SvgSurface create(String comment, Page page) {
        Document document = GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(comment);
        SvgSurface surface = new SvgSurface(context);
        surface.setSVGCanvasSize(new Dimension(page.width(), page.height()));
        return surface;
    }

    /** Writes the page. */
    void write(Writer out) throws IOException {
        Element root = getRoot();
        root.setAttribute("viewBox", "0 0 " + getSVGCanvasSize().width + " " + getSVGCanvasSize().height);
        stream(root, out, true, false);
    }

    @Override
    public Graphics create() {
        return new SvgSurface(this);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return UNROUNDED;
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return scratch.getFontMetrics(font);
    }
}
