package io.vpclocal.proxy.action;

import io.vpclocal.protocol.WireRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the signing name of a service in what a request without a signature says of it. */
final class ServiceMarks {

    private static final Pattern RPC_PATH = Pattern.compile("/service/([^/]+)/operation/[^/]+");

    /** {@code api/} is of SDKs, {@code command} of the AWS CLI. */
    private static final Pattern AGENT =
            Pattern.compile("(?:^|\\s)(?:api/([\\w.-]+)[#/]|(?:md/)?command[#/]([\\w-]+)\\.)");

    private static final Pattern PUBLIC_NAME =
            Pattern.compile("(.+?)(?:\\.[a-z]{2}(?:-[a-z]+)+-\\d)?(?:\\.vpce)?\\.(?:amazonaws\\.com(?:\\.cn)?"
                    + "|localhost|localhost\\.localstack\\.cloud)\\.?(?::\\d+)?");

    /** What the name of an operation's API ends with, besides the name of the service. */
    private static final String VERSION = "_?\\d*$";

    private static final Map<String, List<String>> NAMES = Table.read("service-marks.tsv").stream()
            .collect(Collectors.groupingBy(
                    line -> line.get(0) + " " + line.get(1),
                    Collectors.mapping(line -> line.get(2), Collectors.toList())));

    private ServiceMarks() {}

    /**
     * The service of {@code X-Amz-Target}, of a Smithy RPC path, of the host, of a header that no other service has, or of
     * the User-Agent.
     */
    static Optional<String> inHead(WireRequest head) {
        return target(head)
                .or(() -> rpc(head))
                .or(() -> host(head))
                .or(() -> header(head))
                .or(() -> agent(head));
    }

    /** The service of {@code X-Amz-Target}. An unknown API is its own name. */
    static Optional<String> target(WireRequest head) {
        String target = head.header("x-amz-target");
        if (target == null || target.isBlank()) {
            return Optional.empty();
        }
        int dot = target.lastIndexOf('.');
        return Optional.of(api(dot < 0 ? target : target.substring(0, dot)));
    }

    /** The query services with that version of their API; several if two have the same. */
    static List<String> ofVersion(@Nullable String version) {
        return NAMES.getOrDefault("version " + version, List.of());
    }

    /** Whether the query service with that version has an operation of that name, as an emulated service has too. */
    static boolean sharesOperation(String version, String operation) {
        return NAMES.containsKey("operation " + version + " " + operation);
    }

    private static Optional<String> rpc(WireRequest head) {
        Matcher path = RPC_PATH.matcher(head.path());
        return path.matches() && head.method().equals("POST") ? Optional.of(api(path.group(1))) : Optional.empty();
    }

    private static String api(String name) {
        return one("target", name).orElseGet(() -> name.replaceFirst(VERSION, ""));
    }

    private static Optional<String> host(WireRequest head) {
        Matcher name = PUBLIC_NAME.matcher(
                Objects.requireNonNullElse(head.header("host"), "").strip().toLowerCase(Locale.ROOT));
        if (!name.matches()) {
            return Optional.empty();
        }
        String labels = name.group(1);
        return Stream.iterate(labels, rest -> !rest.isEmpty(), ServiceMarks::withoutFirstLabel)
                .flatMap(rest -> one("host", rest).stream())
                .findFirst();
    }

    private static String withoutFirstLabel(String labels) {
        int dot = labels.indexOf('.');
        return dot < 0 ? "" : labels.substring(dot + 1);
    }

    private static Optional<String> header(WireRequest head) {
        return head.headers().keySet().stream()
                .flatMap(name -> one("header", name).stream())
                .findFirst();
    }

    private static Optional<String> agent(WireRequest head) {
        return Stream.of("x-amz-user-agent", "user-agent")
                .map(head::header)
                .filter(Objects::nonNull)
                .map(AGENT::matcher)
                .filter(Matcher::find)
                .map(found -> Objects.requireNonNullElseGet(found.group(1), () -> found.group(2)))
                .flatMap(name -> one("agent", plain(name)).stream())
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Optional<String> one(String kind, String mark) {
        List<String> names = NAMES.getOrDefault(kind + " " + mark, List.of());
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }
}
