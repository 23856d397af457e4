package org.thalweg.compute;

/** One number after the other: works on every machine. */
enum ScalarMath implements BlockMath {
    /** The only one. */
    INSTANCE;

    @Override
    public String key() {
        return "scalar";
    }

    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public void exp(double[] x, double[] result, int count) {
        for (int i = 0; i < count; i++) {
            result[i] = Elementary.exp(x[i]);
        }
    }

    @Override
    public void log(double[] x, double[] result, int count) {
        for (int i = 0; i < count; i++) {
            result[i] = Elementary.log(x[i]);
        }
    }

    @Override
    public void sin(double[] x, double[] result, int count) {
        for (int i = 0; i < count; i++) {
            result[i] = Elementary.sin(x[i]);
        }
    }

    @Override
    public void cos(double[] x, double[] result, int count) {
        for (int i = 0; i < count; i++) {
            result[i] = Elementary.cos(x[i]);
        }
    }

    @Override
    public void sinCos(double[] x, double[] sine, double[] cosine, int count) {
        for (int i = 0; i < count; i++) {
            sine[i] = Elementary.sin(x[i]);
            cosine[i] = Elementary.cos(x[i]);
        }
    }

    @Override
    public void tanh(double[] x, double[] result, int count) {
        for (int i = 0; i < count; i++) {
            result[i] = Elementary.tanh(x[i]);
        }
    }

    @Override
    public void normalRadius(long[] bits, double[] radius, int count) {
        for (int i = 0; i < count; i++) {
            radius[i] = Elementary.radius(bits[i]);
        }
    }

    @Override
    public void turn(long[] bits, double[] radius, int count, double[] first, int firstFrom, double[] second,
            int secondFrom) {
        for (int i = 0; i < count; i++) {
            double t = Elementary.halfTurn(bits[i]);
            double r = Elementary.signed(radius[i], bits[i]);
            first[firstFrom + i] = Elementary.cosHalfTurn(t) * r;
            second[secondFrom + i] = Elementary.sinHalfTurn(t) * r;
        }
    }

    @Override
    public void signs(long[] bits, int words, double[] values, int from, int count) {
        int i = 0;
        int j = 0;
        for (int k = 0; k < count; k++) {
            values[from + k] = Double.longBitsToDouble(
                    ((bits[i] << (63 - j)) & Elementary.SIGN) | Elementary.EXPONENT_ONE);
            if (++i == words) {
                i = 0;
                j++;
            }
        }
    }

    @Override
    public int notBetween(double[] lower, double[] x, double[] upper, int count, int[] slots) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (x[i] <= lower[i] || x[i] >= upper[i]) {
                slots[found++] = i;
            }
        }
        return found;
    }

    @Override
    public void lessFields(
            long[] words, int from, int lines, double[] unit, double[][] minuend, int at, double[][] result, int to) {
        for (int field = 0; field < unit.length; field++) {
            for (int i = 0; i < LINE * lines; i++) {
                result[field][to + i] = Math.fma(
                        -unit[field], Elementary.field(words[from + i], field), minuend[field][at + i % LINE]);
            }
        }
    }

    @Override
    public void addProducts(double[] a, double[] b, int from, int lines, double[] sums, int at) {
        int end = from + LINE * (lines & ~1);
        for (int k = 0; k < LINE; k++) {
            double even = 0.0;
            double odd = 0.0;
            for (int i = from + k; i < end; i += 2 * LINE) {
                even += a[i] * b[i];
                odd += a[i + LINE] * b[i + LINE];
            }
            sums[at + k] += even + odd;
        }
        for (int k = 0; k < LINE * (lines & 1); k++) {
            sums[at + k] += a[end + k] * b[end + k];
        }
    }

    @Override
    public void addMoments(double[] weight, double[] value, int from, int lines, double[][] sums, int at) {
        for (int k = 0; k < LINE; k++) {
            double zeroth = sums[0][at + k];
            double first = sums[1][at + k];
            double second = sums[2][at + k];
            for (int i = from + k; i < from + LINE * lines; i += LINE) {
                double once = weight[i] * value[i];
                zeroth += weight[i];
                first += once;
                second += once * value[i];
            }
            sums[0][at + k] = zeroth;
            sums[1][at + k] = first;
            sums[2][at + k] = second;
        }
    }
}
