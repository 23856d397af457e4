package org.thalweg.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.storage.SealedJournal;

/** A journal belongs to one process from the first look at it to the end, as another process sees it. */
class TrainingLockTest {
    private static final Map<String, Object> REQUEST = Map.of("seed", 3);

    @TempDir
    private Path folder;
    private Path other;

    @BeforeEach
    void anotherProgram() throws IOException {
        other = Files.writeString(folder.resolve("Other.java"), """
                import java.nio.channels.FileChannel;
                import java.nio.file.Path;
                import java.nio.file.StandardOpenOption;

                class Other {
                    public static void main(String[] file) throws Exception {
                        try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
                            System.exit(channel.tryLock() == null ? 1 : 0);
                        }
                    }
                }
                """);
    }

    /** 0: it got the lock. */
    private int locks() throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                other.toString(), folder.resolve(TrainingJournal.FILE).toString())).inheritIO().start().waitFor();
    }

    @Test
    void nobodyElseWritesWhatIsOpen() throws IOException, InterruptedException {
        TrainingJournal begun = SealedJournal.begin(new TrainingJournal(folder, REQUEST));
        assertEquals(1, locks());
        begun.close();
        assertEquals(0, locks());
        TrainingJournal reopened = SealedJournal.reopen(new TrainingJournal(folder, REQUEST));
        assertEquals(1, locks());
        reopened.close();
        assertEquals(0, locks());
    }
}
