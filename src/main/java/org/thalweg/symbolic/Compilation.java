package org.thalweg.symbolic;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far a program is on its way from interpretation to bytecode. Shared by everybody who runs it: a kernel that is
 * bound anew for each step finds what those before it have compiled.
 */
final class Compilation {
    /** Points after which compilation, some milliseconds, pays. */
    private static final long POINTS_BEFORE_COMPILING = 100_000;

    private final Program program;
    private final AtomicLong left = new AtomicLong(POINTS_BEFORE_COMPILING);
    private volatile List<Schedule.Stage> schedule;
    private volatile Loop.Code[] code;
    private volatile int scratchRows;
    private volatile boolean compiled;

    Compilation(Program program) {
        this.program = program;
    }

    /** The passes; computed once. */
    List<Schedule.Stage> schedule() {
        List<Schedule.Stage> known = schedule;
        if (known == null) {
            known = Schedule.of(program);
            schedule = known;
        }
        return known;
    }

    /** Of each pass that is a loop its code, null for the others; compiled where it is not yet. */
    Loop.Code[] code() {
        Loop.Code[] known = code;
        if (known == null) {
            known = schedule().stream().map(s -> s.loop() == null ? null : LoopAssembler.compile(s.loop()))
                    .toArray(Loop.Code[]::new);
            scratchRows = Schedule.scratchRows(schedule());
            code = known;
        }
        return known;
    }

    /** The number of scratch rows that the passes write, once there is {@link #code}. */
    int scratchRows() {
        return scratchRows;
    }

    /** True where all loops have been compiled before, of this program or another of the same shape. */
    boolean isKnown() {
        if (!compiled) {
            compiled = schedule().stream().allMatch(s -> s.loop() == null || LoopAssembler.isCompiled(s.loop()));
        }
        return compiled;
    }

    /** Counts points that were interpreted; true where compilation pays by now. */
    boolean pays(int points) {
        return left.addAndGet(-points) <= 0;
    }
}
