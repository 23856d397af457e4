package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RecursiveAction;

/**
 * Eliminates the parts of a {@link Dissection}, children before parents, unrelated subtrees at the same time: by the
 * threads of the fork-join pool that the caller belongs to, or of the common one. Each front is the work of one thread
 * in one order, so the result does not depend on their number.
 */
final class EliminationTree {
    /** Smaller subtrees are not worth handing over: a few milliseconds of work. */
    private static final int SMALLEST_TASK = 20_000;

    private final List<Dissection.Part> parts;
    private final Generator generator;
    private final double[][][] ownRows;
    private final double[][][] boundaryRows;
    private final Front[] fronts;
    /** Cells in the subtree of each part. */
    private final int[] cells;
    /** Where each subtree begins in the list of parts, which holds subtrees without gaps. */
    private final int[] begin;
    private final ConcurrentLinkedQueue<Workspace> idle = new ConcurrentLinkedQueue<>();

    /**
     * Prepares.
     *
     * @param ownRows modified by {@link #eliminate}: for each part the rows of its own cells
     * @param boundaryRows modified by {@link #eliminate}: for each part the factors of its boundary cells
     */
    EliminationTree(List<Dissection.Part> parts, Generator generator, double[][][] ownRows, double[][][] boundaryRows) {
        this.parts = parts;
        this.generator = generator;
        this.ownRows = ownRows;
        this.boundaryRows = boundaryRows;
        this.fronts = new Front[parts.size()];
        this.cells = new int[parts.size()];
        this.begin = new int[parts.size()];
        for (int p = 0; p < parts.size(); p++) {
            cells[p] = parts.get(p).own().length;
            begin[p] = p;
            for (int child : parts.get(p).children()) {
                cells[p] += cells[child];
                begin[p] = Math.min(begin[p], begin[child]);
            }
        }
    }

    /** Eliminates all parts. */
    void eliminate() {
        int root = parts.size() - 1;
        if (cells[root] < 2 * SMALLEST_TASK) {
            eliminateSubtree(root);
        } else {
            new Subtree(root).invoke();
        }
    }

    private final class Subtree extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final int root;

        Subtree(int root) {
            this.root = root;
        }

        @Override
        protected void compute() {
            int[] children = parts.get(root).children();
            if (children.length == 0 || cells[root] < 2 * SMALLEST_TASK) {
                eliminateSubtree(root);
                return;
            }
            invokeAll(Arrays.stream(children).mapToObj(Subtree::new).toArray(Subtree[]::new));
            Workspace workspace = borrow();
            eliminate(root, workspace);
            idle.add(workspace);
        }
    }

    private void eliminateSubtree(int root) {
        Workspace workspace = borrow();
        for (int p = begin[root]; p <= root; p++) {
            eliminate(p, workspace);
        }
        idle.add(workspace);
    }

    private Workspace borrow() {
        Workspace workspace = idle.poll();
        return workspace == null ? new Workspace(generator.size()) : workspace;
    }

    private void eliminate(int p, Workspace workspace) {
        Dissection.Part part = parts.get(p);
        Front front = new Front(part, generator, workspace.position);
        for (int child : part.children()) {
            front.add(fronts[child], workspace.position);
            fronts[child] = null;
        }
        front.release(workspace.position);
        front.eliminate(workspace.elimination);
        fronts[p] = front;
        int own = part.own().length;
        ownRows[p] = Arrays.copyOf(front.rows(), own);
        boundaryRows[p] = new double[part.boundary().length][];
        for (int b = 0; b < part.boundary().length; b++) {
            boundaryRows[p][b] = Arrays.copyOf(front.rows()[own + b], own);
        }
    }

    /** Scratch memory of one thread; all places are -1 between fronts. */
    private static final class Workspace {
        private final int[] position;
        private final BlockElimination elimination = new BlockElimination();

        Workspace(int size) {
            position = new int[size];
            Arrays.fill(position, -1);
        }
    }
}
