package org.thalweg.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.thalweg.quantity.Counted;
import org.thalweg.refusal.Refusal;

/**
 * An array in the IDX format of the MNIST files ([LBBH98]): two zero bytes, a byte for the type, a
 * byte for the number of sizes, the sizes as big-endian ints, then the values, the last index running fastest.
 */
final class IdxFile {
    /** The types of values, by their byte. */
    private enum Type {
        UNSIGNED_BYTE(0x08, 1, true), SIGNED_BYTE(0x09, 1, true), SHORT(0x0B, 2, true), INT(0x0C, 4, true),
        FLOAT(0x0D, 4, false), DOUBLE(0x0E, 8, false);

        private final int code;
        private final int bytes;
        private final boolean whole;

        Type(int code, int bytes, boolean whole) {
            this.code = code;
            this.bytes = bytes;
            this.whole = whole;
        }
    }

    private static final int HEADER = 4;
    /** A dimension beyond images with colours. */
    private static final int MOST_SIZES = 4;

    private final String name;
    private final Type type;
    private final int[] sizes;
    private final ByteBuffer values;

    private IdxFile(String name, Type type, int[] sizes, ByteBuffer values) {
        this.name = name;
        this.type = type;
        this.sizes = sizes;
        this.values = values;
    }

    /**
     * Understands a file.
     *
     * @throws Refusal where its magic number is another, or its length is not what its sizes make it
     */
    static IdxFile of(DataFile file) {
        byte[] head = file.unpacked(HEADER + 4 * MOST_SIZES);
        Type type = type(file, head);
        int rank = head[3];
        if (rank < 1 || rank > MOST_SIZES) {
            throw new Refusal(file + " has " + Counted.of(rank, "size") + "; give an IDX file of 1 to " + MOST_SIZES);
        }
        int start = HEADER + 4 * rank;
        if (head.length < start) {
            throw new Refusal(file + " is truncated: its header ends after " + head.length + " bytes of " + start
                    + "; copy the file again");
        }
        int[] sizes = new int[rank];
        double bytes = type.bytes;
        for (int i = 0; i < rank; i++) {
            sizes[i] = ByteBuffer.wrap(head).getInt(HEADER + 4 * i);
            if (sizes[i] < 1) {
                throw new Refusal(file + " has the size " + sizes[i] + "; give one without empty dimensions");
            }
            bytes *= sizes[i];
        }
        if (bytes > Integer.MAX_VALUE - 64.0) {
            throw new Refusal(file + " announces " + words(sizes) + " values, more than memory holds; check its header,"
                    + " or give fewer");
        }
        byte[] content = file.unpacked(start + (int) bytes + 1);
        int found = content.length - start;
        if (found < bytes) {
            throw new Refusal(file + " is truncated: its header announces " + words(sizes) + " values, " + (int) bytes
                    + " bytes, and " + found + " follow; copy the file again");
        }
        if (found > bytes) {
            throw new Refusal(file + " is longer than its header announces, " + words(sizes)
                    + " values; copy the file again");
        }
        return new IdxFile(file.name(), type, sizes, ByteBuffer.wrap(content, start, found).slice());
    }

    private static Type type(DataFile file, byte[] head) {
        String magic = head.length < HEADER ? "" : String.format("0x%08x", ByteBuffer.wrap(head).getInt());
        if (magic.isEmpty()) {
            throw new Refusal(file + " is truncated: it has " + head.length + " bytes; give an IDX file");
        }
        return Arrays.stream(Type.values()).filter(t -> head[0] == 0 && head[1] == 0 && head[2] == t.code).findFirst()
                .orElseThrow(() -> new Refusal(file + " begins with the magic number " + magic
                        + " and is no IDX file; give one such as 0x00000803 (images) or 0x00000801 (labels)"));
    }

    static String words(int[] sizes) {
        return Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }

    String name() {
        return name;
    }

    /** The number of samples, the first size. */
    int count() {
        return sizes[0];
    }

    /** The number of sizes. */
    int rank() {
        return sizes.length;
    }

    /** The number of values of one sample. */
    int width() {
        return (int) Arrays.stream(sizes).skip(1).asLongStream().reduce(1, (a, b) -> a * b);
    }

    /** True where values are whole numbers by their type. */
    boolean whole() {
        return type.whole;
    }

    /** A value by its place. */
    double value(int i) {
        switch (type) {
            case UNSIGNED_BYTE:
                return values.get(i) & 0xff;
            case SIGNED_BYTE:
                return values.get(i);
            case SHORT:
                return values.getShort(2 * i);
            case INT:
                return values.getInt(4 * i);
            case FLOAT:
                return values.getFloat(4 * i);
            default:
                return values.getDouble(8 * i);
        }
    }
}
