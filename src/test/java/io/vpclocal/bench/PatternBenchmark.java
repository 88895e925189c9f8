package io.vpclocal.bench;

import io.vpclocal.logs.pattern.FilterPattern;
import java.util.ArrayList;
import java.util.List;

/** Measures lines per second of filter patterns on one thread. Run its main method; it is not a test. */
public final class PatternBenchmark {

    private static final int LINES = 100_000;
    private static final int ROUNDS = 30;

    private static final List<String> PATTERNS = List.of(
            "[version, account, eni, source, destination, srcport, destport=\"443\", protocol=\"6\", packets, bytes, "
                    + "windowstart, windowend, action=\"REJECT\", flowlogstatus]",
            "[..., destport=443, protocol=6, ...]",
            "[version, account, eni, source=10.0.2.*, destination, srcport, destport, protocol, packets, bytes>=4000, "
                    + "windowstart, windowend, action, flowlogstatus]",
            "REJECT",
            "%REJECT OK$%");

    private PatternBenchmark() {}

    public static void main(String[] args) {
        List<String> lines = lines();
        for (String text : PATTERNS) {
            FilterPattern pattern = FilterPattern.parse(text);
            long best = Long.MAX_VALUE;
            int matched = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                matched = 0;
                for (String line : lines) {
                    if (pattern.matches(line)) {
                        matched++;
                    }
                }
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.printf(
                    "%,12d lines/s, %d of %d match  %s%n", LINES * 1_000_000_000L / best, matched, LINES, text);
        }
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(LINES);
        for (int i = 0; i < LINES; i++) {
            lines.add(
                    "2 123456789010 eni-1235b8ca123456789 10.0." + i % 4 + "." + i % 251 + " 172.31." + i % 17 + ".21 "
                            + (20000 + i % 30000) + " " + (i % 3 == 0 ? "443" : "22") + " 6 20 " + (100 + i % 9000)
                            + " 1418530010 1418530070 " + (i % 5 == 0 ? "REJECT" : "ACCEPT") + " OK");
        }
        return lines;
    }
}
