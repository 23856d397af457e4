package org.thalweg.symbolic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.symbolic.Loop.Operand;
import org.thalweg.symbolic.Loop.Place;
import org.thalweg.symbolic.Program.Instruction;

/**
 * Cuts a program into loops over a block. Within a loop there is arithmetic only, which the just-in-time compiler turns
 * into vector instructions; elementary functions stand between loops and go over whole rows. Used once.
 *
 * <p>Levels alternate: loop 0, functions 0, loop 1, functions 1, ... Arithmetic is done as late as possible, so that
 * few intermediate results have to be kept in rows; a long loop is cut into parts of equal length. All outputs are
 * written by the last loop, which is why they may share rows with inputs.
 */
final class Schedule {
    /**
     * Steps of a loop at most. The just-in-time compiler of JDK 17 makes no vector instructions of loops with more than
     * some 35 of them: two short loops and a few rows between them are several times as fast.
     */
    private static final int MOST_STEPS = 24;

    private final Program program;
    private final Instruction[] instructionOf;
    private final int[] level;
    private final Map<Integer, Integer> scratchRow = new HashMap<>();
    private final List<Stage> stages = new ArrayList<>();
    private int last;

    /**
     * One pass over the block: a loop with its constants, or a function of one row; a sine may come with the cosine of
     * the same row.
     */
    record Stage(Loop loop, double[] constants, Action function, Operand argument, int target, int cosine) {}

    /** No row. */
    static final int NONE = -1;

    private Schedule(Program program) {
        this.program = program;
        this.instructionOf = new Instruction[program.registers()];
        this.level = new int[program.registers()];
        for (Instruction i : program.instructions()) {
            instructionOf[i.target()] = i;
        }
    }

    /** The passes, in their order. */
    static List<Stage> of(Program program) {
        Schedule schedule = new Schedule(program);
        schedule.assignLevels();
        schedule.postpone();
        schedule.emit();
        return List.copyOf(schedule.stages);
    }

    /** The number of scratch rows that the passes write. */
    static int scratchRows(List<Stage> stages) {
        int rows = 0;
        for (Stage stage : stages) {
            rows = Math.max(rows, Math.max(stage.target, stage.cosine) + 1);
            if (stage.loop != null) {
                for (Loop.Store store : stage.loop.stores()) {
                    rows = Math.max(rows, store.row().place() == Place.SCRATCH ? store.row().index() + 1 : 0);
                }
            }
        }
        return rows;
    }

    private static boolean isArithmetic(Action action) {
        return action instanceof Operation operation && switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, SQRT, ABS -> true;
            default -> false;
        };
    }

    /** Not vectorised by the just-in-time compiler and no function of {@code BlockMath}: a loop of its own. */
    private static boolean isLone(Action operation) {
        return operation == Operation.POWER || operation == Operation.SIGN;
    }

    private boolean isArithmetic(int register) {
        return instructionOf[register] != null && isArithmetic(instructionOf[register].operation());
    }

    /** The first level at which a register can be read by a loop. */
    private int ready(int register) {
        return instructionOf[register] == null || isArithmetic(register) ? level[register] : level[register] + 1;
    }

    private void assignLevels() {
        for (Instruction i : program.instructions()) {
            level[i.target()] = Math.max(ready(i.left()), ready(i.right()));
        }
        last = Arrays.stream(program.results()).map(this::ready).max().orElse(0);
    }

    private void postpone() {
        int[] latest = new int[program.registers()];
        Arrays.fill(latest, last);
        List<Instruction> backwards = new ArrayList<>(Arrays.asList(program.instructions()));
        Collections.reverse(backwards);
        for (Instruction i : backwards) {
            if (isArithmetic(i.operation())) {
                level[i.target()] = latest[i.target()];
            }
            latest[i.left()] = Math.min(latest[i.left()], level[i.target()]);
            latest[i.right()] = Math.min(latest[i.right()], level[i.target()]);
        }
    }

    private void emit() {
        for (int now = 0; now <= last; now++) {
            emitLoops(now);
            for (Instruction i : program.instructions()) {
                if (level[i.target()] == now && !isArithmetic(i.operation())) {
                    emitFunction(i);
                }
            }
        }
    }

    private void emitFunction(Instruction i) {
        if (scratchRow.containsKey(i.target())) {
            return;
        }
        if (isLone(i.operation())) {
            Body body = new Body();
            body.add(i);
            body.keep(i.target());
            stages.add(body.stage());
        } else {
            Operand argument = new Body().operand(i.left());
            Instruction partner = partner(i);
            Instruction first = partner != null && i.operation() == Operation.COS ? partner : i;
            int row = rowOf(first.target());
            int cosine = partner == null ? NONE : rowOf(first == i ? partner.target() : i.target());
            stages.add(new Stage(null, null, first.operation(), argument, row, cosine));
        }
    }

    /** The cosine of a sine or the sine of a cosine, where both are wanted. */
    private Instruction partner(Instruction i) {
        Operation wanted = i.operation() == Operation.SIN ? Operation.COS
                : i.operation() == Operation.COS ? Operation.SIN : null;
        for (Instruction other : program.instructions()) {
            if (other.operation() == wanted && other.left() == i.left()) {
                return other;
            }
        }
        return null;
    }

    /** The arithmetic of a level, in as many loops as it takes. */
    private void emitLoops(int now) {
        List<Instruction> arithmetic = Arrays.stream(program.instructions())
                .filter(i -> level[i.target()] == now && isArithmetic(i.operation())).toList();
        int parts = Math.max(now == last ? 1 : 0, (arithmetic.size() + MOST_STEPS - 1) / MOST_STEPS);
        for (int p = 0; p < parts; p++) {
            int from = p * arithmetic.size() / parts;
            int to = (p + 1) * arithmetic.size() / parts;
            emitLoop(arithmetic.subList(from, to), now == last && p == parts - 1);
        }
    }

    private void emitLoop(List<Instruction> arithmetic, boolean writesOutputs) {
        Body body = new Body();
        arithmetic.forEach(body::add);
        for (Instruction i : arithmetic) {
            if (isReadElsewhere(i.target(), body, writesOutputs)) {
                body.keep(i.target());
            }
        }
        if (writesOutputs) {
            for (int j = 0; j < program.results().length; j++) {
                body.store(program.results()[j], new Operand(Place.OUTPUT, j));
            }
        }
        if (!body.stores.isEmpty()) {
            stages.add(body.stage());
        }
    }

    /** True where another pass needs the number. */
    private boolean isReadElsewhere(int register, Body body, boolean writesOutputs) {
        if (!writesOutputs && Arrays.stream(program.results()).anyMatch(r -> r == register)) {
            return true;
        }
        for (Instruction i : program.instructions()) {
            if ((i.left() == register || i.right() == register) && !body.stepOf.containsKey(i.target())) {
                return true;
            }
        }
        return false;
    }

    private int rowOf(int register) {
        return scratchRow.computeIfAbsent(register, r -> scratchRow.size());
    }

    /** A loop in the making. */
    private final class Body {
        private final List<Loop.Step> steps = new ArrayList<>();
        private final List<Loop.Store> stores = new ArrayList<>();
        private final Map<Integer, Integer> stepOf = new HashMap<>();
        private final Map<Integer, Integer> constants = new LinkedHashMap<>();

        void add(Instruction i) {
            Loop.Step step = new Loop.Step((Operation) i.operation(), operand(i.left()), operand(i.right()));
            stepOf.put(i.target(), steps.size());
            steps.add(step);
        }

        void keep(int register) {
            Operand value = operand(register);
            stores.add(new Loop.Store(value, new Operand(Place.SCRATCH, rowOf(register))));
        }

        void store(int register, Operand row) {
            stores.add(new Loop.Store(operand(register), row));
        }

        Operand operand(int register) {
            if (stepOf.containsKey(register)) {
                return new Operand(Place.VALUE, stepOf.get(register));
            }
            if (register < program.variables()) {
                return new Operand(Place.INPUT, register);
            }
            return instructionOf[register] == null
                    ? new Operand(Place.CONSTANT, constants.computeIfAbsent(register, r -> constants.size()))
                    : new Operand(Place.SCRATCH, scratchRow.get(register));
        }

        Stage stage() {
            double[] values = constants.keySet().stream().mapToDouble(r -> program.initial()[r]).toArray();
            return new Stage(new Loop(steps, stores), values, null, null, NONE, NONE);
        }
    }
}
