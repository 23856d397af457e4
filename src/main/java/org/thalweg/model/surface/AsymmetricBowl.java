package org.thalweg.model.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thalweg.model.paths.PathQuantity;
import org.thalweg.model.space.Landmarks;
import org.thalweg.quantity.Quantity;

/**
 * Asymmetric in every direction on its own: the sum over the coordinates x, y1, y2, ... of one {@link
 * AsymmetricValley} each.
 */
public final class AsymmetricBowl extends WrittenSurface {
    /** Model files name it as a valley of several directions. */
    public static final SurfaceKind KIND = AsymmetricValley.KIND;

    private final List<AsymmetricValley> valleys;

    /** The bowl of two valleys or more. */
    public AsymmetricBowl(List<AsymmetricValley> valleys) {
        super(names(valleys.size()),
                IntStream.range(0, valleys.size()).mapToObj(i -> valleys.get(i).along(i)).toList());
        this.valleys = List.copyOf(valleys);
    }

    /** The minimum at the origin. */
    @Override
    public Landmarks landmarks() {
        return new Landmarks(List.of(new double[valleys.size()]), valleys.get(0).landmarks().kinks());
    }

    /**
     * {@code averaged_x}, {@code averaged_y...}: the averaged iterate, over the steps after the first tenth of
     * a run.
     */
    @Override
    public List<PathQuantity> pathQuantities() {
        List<PathQuantity> averages = new ArrayList<>();
        for (int i = 0; i < valleys.size(); i++) {
            int coordinate = i;
            averages.add(PathQuantity.average(Quantity.averaged(coordinates().get(i)), AsymmetricValley.BEGINNING,
                    (theta, count, value) -> System.arraycopy(theta[coordinate], 0, value, 0, count)));
        }
        return averages;
    }

    @Override
    protected Object[] parts() {
        return new Object[] {valleys};
    }

    /** The valleys. */
    @Override
    public String toString() {
        return "sum of " + valleys.stream().map(AsymmetricValley::toString).collect(Collectors.joining(", "));
    }
}
