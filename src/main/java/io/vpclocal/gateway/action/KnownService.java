package io.vpclocal.gateway.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An AWS service that is not emulated here.
 *
 * @param signingName what signatures for it are scoped to
 * @param protocol how it writes its errors
 * @param actionPrefix what its IAM actions begin with
 * @param arnService what stands in its ARNs
 */
public record KnownService(String signingName, Protocol protocol, String actionPrefix, String arnService) {

    /** How a service reads requests and writes errors. */
    public enum Protocol {
        S3,
        REST_XML,
        REST_JSON,
        JSON_1_0,
        JSON_1_1,
        QUERY;

        private static Protocol of(String service, String text) {
            return switch (text) {
                case "rest-xml" -> service.equals("s3") ? S3 : REST_XML;
                case "rest-json" -> REST_JSON;
                case "json-1.0" -> JSON_1_0;
                case "json-1.1" -> JSON_1_1;
                case "query" -> QUERY;
                default -> throw new IllegalStateException("Unknown protocol " + text + " of " + service);
            };
        }
    }

    private static final Map<String, KnownService> ALL = Table.read("services.tsv").stream()
            .map(KnownService::of)
            .collect(Collectors.toMap(KnownService::signingName, service -> service));

    /** The service of that signing name; empty if AWS has none of that name, or if it is emulated here. */
    public static Optional<KnownService> find(String signingName) {
        return Optional.ofNullable(ALL.get(signingName));
    }

    /** Amazon S3. */
    public static KnownService s3() {
        return find("s3").orElseThrow();
    }

    private static KnownService of(List<String> line) {
        return new KnownService(line.get(0), Protocol.of(line.get(0), line.get(1)), line.get(2), line.get(3));
    }

    /** True if each request is one POST to the root whose body holds the parameters. */
    public boolean rpc() {
        return protocol == Protocol.JSON_1_0 || protocol == Protocol.JSON_1_1 || protocol == Protocol.QUERY;
    }
}
