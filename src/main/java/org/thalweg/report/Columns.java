package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.thalweg.measure.Measurement;

/**
 * The columns of a table, in order: a name, and what of a row stands there.
 *
 * @param <R> what a row is about
 * @param all immutable
 */
public record Columns<R>(List<Column<R>> all) {
    /**
     * One column.
     *
     * @param field of a row; see {@link CsvTable} for what is written of it
     */
    public record Column<R>(String name, Function<? super R, ?> field) {}

    /** An immutable copy. */
    public Columns {
        all = List.copyOf(all);
    }

    /** The first column; others follow by {@link #and}. */
    static <R> Columns<R> of(String name, Function<? super R, ?> field) {
        return new Columns<>(List.of(new Column<>(name, field)));
    }

    /** The columns and one more. */
    Columns<R> and(String name, Function<? super R, ?> field) {
        return and(of(name, field), row -> row);
    }

    /** The columns and those of a part of the row. */
    <P> Columns<R> and(Columns<P> others, Function<? super R, ? extends P> part) {
        List<Column<R>> more = new ArrayList<>(all);
        others.all.forEach(other -> more.add(new Column<>(other.name, row -> other.field.apply(part.apply(row)))));
        return new Columns<>(more);
    }

    /** The columns and one for each of some names, whose numbers stand in their order. */
    Columns<R> and(List<String> names, Function<? super R, ? extends List<?>> numbers) {
        Columns<R> more = this;
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            more = more.and(names.get(i), row -> numbers.apply(row).get(column));
        }
        return more;
    }

    /** The columns and two more: a number, and its error. */
    Columns<R> measured(String name, Function<? super R, Measurement> field) {
        return and(name, row -> field.apply(row).value()).and(name + "_error", row -> field.apply(row).standardError());
    }

    /** The same under longer names. */
    Columns<R> withSuffix(String suffix) {
        return new Columns<>(all.stream().map(column -> new Column<R>(column.name + suffix, column.field)).toList());
    }

    /** The header. */
    public List<String> names() {
        return all.stream().map(Column::name).toList();
    }

    /** What stands in one row. */
    List<Object> fields(R row) {
        List<Object> fields = new ArrayList<>(all.size());
        all.forEach(column -> fields.add(column.field.apply(row)));
        return fields;
    }
}
