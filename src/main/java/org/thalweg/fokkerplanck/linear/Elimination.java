package org.thalweg.fokkerplanck.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.thalweg.fokkerplanck.grid.Generator;

/**
 * Eliminates the parts of a {@link Dissection} along their tree. All scratch memory is used again, by the next front or
 * by the next thread, so that next to nothing but the result is allocated.
 */
public final class Elimination {
    private final EliminationTree tree;
    private final Generator generator;
    private final int source;
    private final EliminatedPart[] eliminated;
    private FactorMemory memory;
    /** For each part: what its elimination left between its boundary cells; see {@link Front#remains}. */
    private final double[][] remains;
    private final ConcurrentLinkedQueue<Workspace> idle = new ConcurrentLinkedQueue<>();

    /**
     * Prepares.
     *
     * @param source the cell of all right-hand sides, or {@link Front#ANY_CELL}
     */
    public Elimination(EliminationTree tree, Generator generator, int source) {
        this.tree = tree;
        this.generator = generator;
        this.source = source;
        this.eliminated = new EliminatedPart[tree.parts().size()];
        this.remains = new double[tree.parts().size()][];
    }

    /** Eliminates all parts. */
    EliminatedPart[] run() {
        int home = source == Front.ANY_CELL ? -1 : home();
        memory = FactorMemory.of(tree.parts(), p -> home < 0 || tree.holds(p, home));
        tree.upwards((first, last) -> {
            Workspace workspace = idle.poll();
            workspace = workspace == null ? new Workspace(generator.size()) : workspace;
            for (int p = first; p <= last; p++) {
                eliminate(p, workspace);
            }
            idle.add(workspace);
        });
        return eliminated;
    }

    /** The part that the source belongs to. */
    private int home() {
        for (int p = 0; p < eliminated.length; p++) {
            for (int cell : tree.parts().get(p).own()) {
                if (cell == source) {
                    return p;
                }
            }
        }
        throw new IllegalArgumentException("there is no cell " + source);
    }

    private void eliminate(int p, Workspace workspace) {
        Dissection.Part part = tree.parts().get(p);
        Front front = new Front(part, workspace.rows(part.own().length + part.boundary().length));
        front.assemble(generator, workspace.position);
        for (int child : part.children()) {
            front.add(tree.parts().get(child).boundary(), remains[child], workspace.position);
            workspace.spare.add(remains[child]);
            remains[child] = null;
        }
        front.release(workspace.position);
        eliminated[p] = front.eliminate(generator.grid(), workspace.elimination, memory.withLower(p), memory.array(p),
                memory.begin(p));
        int boundary = part.boundary().length;
        remains[p] = workspace.take(boundary * (boundary + 1));
        front.remains(remains[p]);
    }

    /** Scratch memory of one thread; all places are -1 between fronts. */
    private static final class Workspace {
        /** The smallest matrix, and by how much the next is larger: small fronts stay close together in the caches. */
        private static final int SMALLEST = 64;
        private static final double GROWTH = 1.5;

        private final int[] position;
        private final BlockElimination elimination = new BlockElimination();
        private final List<double[][]> matrices = new ArrayList<>();
        private final List<double[]> spare = new ArrayList<>();

        Workspace(int size) {
            position = new int[size];
            Arrays.fill(position, -1);
        }

        /** At least {@code size + 1} rows of at least {@code size} numbers, of any value. */
        double[][] rows(int size) {
            int length = SMALLEST;
            for (int m = 0;; m++) {
                if (m == matrices.size()) {
                    matrices.add(new double[0][]);
                }
                if (size <= length) {
                    if (matrices.get(m).length == 0) {
                        // Seven numbers more: rows do not begin at distances of powers of two.
                        matrices.set(m, new double[length + 1][length + 7]);
                    }
                    return matrices.get(m);
                }
                length = (int) (length * GROWTH);
            }
        }

        /** The smallest of the spare arrays that is long enough, or a new one. */
        double[] take(int length) {
            double[] best = null;
            for (double[] array : spare) {
                if (array.length >= length && (best == null || array.length < best.length)) {
                    best = array;
                }
            }
            if (best == null) {
                return new double[length];
            }
            double[] taken = best;
            spare.removeIf(array -> array == taken);
            return taken;
        }
    }
}
