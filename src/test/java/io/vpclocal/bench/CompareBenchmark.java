package io.vpclocal.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Compares two emulators, and both with a bare Spring MVC application, workload by workload: requests per second and
 * the server's processor time. Servers take turns within each round, so that a slow moment of the machine affects all
 * of them. A ratio is the median over the rounds. Rounds are printed to standard error, the table to standard output.
 */
final class CompareBenchmark {

    private static final byte[] BARE_REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final CompareOptions options;
    private final ComparedServer bare;
    private final List<ComparedServer> servers;
    /** Numbers for new accounts. */
    private long account = 610_000_000_000L;

    private CompareBenchmark(CompareOptions options, ComparedServer bare, List<ComparedServer> servers) {
        this.options = options;
        this.bare = bare;
        this.servers = servers;
    }

    public static void main(String[] arguments) throws Exception {
        CompareOptions options = CompareOptions.of(List.of(arguments));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (ComparedServer bare = ComparedServer.bare(java, options.javaOptions());
                ComparedServer a = ComparedServer.of("A", options.a(), java, options.javaOptions());
                ComparedServer b = ComparedServer.of("B", options.b(), java, options.javaOptions())) {
            System.out.println("A is " + options.a() + ", B is " + options.b() + "; " + options.rounds() + " rounds of "
                    + options.seconds() + " s over " + KeepAliveLoad.CONNECTIONS + " connections.\n");
            new CompareBenchmark(options, bare, List.of(a, b)).run();
        }
    }

    private void run() throws Exception {
        KeepAliveLoad bareLoad = new KeepAliveLoad(bare.endpoint(), i -> BARE_REQUEST);
        bareLoad.runFor(options.warmUp());
        ComparisonTable table = new ComparisonTable();
        for (Workload workload : Workloads.all(options.large())) {
            if (workload.name().contains(options.only())) {
                table.add(workload, measure(workload, bareLoad));
            }
        }
        table.print();
        System.out.println("\n| Resident memory after the load | MB |\n|---|---|");
        for (ComparedServer server : List.of(bare, servers.get(0), servers.get(1))) {
            OptionalLong megabytes = server.residentMegabytes();
            System.out.println(
                    "| " + server.name() + " | " + (megabytes.isEmpty() ? "" : megabytes.getAsLong()) + " |");
        }
    }

    /** Figures of the bare application, A and B, round by round. */
    private List<List<Figures>> measure(Workload workload, KeepAliveLoad bareLoad) throws Exception {
        Map<ComparedServer, KeepAliveLoad> loads = new HashMap<>();
        for (ComparedServer server : servers) {
            KeepAliveLoad first = prepared(workload, server);
            first.runFor(options.warmUp());
            loads.put(server, first);
        }
        List<List<Figures>> rounds = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            Figures[] figures = new Figures[1 + servers.size()];
            figures[0] = figures(bare, bareLoad);
            for (int turn = 0; turn < servers.size(); turn++) {
                // The order alternates between rounds.
                int which = (turn + round) % servers.size();
                ComparedServer server = servers.get(which);
                KeepAliveLoad load =
                        workload.fresh() ? prepared(workload, server) : Objects.requireNonNull(loads.get(server));
                figures[1 + which] = figures(server, load);
            }
            rounds.add(List.of(figures));
            System.err.println(workload.name() + ", round " + (round + 1) + ": bare, A, B " + Arrays.toString(figures));
        }
        return rounds;
    }

    private KeepAliveLoad prepared(Workload workload, ComparedServer server) throws Exception {
        BenchAccount fresh = new BenchAccount(server.endpoint(), String.valueOf(account++));
        return new KeepAliveLoad(server.endpoint(), workload.preparation().prepare(fresh));
    }

    private Figures figures(ComparedServer server, KeepAliveLoad load) throws Exception {
        double before = server.cpuMillis().orElse(Double.NaN);
        int sent = load.sent();
        double perSecond = load.runFor(options.seconds());
        double cpu = server.cpuMillis().orElse(Double.NaN) - before;
        return new Figures(perSecond, cpu / (load.sent() - sent));
    }

    /** @param perSecond requests per second
     *  @param cpuMillis the server's processor time for a request; not a number if its process is not known */
    record Figures(double perSecond, double cpuMillis) {

        @Override
        public String toString() {
            return "%,.0f /s %.4f ms".formatted(perSecond, cpuMillis);
        }
    }
}
