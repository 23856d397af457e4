package org.thalweg.model.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.refusal.Refusal;

/** How ranges are written, and what is said of those that are not right. */
class RangeTest {
    @Test
    void numbersAndLists() {
        assertEquals(List.of(0.1), Range.parse("0.1").values());
        assertEquals(List.of(0.1, 0.2, 0.5), Range.parse(" 0.1, 0.2 ,0.5 ").values());
        assertEquals(List.of(-1.0, 0.0), Range.parse("-1,0").values());
        assertEquals(Range.of(0.3), Range.parse("0.3"));
    }

    @Test
    void evenSteps() {
        assertEquals(List.of(1.0, 1.5, 2.0), Range.parse("lin:1:2:3").values());
        assertEquals(List.of(-1.0, 3.0), Range.parse("lin:-1:3:2").values());
        assertEquals(List.of(0.5), Range.parse("lin:0.5:0.5:1").values());
    }

    /** Ends are exact; the factors between are the same to rounding. */
    @Test
    void evenFactors() {
        List<Double> values = Range.parse("log:0.02:0.1:6").values();
        assertEquals(6, values.size());
        assertEquals(0.02, values.get(0));
        assertEquals(0.1, values.get(5));
        IntStream.range(0, 5).forEach(i ->
                assertEquals(Math.pow(5.0, 0.2), values.get(i + 1) / values.get(i), 1e-14));
    }

    /** What a range prints reads as the same range, bit for bit. */
    @Test
    void whatIsPrintedReadsTheSame() {
        for (String text : List.of("log:1e-3:7:40", "lin:-0.1:0.3:13", "0.1,0.2")) {
            Range range = Range.parse(text);
            assertEquals(range, Range.parse(range.toString()));
        }
    }

    private static final String FORMS = "write 0.1 or 0.1,0.2 or lin:A:B:N or log:A:B:N";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''           | range is empty; " + FORMS,
        "' '          | range is empty; " + FORMS,
        "0.1,x        | range '0.1,x' holds 'x', which is not a number; " + FORMS,
        "0.1,,0.2     | range '0.1,,0.2' holds '', which is not a number; " + FORMS,
        "lin:a:2:3    | range 'lin:a:2:3' holds 'a', which is not a number; " + FORMS,
        "sin:1:2:3    | range 'sin:1:2:3' holds 'sin:1:2:3', which is not a number; " + FORMS,
        "0.2,0.1      | range goes from 0.2 to 0.1; give the numbers in increasing order, each once",
        "0.1,0.1      | range goes from 0.1 to 0.1; give the numbers in increasing order, each once",
        "1,Infinity   | range holds Infinity; give finite numbers",
        "NaN          | range holds NaN; give finite numbers",
        "lin:1:2      | range 'lin:1:2' has 2 fields after its kind; write lin:A:B:N",
        "log:1:2:3:4  | range 'log:1:2:3:4' has 4 fields after its kind; write log:A:B:N",
        "lin:1:2:0    | range 'lin:1:2:0' has N = 0; give a whole number from 1 to 100000",
        "lin:1:2:2.5  | range 'lin:1:2:2.5' has N = 2.5; give a whole number from 1 to 100000",
        "lin:1:2:1e9  | range 'lin:1:2:1e9' has N = 1e9; give a whole number from 1 to 100000",
        "log:1:2:1    | range 'log:1:2:1' has two ends and N = 1; give an N of at least 2, or a single number",
        "lin:2:1:3    | range 'lin:2:1:3' is reversed or empty; write the smaller end first",
        "lin:1:1:2    | range 'lin:1:1:2' is reversed or empty; write the smaller end first",
        "log:0:1:3    | range 'log:0:1:3' is logarithmic from 0; give positive ends",
        "log:-1:1:3   | range 'log:-1:1:3' is logarithmic from -1; give positive ends"})
    void mistakesAreNamedWithTheirRemedy(String text, String message) {
        assertEquals(message, assertThrows(Refusal.class, () -> Range.parse(text)).getMessage());
    }

    @Test
    void aRangeHoldsSomething() {
        assertEquals("range is empty; give at least one number",
                assertThrows(Refusal.class, () -> new Range(List.of())).getMessage());
    }
}
