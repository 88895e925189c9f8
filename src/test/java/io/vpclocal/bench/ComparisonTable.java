package io.vpclocal.bench;

import io.vpclocal.bench.CompareBenchmark.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Medians over the rounds, and medians of the ratios within a round, as two Markdown tables. */
final class ComparisonTable {

    private static final String COLUMNS = " | bare | A | B | B/A | A/bare | B/bare |";
    private static final String RULE = "|---|---|---|---|---|---|---|";

    private final List<String> rates = new ArrayList<>(List.of("| Per second" + COLUMNS, RULE));
    private final List<String> costs =
            new ArrayList<>(List.of("| Server CPU milliseconds per request" + COLUMNS, RULE));

    /** @param rounds the figures of the bare application, A and B per round */
    void add(Workload workload, List<List<Figures>> rounds) {
        rates.add(row(workload.name(), rounds, Figures::perSecond, workload.unit(), "%,.0f"));
        costs.add(row(workload.name(), rounds, Figures::cpuMillis, 1, "%.3f"));
    }

    void print() {
        rates.forEach(System.out::println);
        System.out.println();
        costs.forEach(System.out::println);
    }

    /** @param unit the unit that requests of A and B are counted in; ratios are of requests */
    private static String row(
            String name, List<List<Figures>> rounds, ToDoubleFunction<Figures> figure, int unit, String format) {
        List<String> cells = new ArrayList<>(List.of("| " + name));
        cells.add(cell(format, median(rounds, round -> figure.applyAsDouble(round.get(0)))));
        cells.add(cell(format, unit * median(rounds, round -> figure.applyAsDouble(round.get(1)))));
        cells.add(cell(format, unit * median(rounds, round -> figure.applyAsDouble(round.get(2)))));
        cells.add(cell("%.3g", ratio(rounds, figure, 2, 1)));
        cells.add(cell("%.3g", ratio(rounds, figure, 1, 0)));
        cells.add(cell("%.3g", ratio(rounds, figure, 2, 0)));
        return String.join(" | ", cells) + " |";
    }

    private static double ratio(List<List<Figures>> rounds, ToDoubleFunction<Figures> figure, int of, int to) {
        return median(rounds, round -> figure.applyAsDouble(round.get(of)) / figure.applyAsDouble(round.get(to)));
    }

    private static double median(List<List<Figures>> rounds, ToDoubleFunction<List<Figures>> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String cell(String format, double value) {
        return Double.isNaN(value) ? "" : format.formatted(value);
    }
}
