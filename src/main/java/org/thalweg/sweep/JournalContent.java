package org.thalweg.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thalweg.storage.DamagedLine;
import org.thalweg.storage.RunRequest;
import org.thalweg.storage.SealedLine;

/**
 * What can be believed of the lines of a journal, whatever happened to them: only a line whose checksum is right is,
 * in whatever order lines stand and however often; of two right ones that contradict each other neither.
 *
 * @param request of the journal; empty where no line holds it
 * @param cells by their numbers
 * @param completion where the sweep came to its end
 * @param damaged the other lines
 */
record JournalContent(Optional<RunRequest> request, SortedMap<Integer, StoredCell> cells,
        Optional<Completion> completion, List<DamagedLine> damaged) {
    /**
     * Reads the lines of a file.
     *
     * @param lines without their ends; not modified
     * @param now the request in whose name the journal is read: what a journal belongs to that has lost its own
     */
    static JournalContent of(List<byte[]> lines, RunRequest now) {
        Optional<RunRequest> request = lines.stream().map(line -> SealedLine.open("", line))
                .flatMap(Optional::stream).filter(RunRequest::is).map(RunRequest::new).findFirst();
        String key = request.orElse(now).json();
        Map<Integer, StoredCell> cells = new TreeMap<>();
        Map<Integer, Integer> places = new TreeMap<>();
        Set<Integer> contradicted = new HashSet<>();
        List<DamagedLine> damaged = new ArrayList<>();
        Optional<Completion> completion = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            byte[] line = lines.get(i);
            if (SealedLine.open("", line).filter(RunRequest::is).isPresent()) {
                continue;
            }
            Optional<String> json = SealedLine.open(key, line);
            if (json.filter(Completion::is).flatMap(Completion::parse).isPresent()) {
                completion = Completion.parse(json.get());
                continue;
            }
            if (json.filter(FailedCell::is).isPresent()) {
                continue;
            }
            Optional<StoredCell> cell = json.flatMap(StoredCell::parse);
            if (cell.isEmpty()) {
                damaged.add(DamagedLine.of(i + 1, line, json.isPresent()));
                continue;
            }
            int number = cell.get().cell();
            StoredCell before = cells.putIfAbsent(number, cell.get());
            if (before == null) {
                places.put(number, i);
            } else if (!before.json().equals(cell.get().json())) {
                damaged.add(new DamagedLine(i + 1, "contradicts line " + (places.get(number) + 1), line));
                contradicted.add(number);
            }
        }
        contradicted.forEach(number -> {
            cells.remove(number);
            damaged.add(new DamagedLine(places.get(number) + 1, "is contradicted", lines.get(places.get(number))));
        });
        return new JournalContent(request, new TreeMap<>(cells), completion, List.copyOf(damaged));
    }
}
