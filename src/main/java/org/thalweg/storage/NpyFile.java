package org.thalweg.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An array of doubles in the NPY format, version 1.0, little-endian, in C order, which numpy, R and Julia read. Rows,
 * the numbers of the last index, are written and read one by one, in any order: the whole need not fit into memory.
 */
public final class NpyFile implements Closeable {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** The format wants the numbers to start at a multiple of this. */
    private static final int ALIGNMENT = 64;
    private static final int BEFORE = MAGIC.length + Short.BYTES;
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([0-9, ]+)\\)");

    private final FileChannel channel;
    private final int[] shape;
    private final long start;

    private NpyFile(FileChannel channel, int[] shape, long start) {
        this.channel = channel;
        this.shape = shape;
        this.start = start;
    }

    /** What stands before the numbers of an array. */
    public static byte[] header(int... shape) {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "(", shape.length == 1 ? ",)" : ")"));
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': " + sizes + ", }";
        int padded = (BEFORE + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - BEFORE;
        return ByteBuffer.allocate(BEFORE + padded).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).putShort((short) padded)
                .put((text + " ".repeat(padded - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** Creates the file of an array, in place of one of that name; numbers that are never written are 0. */
    public static NpyFile create(Path path, int... shape) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        byte[] header = header(shape);
        write(channel, ByteBuffer.wrap(header), 0);
        return new NpyFile(channel, shape.clone(), header.length);
    }

    /**
     * Opens a file for reading.
     *
     * @throws IOException where it is none that {@link #create} made, in its message what is wrong
     */
    public static NpyFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ByteBuffer before = ByteBuffer.allocate(BEFORE).order(ByteOrder.LITTLE_ENDIAN);
            read(channel, before, 0);
            if (!Arrays.equals(Arrays.copyOf(before.array(), MAGIC.length), MAGIC)) {
                throw new IOException("no NPY file of version 1.0");
            }
            int length = before.getShort(MAGIC.length) & 0xffff;
            ByteBuffer text = ByteBuffer.allocate(length);
            read(channel, text, BEFORE);
            String header = new String(text.array(), StandardCharsets.US_ASCII);
            Matcher sizes = SHAPE.matcher(header);
            if (!header.contains("'<f8'") || !header.contains("'fortran_order': False") || !sizes.find()) {
                throw new IOException("no array of little-endian doubles in C order");
            }
            int[] shape = Arrays.stream(sizes.group(1).split(",")).map(String::strip).filter(s -> !s.isEmpty())
                    .mapToInt(Integer::parseInt).toArray();
            long numbers = IntStream.of(shape).asLongStream().reduce(1L, (a, b) -> a * b);
            if (channel.size() != BEFORE + length + numbers * Double.BYTES) {
                throw new IOException("its length is not that of its shape");
            }
            return new NpyFile(channel, shape, BEFORE + length);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The sizes; a copy. */
    public int[] shape() {
        return shape.clone();
    }

    /** Writes a row. Not modified. */
    public void write(long row, double[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        write(channel, bytes, start + row * bytes.capacity());
    }

    /** Reads a row. */
    public double[] read(long row) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(shape[shape.length - 1] * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        read(channel, bytes, start + row * bytes.capacity());
        double[] numbers = new double[shape[shape.length - 1]];
        bytes.rewind().asDoubleBuffer().get(numbers);
        return numbers;
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes, at + bytes.position());
        }
    }

    private static void read(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("it ends early");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
