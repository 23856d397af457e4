package org.thalweg.sweep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** What can happen to a journal; each leaves the file with at least one byte. */
public enum JournalDamage {
    FLIPPED_BIT {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return damaged;
        }
    },
    BYTE_THAT_IS_NO_UTF_8 {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] = (byte) (0xF8 + random.nextInt(8));
            return damaged;
        }
    },
    OTHER_DIGIT {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] damaged = bytes.clone();
            for (int i = random.nextInt(bytes.length); i < bytes.length; i++) {
                if (damaged[i] >= '0' && damaged[i] <= '9') {
                    damaged[i] = (byte) ('0' + (damaged[i] - '0' + 1 + random.nextInt(9)) % 10);
                    break;
                }
            }
            return damaged;
        }
    },
    NUMBER_REPLACED {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int from = random.nextInt(text.length());
            String number = List.of("", "-1", "1.5", "2147483648", "1e300", "NaN").get(random.nextInt(6));
            return (text.substring(0, from) + text.substring(from).replaceFirst(":[-0-9.E]+", ":" + number))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    },
    PIECE_LOST {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(40));
            byte[] damaged = Arrays.copyOf(bytes, bytes.length - (to - from));
            System.arraycopy(bytes, to, damaged, from, bytes.length - to);
            return damaged.length == 0 ? bytes : damaged;
        }
    },
    END_LOST {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        }
    },
    LINE_REPEATED {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            List<String> lines = lines(bytes);
            lines.add(random.nextInt(lines.size() + 1), lines.get(random.nextInt(lines.size())));
            return bytes(lines);
        }
    },
    LINES_EXCHANGED {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            List<String> lines = lines(bytes);
            Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
            return bytes(lines);
        }
    },
    LINE_OF_RUBBISH {
        @Override
        public byte[] of(byte[] bytes, SplittableRandom random) {
            List<String> lines = lines(bytes);
            lines.add(random.nextInt(lines.size() + 1), List.of("", "{}", "null", "{\"cell\":1.5,\"rows\":[]}",
                    "{\"finished\":true}", "[[[[", "\u0000", "{\"check\":\"0000000000000000\",\"cell\":-1}")
                    .get(random.nextInt(8)));
            return bytes(lines);
        }
    };

    /** Damages a journal; {@code bytes} is not modified. */
    public abstract byte[] of(byte[] bytes, SplittableRandom random);

    /** One character a byte. */
    private static List<String> lines(byte[] bytes) {
        return new ArrayList<>(Arrays.asList(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
