package org.thalweg.cli.manual;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.thalweg.cli.Main;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the manual, a page for each command, and the completion of bash and zsh. */
public final class ManualPages {
    private ManualPages() {}

    /**
     * Writes {@code man/man1/*.1} and {@code completion/thalweg.bash}.
     *
     * @param arguments the folder to write into
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path folder) throws IOException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine program = Main.configured(Main.commands(), nowhere, nowhere);
        Path pages = Files.createDirectories(folder.resolve("man").resolve("man1"));
        write(program, pages);
        Path completion = Files.createDirectories(folder.resolve("completion"));
        Files.writeString(completion.resolve("thalweg.bash"), AutoComplete.bash(program.getCommandName(), program));
    }

    private static void write(CommandLine command, Path pages) throws IOException {
        ManualPage page = new ManualPage(command);
        Files.writeString(pages.resolve(page.name() + ".1"), page.text());
        Collection<CommandLine> commands = command.getSubcommands().values();
        for (CommandLine each : commands) {
            write(each, pages);
        }
    }
}
