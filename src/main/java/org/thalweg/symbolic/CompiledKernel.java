package org.thalweg.symbolic;

import java.util.List;
import org.thalweg.compute.Backend;
import org.thalweg.symbolic.Loop.Place;

/** Runs the compiled loops of a {@link Schedule}, and the functions between them. */
final class CompiledKernel implements TapeKernel {
    private final double[][] scratch;
    private final Pass[] passes;

    @FunctionalInterface
    private interface Pass {
        void run(double[][] inputs, double[][] outputs, int count);
    }

    CompiledKernel(Compilation compilation, int capacity) {
        List<Schedule.Stage> stages = compilation.schedule();
        Loop.Code[] code = compilation.code();
        this.scratch = new double[compilation.scratchRows()][capacity];
        this.passes = new Pass[code.length];
        for (int i = 0; i < passes.length; i++) {
            passes[i] = code[i] == null ? function(stages.get(i)) : loop(code[i], stages.get(i).constants());
        }
    }

    private Pass loop(Loop.Code code, double[] constants) {
        return (inputs, outputs, count) -> code.run(constants, inputs, scratch, outputs, count);
    }

    private Pass function(Schedule.Stage stage) {
        Action function = stage.function();
        double[] target = scratch[stage.target()];
        int row = stage.argument().index();
        boolean ofInput = stage.argument().place() == Place.INPUT;
        if (stage.cosine() != Schedule.NONE) {
            double[] cosine = scratch[stage.cosine()];
            return (inputs, outputs, count) ->
                    Backend.current().sinCos(ofInput ? inputs[row] : scratch[row], target, cosine, count);
        }
        return (inputs, outputs, count) -> {
            double[] argument = ofInput ? inputs[row] : scratch[row];
            function.over(argument, argument, target, count);
        };
    }

    @Override
    public void evaluate(double[][] inputs, int count, double[][] outputs) {
        for (Pass pass : passes) {
            pass.run(inputs, outputs, count);
        }
    }
}
