package org.thalweg.report.stored;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The fields of a row by the names of their columns, as an array beside the names that all rows share: a table of a large
 * sweep has some hundred thousand of them.
 */
final class StoredRow extends AbstractMap<String, String> {
    private final List<String> names;
    private final Map<String, Integer> places;
    private final String[] fields;

    /**
     * A row.
     *
     * @param places of the names
     * @param fields as many; kept, not modified
     */
    StoredRow(List<String> names, Map<String, Integer> places, String[] fields) {
        this.names = names;
        this.places = places;
        this.fields = fields;
    }

    @Override
    public String get(Object name) {
        Integer place = places.get(name);
        return place == null ? null : fields[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return places.containsKey(name);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return IntStream.range(0, fields.length).mapToObj(i -> Map.entry(names.get(i), fields[i])).iterator();
            }

            @Override
            public int size() {
                return fields.length;
            }
        };
    }
}
