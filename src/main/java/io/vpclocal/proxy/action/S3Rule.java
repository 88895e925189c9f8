package io.vpclocal.proxy.action;

import io.vpclocal.protocol.WireRequest;
import java.util.List;

/** One line of {@code s3-operations.tsv}. */
record S3Rule(String operation, String method, String on, List<String> query, String header, List<String> permissions) {

    static S3Rule of(List<String> line) {
        List<String> query =
                line.get(3).isEmpty() ? List.of() : List.of(line.get(3).split(",", -1));
        return new S3Rule(
                line.get(0),
                line.get(1),
                line.get(2),
                query,
                line.get(4),
                List.of(line.get(5).split(" ", -1)));
    }

    boolean fits(WireRequest wire, S3Address address, Query parameters) {
        return method.equals(wire.method())
                && on.equals(
                        address.bucket() == null ? "service" : address.key().isEmpty() ? "bucket" : "object")
                && query.stream().allMatch(condition -> fits(condition, parameters))
                && (header.isEmpty() || wire.header(header) != null);
    }

    private static boolean fits(String condition, Query parameters) {
        int equals = condition.indexOf('=');
        return equals < 0
                ? parameters.has(condition)
                : condition.substring(equals + 1).equals(parameters.get(condition.substring(0, equals)));
    }
}
