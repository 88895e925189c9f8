package io.vpclocal.proxy.action;

import io.vpclocal.protocol.WireRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Tells by method and path which operation a request of a REST service means. The file is read for a service when the first
 * of its calls arrives.
 */
public final class RestOperations {

    private static final String FILE = "/io/vpclocal/proxy/rest-operations.gz";
    private static final Map<String, List<RestPath>> PATHS = new ConcurrentHashMap<>();

    private RestOperations() {}

    /** All paths by method, for requests that name no service. Most emulators never get one. */
    private static final class Paths {

        private static final Map<String, List<ServicePath>> BY_METHOD = lines(line -> true).stream()
                .map(line -> new ServicePath(line[0], path(line)))
                .filter(each -> each.path().literals() > 0)
                .collect(Collectors.groupingBy(each -> each.path().method()));
    }

    private record ServicePath(String signingName, RestPath path) {}

    /**
     * An operation.
     *
     * @param members the members that stand in the path, decoded
     */
    public record Found(String operation, Map<String, String> members) {}

    /** Empty if the service is not known, or no operation has such a path. */
    public static Optional<Found> find(KnownService service, WireRequest wire) {
        String[] segments = RestPath.segments(wire.path());
        Query query = Query.of(wire.query());
        return PATHS.computeIfAbsent(service.signingName(), RestOperations::read).stream()
                .filter(path -> path.fits(wire.method(), segments, query))
                .findFirst()
                .map(path -> new Found(path.operation(), path.members(segments)));
    }

    /**
     * The signing names of the services with an operation of that method and path. Only those whose paths fit best are
     * returned. Paths without any fixed part fit nothing.
     */
    static List<String> services(WireRequest wire) {
        String[] segments = RestPath.segments(wire.path());
        Query query = Query.of(wire.query());
        Map<Integer, Set<String>> byLiterals = new TreeMap<>();
        for (ServicePath each : Paths.BY_METHOD.getOrDefault(wire.method(), List.of())) {
            if (each.path().fits(wire.method(), segments, query)) {
                byLiterals
                        .computeIfAbsent(-each.path().literals(), key -> new TreeSet<>())
                        .add(each.signingName());
            }
        }
        return byLiterals.values().stream().findFirst().map(List::copyOf).orElse(List.of());
    }

    /** The paths of a service, the most specific ones first. */
    private static List<RestPath> read(String signingName) {
        return lines(line -> line.startsWith(signingName + "\t")).stream()
                .map(RestOperations::path)
                .sorted(Comparator.comparing(RestPath::literals)
                        .thenComparing(path -> path.query().size())
                        .reversed())
                .toList();
    }

    private static RestPath path(String[] line) {
        return RestPath.of(line[1], line[2], line[3]);
    }

    /** The columns of some lines of the file. */
    private static List<String[]> lines(Predicate<String> wanted) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(RestOperations.class.getResourceAsStream(FILE))),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(wanted)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }
}
