package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.policy.BucketPolicies;
import io.vpclocal.proxy.policy.BucketPolicy;
import io.vpclocal.upstream.Upstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers calls about bucket policies. The upstream is only asked about the bucket. */
@Component
class BucketPolicyCalls {

    private static final Set<String> NAMES =
            Set.of("PutBucketPolicy", "GetBucketPolicy", "GetBucketPolicyStatus", "DeleteBucketPolicy");
    private static final int NO_CONTENT = 204;

    private final BucketPolicies policies;
    private final UpstreamClient client;
    private final Sending sending;

    BucketPolicyCalls(BucketPolicies policies, UpstreamClient client, Sending sending) {
        this.policies = policies;
        this.client = client;
        this.sending = sending;
    }

    static boolean answers(Operation operation) {
        return NAMES.contains(operation.name());
    }

    /** Answers an authorized call. */
    void answer(Exchange exchange, Upstream upstream) throws IOException {
        String arn = arn(exchange);
        requireOwner(exchange, arn);
        UpstreamBucket bucket = new UpstreamBucket(client, upstream, exchange);
        if (!bucket.exists()) {
            policies.forget(arn);
            throw ProxyErrors.noSuchBucket();
        }
        switch (exchange.operation().name()) {
            case "PutBucketPolicy" -> put(exchange, bucket);
            case "DeleteBucketPolicy" -> delete(exchange, bucket);
            case "GetBucketPolicy" ->
                sending.answer(
                        exchange,
                        200,
                        "application/json",
                        utf8(existing(arn, bucket).normalized()));
            default -> sending.answer(exchange, status(existing(arn, bucket).isPublic()));
        }
    }

    /** A bucket that is created again after it was deleted at the upstream itself has no policy. */
    void before(Exchange exchange, Upstream upstream) throws IOException {
        if (exchange.operation().name().equals("CreateBucket")) {
            String arn = arn(exchange);
            if (policies.of(arn).isPresent() && !new UpstreamBucket(client, upstream, exchange).exists()) {
                policies.forget(arn);
            }
        }
    }

    private void put(Exchange exchange, UpstreamBucket bucket) throws IOException {
        byte[] body = exchange.wire.body();
        requireChecksums(exchange.head, body);
        BucketPolicy policy = policies.validated(arn(exchange), new String(body, StandardCharsets.UTF_8));
        bucket.deletePolicy();
        policies.put(arn(exchange), exchange.sender().scope(), policy);
        sending.answer(exchange, NO_CONTENT, "", new byte[0]);
    }

    private void delete(Exchange exchange, UpstreamBucket bucket) throws IOException {
        bucket.deletePolicy();
        if (policies.of(arn(exchange)).isPresent()) {
            policies.put(arn(exchange), exchange.sender().scope(), null);
        }
        sending.answer(exchange, NO_CONTENT, "", new byte[0]);
    }

    private BucketPolicy existing(String arn, UpstreamBucket bucket) throws IOException {
        Optional<BucketPolicy> kept = policies.of(arn);
        return (kept.isPresent() ? kept : bucket.policy()).orElseThrow(ProxyErrors::noSuchBucketPolicy);
    }

    /** The owner of a bucket that calls have not shown is the caller. */
    private void requireOwner(Exchange exchange, String arn) {
        String caller = exchange.sender().caller().account();
        String owner = policies.owner(arn).orElse(caller);
        String expected = exchange.head.header("x-amz-expected-bucket-owner");
        if (expected != null && !expected.matches("\\d{12}")) {
            throw ProxyErrors.invalidBucketOwner(expected);
        }
        if (expected != null && !expected.equals(owner)) {
            throw ProxyErrors.accessDenied();
        }
        if (!owner.equals(caller) && !exchange.operation().name().equals("GetBucketPolicyStatus")) {
            throw ProxyErrors.methodNotAllowed();
        }
    }

    private static void requireChecksums(WireRequest head, byte[] body) {
        head.headers().forEach((name, values) -> BodyChecksum.of(name).ifPresent(checksum -> {
            checksum.update(body, 0, body.length);
            if (!values.contains(checksum.base64())) {
                throw ProxyErrors.badDigest(BodyChecksum.algorithm(name));
            }
        }));
        String md5 = head.header("content-md5");
        if (md5 != null) {
            BodyChecksum digest = BodyChecksum.digest("MD5");
            digest.update(body, 0, body.length);
            if (!md5.equals(digest.base64())) {
                throw ProxyErrors.badDigest("Content-MD5");
            }
        }
    }

    private static byte[] status(boolean isPublic) {
        return utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<PolicyStatus xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + ErrorAnswer.element("IsPublic", String.valueOf(isPublic)) + "</PolicyStatus>");
    }

    private static String arn(Exchange exchange) {
        return exchange.address.bucketArn(exchange.sender().scope().partition());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
