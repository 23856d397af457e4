package org.thalweg.report.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorNotationTest {
    @ParameterizedTest
    @CsvSource({
        "1.33266, 0.00295, 1.3327(30)",
        "378.4876, 4.6052, 378.5(4.6)",
        "18924.38, 230.26, 18920(230)",
        "-0.01137, 0.0147, \u22120.011(15)",
        // Rounding the error carries.
        "2.5, 0.0996, 2.50(10)",
        "1, 0.5, 1.0(5)",
        // An error that says nothing about the value sets the power of ten.
        "-9.4e-16, 9.5e-11, 0.0(9.5)\u00d710\u207b\u00b9\u00b9",
        "1.5e12, 2e10, 1.500(20)\u00d710\u00b9\u00b2",
        // Errors below the last digit are not shown.
        "1.33114275663826, 4.4e-10, 1.331143",
        "0.1, 0, 0.1",
        "4.0, NaN, 4",
        "0, 0, 0",
        "1e-7, 0, 1\u00d710\u207b\u2077",
        "0.0447213595499958, 0, 0.0447214",
        "NaN, 1, \u2013",
        "Infinity, 0, \u221e",
    })
    void theErrorHasTwoDigits(double value, double error, String text) {
        assertEquals(text, ErrorNotation.of(value, error));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "sgd, sgd", "'', ''", "Infinity, \u221e"})
    void fieldsThatAreNoNumbersStay(String field, String text) {
        assertEquals(text, ErrorNotation.field(field));
    }
}
