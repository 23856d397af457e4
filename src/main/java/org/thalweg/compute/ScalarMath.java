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
    public boolean allWithin(double[] x, double from, double to, int count) {
        for (int i = 0; i < count; i++) {
            if (!(x[i] >= from && x[i] < to)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void lessFields(
            long[] words, int from, int lines, double[] unit, double[][] minuend, int at, double[][] result, int to) {
        lessFields(words, from, LINE * lines, -unit[0], -unit[1], -unit[2], minuend, at, result[0], result[1],
                result[2], to);
    }

    private static void lessFields(long[] words, int from, int count, double firstUnit, double secondUnit,
            double thirdUnit, double[][] minuend, int at, double[] first, double[] second, double[] third, int to) {
        double[] firstMinuend = minuend[0];
        double[] secondMinuend = minuend[1];
        double[] thirdMinuend = minuend[2];
        for (int i = 0; i < count; i++) {
            int k = at + (i & (LINE - 1));
            long word = words[from + i];
            first[to + i] = Math.fma(firstUnit, Elementary.field(word, 0), firstMinuend[k]);
            second[to + i] = Math.fma(secondUnit, Elementary.field(word, 1), secondMinuend[k]);
            third[to + i] = Math.fma(thirdUnit, Elementary.field(word, 2), thirdMinuend[k]);
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

    @Override
    public void product(int rows, int inner, int columns, double[] a, int aFrom, int aRow, int aColumn, double[] b,
            int bFrom, int bRow, double[] s, int sFrom, int sRow, double[] c, int cFrom, int cRow) {
        for (int i = 0; i < rows; i++) {
            int to = cFrom + i * cRow;
            for (int j = 0; j < columns; j++) {
                c[to + j] = s[sFrom + i * sRow + j];
            }
            for (int k = 0; k < inner; k++) {
                double factor = a[aFrom + i * aRow + k * aColumn];
                int from = bFrom + k * bRow;
                for (int j = 0; j < columns; j++) {
                    c[to + j] = Math.fma(factor, b[from + j], c[to + j]);
                }
            }
        }
    }

    @Override
    public void raise(double[] x, int from, double bound, int count) {
        for (int i = from; i < from + count; i++) {
            x[i] = x[i] <= bound ? bound : x[i];
        }
    }

    @Override
    public void pass(double[] x, double bound, double[] q, double[] result, int count) {
        for (int i = 0; i < count; i++) {
            result[i] = x[i] > bound ? q[i] : 0.0;
        }
    }

    @Override
    public void softmax(double[] z, int rows, int columns, double[] p, double[] most, double[] logSum) {
        for (int j = 0; j < columns; j++) {
            double m = z[j];
            for (int k = 1; k < rows; k++) {
                m = Math.max(m, z[k * columns + j]);
            }
            double sum = 0.0;
            for (int k = 0; k < rows; k++) {
                double e = Elementary.exp(z[k * columns + j] - m);
                p[k * columns + j] = e;
                sum += e;
            }
            double share = 1.0 / sum;
            for (int k = 0; k < rows; k++) {
                p[k * columns + j] *= share;
            }
            most[j] = m;
            logSum[j] = Elementary.log(sum);
        }
    }

    @Override
    public void softmaxTangent(double[] p, int rows, int columns, double[] x) {
        for (int j = 0; j < columns; j++) {
            double sum = 0.0;
            for (int k = 0; k < rows; k++) {
                sum += p[k * columns + j] * x[k * columns + j];
            }
            for (int k = 0; k < rows; k++) {
                x[k * columns + j] = p[k * columns + j] * (x[k * columns + j] - sum);
            }
        }
    }
}
