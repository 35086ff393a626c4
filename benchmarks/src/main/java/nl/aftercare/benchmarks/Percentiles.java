package nl.aftercare.benchmarks;

import java.util.Arrays;

/** Percentiles of measured times. */
final class Percentiles {
    private final long[] nanos;

    Percentiles(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    double millis(double percentile) {
        int at = (int) Math.min(nanos.length - 1, Math.round(percentile / 100 * nanos.length));
        return nanos[at] / 1e6;
    }

    int count() {
        return nanos.length;
    }
}
