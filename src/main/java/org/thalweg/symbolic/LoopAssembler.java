package org.thalweg.symbolic;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.thalweg.symbolic.Loop.Operand;
import org.thalweg.symbolic.Loop.Place;

/**
 * Turns loops into bytecode, as a programmer would have written them: rows and constants in local variables, one
 * counted loop over the points. The just-in-time compiler makes vector instructions of it.
 */
final class LoopAssembler {
    private static final String CODE = Loop.Code.class.getName().replace('.', '/');
    private static final String NAME = LoopAssembler.class.getPackageName().replace('.', '/') + "/CompiledLoop";
    private static final String SIGNATURE = "([D[[D[[D[[DI)V";

    /** Local variables of {@link Loop.Code#run}. */
    private static final int CONSTANTS = 1;
    private static final Map<Place, Integer> ROWS = Map.of(Place.INPUT, 2, Place.SCRATCH, 3, Place.OUTPUT, 4);
    private static final int COUNT = 5;
    private static final int INDEX = 6;
    private static final int FIRST_FREE = 7;

    /** One entry for each shape of loop ever met: formulas are few, their shapes fewer. */
    private static final Map<Loop, Loop.Code> COMPILED = new ConcurrentHashMap<>();

    private final Loop loop;
    private final Map<Operand, Integer> locals = new LinkedHashMap<>();
    private final MethodVisitor method;
    private int free = FIRST_FREE;

    private LoopAssembler(Loop loop, MethodVisitor method) {
        this.loop = loop;
        this.method = method;
    }

    /** The code of a loop. */
    static Loop.Code compile(Loop loop) {
        return COMPILED.computeIfAbsent(loop, LoopAssembler::define);
    }

    /** True where the code is there already. */
    static boolean isCompiled(Loop loop) {
        return COMPILED.containsKey(loop);
    }

    private static Loop.Code define(Loop loop) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, "java/lang/Object",
                new String[] {CODE});
        constructor(type.visitMethod(0, "<init>", "()V", null, null));
        new LoopAssembler(loop, type.visitMethod(Opcodes.ACC_PUBLIC, "run", SIGNATURE, null, null)).body();
        type.visitEnd();
        try {
            return (Loop.Code) MethodHandles.lookup().defineHiddenClass(type.toByteArray(), true).lookupClass()
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a compiled formula does not load", e);
        }
    }

    private static void constructor(MethodVisitor method) {
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void body() {
        method.visitCode();
        for (Loop.Step step : loop.steps()) {
            load(step.left());
            load(step.right());
        }
        for (Loop.Store store : loop.stores()) {
            load(store.value());
            load(store.row());
        }
        Label test = new Label();
        Label next = new Label();
        method.visitInsn(Opcodes.ICONST_0);
        method.visitVarInsn(Opcodes.ISTORE, INDEX);
        method.visitJumpInsn(Opcodes.GOTO, test);
        method.visitLabel(next);
        iteration();
        method.visitIincInsn(INDEX, 1);
        method.visitLabel(test);
        method.visitVarInsn(Opcodes.ILOAD, INDEX);
        method.visitVarInsn(Opcodes.ILOAD, COUNT);
        method.visitJumpInsn(Opcodes.IF_ICMPLT, next);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** Puts a constant or a row into a local variable, before the loop. */
    private void load(Operand operand) {
        if (operand.place() == Place.VALUE || locals.containsKey(operand)) {
            return;
        }
        boolean constant = operand.place() == Place.CONSTANT;
        method.visitVarInsn(Opcodes.ALOAD, constant ? CONSTANTS : ROWS.get(operand.place()));
        method.visitLdcInsn(operand.index());
        method.visitInsn(constant ? Opcodes.DALOAD : Opcodes.AALOAD);
        method.visitVarInsn(constant ? Opcodes.DSTORE : Opcodes.ASTORE, local(operand, constant ? 2 : 1));
    }

    private int local(Operand operand, int size) {
        locals.put(operand, free);
        free += size;
        return free - size;
    }

    private void iteration() {
        for (int j = 0; j < loop.steps().size(); j++) {
            Loop.Step step = loop.steps().get(j);
            push(step.left());
            apply(step.operation(), step.right());
            method.visitVarInsn(Opcodes.DSTORE, local(new Operand(Place.VALUE, j), 2));
        }
        for (Loop.Store store : loop.stores()) {
            method.visitVarInsn(Opcodes.ALOAD, locals.get(store.row()));
            method.visitVarInsn(Opcodes.ILOAD, INDEX);
            push(store.value());
            method.visitInsn(Opcodes.DASTORE);
        }
    }

    private void push(Operand operand) {
        if (ROWS.containsKey(operand.place())) {
            method.visitVarInsn(Opcodes.ALOAD, locals.get(operand));
            method.visitVarInsn(Opcodes.ILOAD, INDEX);
            method.visitInsn(Opcodes.DALOAD);
        } else {
            method.visitVarInsn(Opcodes.DLOAD, locals.get(operand));
        }
    }

    private void apply(Operation operation, Operand right) {
        switch (operation) {
            case ADD -> arithmetic(Opcodes.DADD, right);
            case SUBTRACT -> arithmetic(Opcodes.DSUB, right);
            case MULTIPLY -> arithmetic(Opcodes.DMUL, right);
            case DIVIDE -> arithmetic(Opcodes.DDIV, right);
            case NEGATE -> method.visitInsn(Opcodes.DNEG);
            case SQRT -> call("sqrt", "(D)D");
            case ABS -> call("abs", "(D)D");
            case SIGN -> call("signum", "(D)D");
            case POWER -> {
                push(right);
                call("pow", "(DD)D");
            }
            default -> throw new AssertionError(operation + " is no step of a loop");
        }
    }

    private void arithmetic(int opcode, Operand right) {
        push(right);
        method.visitInsn(opcode);
    }

    private void call(String function, String signature) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", function, signature, false);
    }
}
