package org.thalweg.fokkerplanck.linear;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RecursiveAction;

/**
 * The order in which the parts of a {@link Dissection} wait for each other. Unrelated subtrees are the work of
 * different threads: those of the fork-join pool that the caller belongs to, or of the common one. A part waits for its
 * children and takes them in their order, so what is computed does not depend on the number of threads.
 */
final class EliminationTree {
    /** Smaller subtrees are not worth handing over: a few milliseconds of work. */
    private static final int SMALLEST_TASK = 20_000;

    private final List<Dissection.Part> parts;
    /** Cells in the subtree of each part. */
    private final int[] cells;
    /** Where each subtree begins in the list of parts, which holds subtrees without gaps. */
    private final int[] begin;

    private EliminationTree(List<Dissection.Part> parts, int[] cells, int[] begin) {
        this.parts = parts;
        this.cells = cells;
        this.begin = begin;
    }

    /** The tree of a list of parts, children before parents. */
    static EliminationTree of(List<Dissection.Part> parts) {
        int[] cells = new int[parts.size()];
        int[] begin = new int[parts.size()];
        for (int p = 0; p < parts.size(); p++) {
            cells[p] = parts.get(p).own().length;
            begin[p] = p;
            for (int child : parts.get(p).children()) {
                cells[p] += cells[child];
                begin[p] = Math.min(begin[p], begin[child]);
            }
        }
        return new EliminationTree(parts, cells, begin);
    }

    /** The parts, children before parents. */
    List<Dissection.Part> parts() {
        return parts;
    }

    /** True where part {@code descendant} is {@code p} itself or below it. */
    boolean holds(int p, int descendant) {
        return begin[p] <= descendant && descendant <= p;
    }

    /** The work on the parts from {@code first} to {@code last}, neighbours in the list. */
    @FunctionalInterface
    interface Work {
        /** Does it, on one thread. */
        void on(int first, int last);
    }

    /** Children before parents; within a call the work goes up from the first part to the last. */
    void upwards(Work work) {
        run(work, true);
    }

    /** Parents before children; within a call the work goes down from the last part to the first. */
    void downwards(Work work) {
        run(work, false);
    }

    private void run(Work work, boolean upwards) {
        int root = parts.size() - 1;
        if (whole(root)) {
            work.on(0, root);
        } else {
            new Subtree(root, work, upwards).invoke();
        }
    }

    private boolean whole(int root) {
        return parts.get(root).children().length == 0 || cells[root] < 2 * SMALLEST_TASK;
    }

    private final class Subtree extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final int root;
        private final transient Work work;
        private final boolean upwards;

        Subtree(int root, Work work, boolean upwards) {
            this.root = root;
            this.work = work;
            this.upwards = upwards;
        }

        @Override
        protected void compute() {
            if (whole(root)) {
                work.on(begin[root], root);
                return;
            }
            if (!upwards) {
                work.on(root, root);
            }
            invokeAll(Arrays.stream(parts.get(root).children())
                    .mapToObj(child -> new Subtree(child, work, upwards)).toArray(Subtree[]::new));
            if (upwards) {
                work.on(root, root);
            }
        }
    }
}
