package io.vpclocal.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The options of {@code bench/run compare}.
 *
 * @param a the path of an executable jar or the URL of a running emulator
 * @param seconds seconds of load on each server per round
 * @param warmUp seconds of load on each server before the first round of a workload
 * @param only runs only workloads whose names contain this text
 * @param large true to add workloads with 20,000 stored endpoints
 * @param javaOptions Java options of the started servers
 */
record CompareOptions(
        String a,
        String b,
        int rounds,
        double seconds,
        double warmUp,
        String only,
        boolean large,
        List<String> javaOptions) {

    private static final String USAGE = "compare A B [ROUNDS] [--seconds S] [--warm-up S] [--only TEXT] [--large]"
            + " [--java-options 'OPTION ...'], where A and B are paths of executable jars or http URLs";

    static CompareOptions of(List<String> arguments) {
        List<String> plain = new ArrayList<>();
        double seconds = 2;
        double warmUp = 6;
        String only = "";
        boolean large = false;
        List<String> javaOptions = List.of();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--seconds" -> seconds = Double.parseDouble(value(rest));
                case "--warm-up" -> warmUp = Double.parseDouble(value(rest));
                case "--only" -> only = value(rest);
                case "--large" -> large = true;
                case "--java-options" -> javaOptions = List.of(value(rest).split(" +"));
                default -> plain.add(argument);
            }
        }
        if (plain.size() < 2 || plain.size() > 3 || plain.stream().anyMatch(text -> text.startsWith("--"))) {
            throw new IllegalArgumentException(USAGE);
        }
        int rounds = plain.size() == 3 ? Integer.parseInt(plain.get(2)) : 5;
        return new CompareOptions(plain.get(0), plain.get(1), rounds, seconds, warmUp, only, large, javaOptions);
    }

    private static String value(Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(USAGE);
        }
        return rest.next();
    }
}
