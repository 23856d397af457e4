package org.thalweg.random;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * Writes the bits of some {@link Streams} to standard output, without end, for a battery of tests that reads them:
 *
 * <pre>java -cp target/classes:target/test-classes org.thalweg.random.RandomBits blocks | dieharder -a -g 200</pre>
 */
final class RandomBits {
    private RandomBits() {}

    /** Takes the name of the streams: single, blocks, purposes, children, seeds. Ends when nobody reads any more. */
    public static void main(String[] arguments) {
        Streams.Interleaved bits = Streams.valueOf(arguments[0].toUpperCase(Locale.ROOT)).interleaved();
        ByteBuffer buffer = ByteBuffer.allocate(bits.next().length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            while (true) {
                buffer.asLongBuffer().put(bits.next());
                out.write(buffer.array());
            }
        } catch (IOException e) {
            // The reader has seen enough.
        }
    }
}
