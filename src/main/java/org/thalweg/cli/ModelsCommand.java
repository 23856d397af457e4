package org.thalweg.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.thalweg.cli.option.ModelLibrary;
import org.thalweg.cli.option.OutputOptions;
import org.thalweg.cli.screen.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the shipped model files. */
@Command(name = "models", description = "List the shipped model files.")
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    private record Listed(String name, String summary, String file) {}

    @Override
    public Integer call() {
        List<ModelLibrary.Entry> models = ModelLibrary.shipped().entries();
        int width = models.stream().mapToInt(model -> model.name().length()).max().orElse(0);
        String text = models.stream()
                .map(model -> model.name() + " ".repeat(width - model.name().length()) + "  " + model.summary())
                .collect(Collectors.joining(System.lineSeparator()));
        List<Listed> values = models.stream()
                .map(model -> new Listed(model.name(), model.summary(), model.file().toString()))
                .collect(Collectors.toList());
        output.console().result(text, values);
        return ExitCode.OK;
    }
}
