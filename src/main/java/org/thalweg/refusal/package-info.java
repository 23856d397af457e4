/**
 * How the engine says no.
 *
 * <p>A {@link org.thalweg.refusal.Refusal} is part of what a command promises: bad input, a method that cannot serve a
 * setting, an output folder in use. It costs the user one line and exit code 2, and nothing is written. Whatever else
 * is thrown is either a computation that failed, exit code 3, or a fault of the program.
 */
package org.thalweg.refusal;
