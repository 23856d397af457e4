package org.thalweg.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Of the questions that wait while one is answered, only the newest is. */
class NewestWinsTest {
    @Test
    void whoComesAloneIsAnswered() {
        NewestWins turn = new NewestWins();
        assertEquals(Optional.of(1), turn.answer(() -> 1));
        assertEquals(Optional.of(2), turn.answer(() -> 2));
    }

    @Test
    void theNewestOfThoseThatWaitIsAnswered() throws InterruptedException {
        NewestWins turn = new NewestWins();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Optional<String>> first = ask(turn, "first", begun, goOn);
        begun.await();
        Thread[] waiting = new Thread[2];
        @SuppressWarnings({"unchecked", "rawtypes"})
        CompletableFuture<Optional<String>>[] later = new CompletableFuture[2];
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "second" : "third";
            CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
            later[i] = answer;
            waiting[i] = new Thread(() -> answer.complete(turn.answer(() -> name)));
            waiting[i].start();
            while (waiting[i].getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
        }
        goOn.countDown();
        assertEquals(Optional.of("first"), first.join());
        assertTrue(later[0].join().isEmpty(), "the second question is stale");
        assertEquals(Optional.of("third"), later[1].join());
    }

    private static CompletableFuture<Optional<String>> ask(NewestWins turn, String name, CountDownLatch begun,
            CountDownLatch goOn) {
        return CompletableFuture.supplyAsync(() -> turn.answer(() -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return name;
        }));
    }
}
