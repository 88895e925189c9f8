package io.vpclocal.proxy;

import io.vpclocal.proxy.RecordingUpstream.Answer;
import io.vpclocal.proxy.RecordingUpstream.Received;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The buckets of the upstream. All exist, except those that were deleted and those named {@code missing-…}. A bucket with a
 * policy refuses all calls about objects, as upstreams do that evaluate policies and do not know the keys of endpoints.
 */
final class UpstreamBuckets {

    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Map<String, String> policies = new ConcurrentHashMap<>();

    /** The answer; empty for a call about an object, or a list. */
    Optional<Answer> answer(Received request) {
        String path = request.uri().getRawPath().substring(1);
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        if (slash >= 0) {
            return policies.containsKey(bucket) ? Optional.of(error(403, "AccessDenied")) : Optional.empty();
        }
        if ("policy".equals(request.uri().getRawQuery())) {
            return Optional.of(policy(request, bucket));
        }
        if (request.uri().getRawQuery() == null) {
            switch (request.method()) {
                case "PUT" -> gone.remove(bucket);
                case "DELETE" -> gone.add(bucket);
                default -> {
                    return exists(bucket) ? Optional.empty() : Optional.of(error(404, "NoSuchBucket"));
                }
            }
            policies.remove(bucket);
        }
        return Optional.empty();
    }

    private Answer policy(Received request, String bucket) {
        if (!exists(bucket)) {
            return error(404, "NoSuchBucket");
        }
        return switch (request.method()) {
            case "PUT" -> {
                policies.put(bucket, new String(request.body(), StandardCharsets.UTF_8));
                yield new Answer(204, Map.of(), "");
            }
            case "DELETE" -> {
                policies.remove(bucket);
                yield new Answer(204, Map.of(), "");
            }
            default ->
                policies.containsKey(bucket)
                        ? new Answer(200, Map.of(), policies.get(bucket))
                        : error(404, "NoSuchBucketPolicy");
        };
    }

    private boolean exists(String bucket) {
        return !gone.contains(bucket) && !bucket.startsWith("missing-");
    }

    private static Answer error(int status, String code) {
        return new Answer(status, Map.of(), "<Error><Code>" + code + "</Code><Message>Upstream</Message></Error>");
    }
}
