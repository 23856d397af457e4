package org.thalweg.model.file.yaml;

/**
 * One thing that is wrong with a model file.
 *
 * @param file the file as the user named it, or the assignment that is at fault: {@code --set a=-1}
 * @param line from 1; 0 where there is no line, as in a file that cannot be read
 * @param column from 1; 0 where there is no column
 * @param what one clause
 * @param remedy one clause: what would be right
 */
public record Problem(String file, int line, int column, String what, String remedy) {
    /** {@code file:line:column: what; remedy}, on one line. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + ":" + column : file;
        return (place + ": " + what + "; " + remedy).replaceAll("\\p{Cntrl}+", " ");
    }
}
