package io.vpclocal.proxy.action;

import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.Operation.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a request to Amazon S3, and its permissions, in {@code s3-operations.tsv}. */
public final class S3Operations {

    private static final List<S3Rule> RULES =
            Table.read("s3-operations.tsv").stream().map(S3Rule::of).toList();
    private static final Set<String> NOT_SELECTING = Set.of("max-directory-buckets", "query", "session");
    private static final List<List<String>> HEADERS = Table.read("s3-headers.tsv");
    private static final List<List<String>> KEYS = Table.read("s3-keys.tsv");

    /** Parameters that select an operation. Amazon S3 ignores {@code session} at general purpose buckets. */
    private static final Set<String> SELECTORS = RULES.stream()
            .flatMap(rule -> rule.query().stream().limit(1))
            .filter(name -> name.indexOf('=') < 0 && !NOT_SELECTING.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));

    private S3Operations() {}

    /** The parameters of a request that select several operations, in order; empty if it is not ambiguous. */
    public static List<String> conflicting(WireRequest wire) {
        Query query = Query.of(wire.query());
        List<String> selectors = SELECTORS.stream().filter(query::has).toList();
        return selectors.size() > 1 ? selectors : List.of();
    }

    /** Whether a parameter selects an operation, such as {@code uploads}. */
    static boolean selects(Query query) {
        return SELECTORS.stream().anyMatch(query::has);
    }

    /**
     * @param deleted the keys in the body of DeleteObjects; empty for other operations
     * @return an operation named after method and path if the table does not have it
     */
    public static Operation of(WireRequest wire, S3Address address, String partition, List<DeletedKey> deleted) {
        Query query = Query.of(wire.query());
        for (S3Rule rule : RULES) {
            if (rule.fits(wire, address, query)) {
                Resources resources = new Resources(wire, address, query, partition, deleted);
                List<Need> needs = new ArrayList<>(resources.needs(rule.permissions()));
                extra(rule.operation(), wire, resources, needs);
                return new Operation(rule.operation(), needs, keys(wire, query));
            }
        }
        String resource = address.bucket() == null ? "*" : address.bucketArn(partition);
        return new Operation(wire.method() + " " + wire.path(), List.of(new Need("s3:*", resource)), keys(wire, query));
    }

    private static void extra(String operation, WireRequest wire, Resources resources, List<Need> needs) {
        for (List<String> line : HEADERS) {
            if (line.get(0).equals(operation) && carries(wire, line.get(1))) {
                resources.needs(List.of(line.get(2))).stream()
                        .filter(need -> !needs.contains(need))
                        .forEach(needs::add);
            }
        }
    }

    private static boolean carries(WireRequest wire, String header) {
        return header.endsWith("*")
                ? wire.headers().keySet().stream()
                        .anyMatch(name -> name.startsWith(header.substring(0, header.length() - 1)))
                : wire.header(header) != null && !"false".equals(wire.header(header));
    }

    private static Map<String, List<String>> keys(WireRequest wire, Query query) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (List<String> line : KEYS) {
            String value = line.get(1).equals("query") ? query.get(line.get(2)) : wire.header(line.get(2));
            if (value != null) {
                keys.put(line.get(0), List.of(value));
            }
        }
        boolean presigned = query.has("X-Amz-Signature");
        if (presigned || wire.header("authorization") != null) {
            keys.put("s3:authType", List.of(presigned ? "REST-QUERY-STRING" : "REST-HEADER"));
            keys.put("s3:signatureversion", List.of("AWS4-HMAC-SHA256"));
        }
        tags(wire, keys);
        return keys;
    }

    private static void tags(WireRequest wire, Map<String, List<String>> keys) {
        String tagging = wire.header("x-amz-tagging");
        if (tagging != null) {
            Map<String, String> tags = Query.of(tagging).values();
            tags.forEach((key, value) -> keys.put("s3:RequestObjectTag/" + key, List.of(value)));
            keys.put("s3:RequestObjectTagKeys", List.copyOf(tags.keySet()));
        }
    }

    /** One line of the body of DeleteObjects. */
    public record DeletedKey(String key, @Nullable String versionId) {}

    /** The resources that a request can refer to. */
    private record Resources(
            WireRequest wire, S3Address address, Query query, String partition, List<DeletedKey> deleted) {

        List<Need> needs(List<String> permissions) {
            List<Need> needs = new ArrayList<>();
            for (String permission : permissions) {
                int at = permission.indexOf('@');
                String actions = permission.substring(0, at);
                switch (permission.substring(at + 1)) {
                    case "*" -> needs.add(new Need(action(actions, false), "*"));
                    case "bucket" -> needs.add(new Need(action(actions, false), address.bucketArn(partition)));
                    case "object" ->
                        needs.add(new Need(action(actions, query.has("versionId")), address.objectArn(partition)));
                    case "source" -> needs.add(source(actions, wire.header("x-amz-copy-source")));
                    case "rename" -> needs.add(source(actions, wire.header("x-amz-rename-source")));
                    case "keys" -> deleted.forEach(each -> needs.add(keyNeed(actions, each)));
                    default -> throw new IllegalStateException("Unknown resource in " + permission);
                }
            }
            return needs;
        }

        private Need keyNeed(String actions, DeletedKey each) {
            boolean version = each.versionId() != null && actions.equals("s3:DeleteObject");
            return new Need(
                    version ? "s3:DeleteObjectVersion" : actions, address.bucketArn(partition) + "/" + each.key());
        }

        private Need source(String actions, @Nullable String header) {
            String text = Objects.requireNonNullElse(header, "");
            int question = text.indexOf("?versionId=");
            String path = S3Address.decoded(question < 0 ? text : text.substring(0, question));
            String resource = path.startsWith("/") ? path.substring(1) : path;
            String arn = resource.startsWith("arn:") ? resource : "arn:" + partition + ":s3:::" + resource;
            return new Need(action(actions, question >= 0), arn);
        }

        private static String action(String actions, boolean version) {
            int bar = actions.indexOf('|');
            return bar < 0 ? actions : version ? actions.substring(bar + 1) : actions.substring(0, bar);
        }
    }
}
