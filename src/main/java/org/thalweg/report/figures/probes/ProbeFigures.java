package org.thalweg.report.figures.probes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.model.Setting;
import org.thalweg.probes.ProbeRunner;
import org.thalweg.report.drawing.Figure;

/** The figures that there are numbers for, by their names. */
public final class ProbeFigures {
    private ProbeFigures() {}

    /** Of what was measured. */
    public static Map<String, Figure> of(Setting setting, ProbeRunner.Found found) {
        List<ProbeRunner.AtPoint> points = found.points();
        Map<String, Optional<Figure>> all = new LinkedHashMap<>();
        all.put("spectrum", SpectrumFigure.of(setting, points));
        all.put("spectral-density", SpectralDensityFigure.of(setting, points));
        all.put("noise-curvature", PowerLawFigure.ofNoise(setting, points));
        all.put("variance-flatness", PowerLawFigure.ofPath(setting, points));
        all.put("line-scan", ScanFigure.of(setting, points));
        all.put("overlap", OverlapFigure.of(setting, found.pairs()));
        all.put("segment", SegmentFigure.of(setting, found.pairs()));
        all.put("plane-scan", PlaneFigure.of(setting, points));
        Map<String, Figure> figures = new LinkedHashMap<>();
        all.forEach((name, figure) -> figure.ifPresent(f -> figures.put(name, f)));
        return figures;
    }
}
