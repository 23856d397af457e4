package org.thalweg.compute;

import java.util.List;
import java.util.ServiceConfigurationError;
import org.thalweg.refusal.Refusal;

/** Chooses, once at start, how arrays are computed: by vector instructions where Java gives access to them. */
public final class Backend {
    /** The property that asks for a back-end: "vector", "scalar", or "auto", which takes the first that is there. */
    public static final String PROPERTY = "thalweg.backend";

    /**
     * The property that, where it is true, has "auto" begin without vector instructions: short work is over before the
     * compiler has earned their keep.
     */
    public static final String PATIENT = "thalweg.backend.patient";

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    /** Compiled on its own, since the module it uses is not always there; hence known by name only. */
    private static final String VECTOR_MATH = "org.thalweg.compute.VectorMath";

    private static final BlockMath CHOSEN = choose(System.getProperty(PROPERTY, "auto"),
            Boolean.getBoolean(PATIENT));

    private Backend() {}

    /** The back-end of this process. */
    public static BlockMath current() {
        return CHOSEN;
    }

    /** All back-ends that work here, the fastest first. */
    static List<BlockMath> available() {
        return vectorsAreThere() ? List.of(vectorMath(), ScalarMath.INSTANCE) : List.of(ScalarMath.INSTANCE);
    }

    private static BlockMath choose(String wanted, boolean patient) {
        BlockMath chosen = choose(wanted);
        return patient && wanted.equals("auto") && chosen != ScalarMath.INSTANCE
                ? new PatientMath(ScalarMath.INSTANCE, chosen, PatientMath.PATIENCE) : chosen;
    }

    static BlockMath choose(String wanted) {
        for (BlockMath math : available()) {
            if (wanted.equals("auto") || wanted.equals(math.key())) {
                return math;
            }
        }
        throw new Refusal(wanted.equals("vector")
                ? "back-end vector: Java runs without the module " + VECTOR_MODULE + "; add --add-modules="
                        + VECTOR_MODULE + ", or use auto"
                : "back-end '" + wanted + "': use auto, vector or scalar");
    }

    private static boolean vectorsAreThere() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    private static BlockMath vectorMath() {
        try {
            return (BlockMath) Class.forName(VECTOR_MATH).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new ServiceConfigurationError("the vector back-end is missing from this build", e);
        }
    }
}
