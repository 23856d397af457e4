package org.thalweg.storage;

/**
 * A line of a journal that is not believed.
 *
 * @param number from 1
 * @param what is wrong with it
 * @param bytes of the line, without its end
 */
public record DamagedLine(int number, String what, byte[] bytes) {
    /**
     * A line that says nothing.
     *
     * @param right its checksum is
     */
    public static DamagedLine of(int number, byte[] bytes, boolean right) {
        return new DamagedLine(number, bytes.length == 0 ? "is empty" : right ? "holds nothing that this version knows"
                : SealedLine.sealed(bytes) ? "does not match its checksum" : "has no checksum", bytes);
    }
}
