package io.vpclocal.proxy.forward;

import io.vpclocal.identity.ForwardedCallers;
import io.vpclocal.identity.ForwardedCallers.Sender;
import io.vpclocal.identity.ForwardedCallers.Wording;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.action.S3Operations;
import io.vpclocal.proxy.action.S3Operations.DeletedKey;
import io.vpclocal.upstream.Upstream;
import io.vpclocal.upstream.Upstreams;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls of Amazon S3. The signature covers headers about the body, so the caller is authorized before the body is read.
 * The body is received whole and verified before it is sent.
 */
@Component
class S3Forwarding {

    private final Upstreams upstreams;
    private final ForwardedCallers callers;
    private final CallAuthorizer authorizer;
    private final BucketPolicyCalls bucketPolicies;
    private final Sending sending;
    private final ProxyProperties properties;
    private final String defaultRegion;

    S3Forwarding(
            Upstreams upstreams,
            ForwardedCallers callers,
            CallAuthorizer authorizer,
            BucketPolicyCalls bucketPolicies,
            Sending sending,
            ProxyProperties properties,
            @Value("${vpclocal.protocol.default-region:us-east-1}") String defaultRegion) {
        this.upstreams = upstreams;
        this.callers = callers;
        this.authorizer = authorizer;
        this.bucketPolicies = bucketPolicies;
        this.sending = sending;
        this.properties = properties;
        this.defaultRegion = defaultRegion;
    }

    void handle(Exchange exchange, boolean signed) throws IOException {
        if (exchange.address.isAmbiguous()) {
            throw ProxyErrors.invalidUri();
        }
        List<String> conflicting = S3Operations.conflicting(exchange.head);
        if (!conflicting.isEmpty()) {
            throw ProxyErrors.conflictingParameters(conflicting);
        }
        Payload payload = Payload.of(exchange.head);
        exchange.sentBy(
                signed ? callers.sender(exchange.head, "s3", Wording.S3, payload.stated()) : unsigned(exchange));
        exchange.operation = operation(exchange, List.of());
        Upstream upstream = upstreams
                .of("s3")
                .orElseThrow(() -> ProxyErrors.noUpstream(
                        exchange.service, exchange.operation().name()));
        boolean batch = exchange.operation().name().equals("DeleteObjects");
        boolean kept = BucketPolicyCalls.answers(exchange.operation());
        try (Spool spool = new Spool(
                batch || kept
                        ? BatchDelete.LARGEST_BODY
                        : properties.maxBodySize().toBytes())) {
            if (batch) {
                deleteObjects(exchange, upstream, payload, spool);
                return;
            }
            authorizer.authorize(exchange);
            Map<String, String> trailers = receive(exchange, payload, spool);
            if (kept) {
                exchange.keepBody(spool.bytes());
                bucketPolicies.answer(exchange, upstream);
                return;
            }
            bucketPolicies.before(exchange, upstream);
            sending.send(exchange, upstream, exchange.address.path(), spool, trailers);
        }
    }

    /** Amazon S3 accepts signatures of version 2 for old buckets only. Keys without verification need no signature. */
    private Sender unsigned(Exchange exchange) {
        Optional<String> key = SignatureVersion2.keyId(exchange.head);
        String other = Objects.requireNonNullElse(exchange.head.header("authorization"), "");
        if (key.isEmpty() && !other.isBlank()) {
            throw ProxyErrors.unsupportedAuthorization();
        }
        return key.isEmpty()
                ? callers.anonymous(defaultRegion)
                : callers.unchecked(key.get(), defaultRegion).orElseThrow(ProxyErrors::signatureVersion2);
    }

    private void deleteObjects(Exchange exchange, Upstream upstream, Payload payload, Spool spool) throws IOException {
        Map<String, String> trailers = receive(exchange, payload, spool);
        BatchDelete batch = BatchDelete.parse(spool.bytes());
        exchange.operation = operation(exchange, batch.keys());
        authorizer.decide(exchange);
        Set<DeletedKey> denied = authorizer.enforced() ? denied(exchange, batch) : Set.of();
        if (denied.isEmpty()) {
            sending.send(exchange, upstream, exchange.address.path(), spool, trailers);
        } else if (denied.size() == batch.keys().size()) {
            sending.answer(exchange, BatchDelete.answer(null, denied));
        } else {
            try (Spool rest = new Spool(BatchDelete.LARGEST_BODY)) {
                rest.write(batch.without(denied));
                rest.finish();
                sending.sendPart(exchange, upstream, rest, answer -> BatchDelete.answer(answer, denied));
            }
        }
    }

    private static Set<DeletedKey> denied(Exchange exchange, BatchDelete batch) {
        Set<String> resources = new LinkedHashSet<>();
        exchange.decisions.stream()
                .filter(decision -> !decision.allowed())
                .map(AccessDecision::resource)
                .forEach(resources::add);
        Set<DeletedKey> denied = new LinkedHashSet<>();
        String bucket = exchange.address.bucketArn(exchange.sender().scope().partition());
        batch.keys().stream()
                .filter(each -> resources.contains(bucket + "/" + each.key()))
                .forEach(denied::add);
        return denied;
    }

    private static Map<String, String> receive(Exchange exchange, Payload payload, Spool spool) throws IOException {
        try {
            return payload.receive(
                    exchange.head,
                    exchange.request.getInputStream(),
                    spool,
                    exchange.sender().chunks());
        } catch (IOException e) {
            if (e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException) {
                ConnectionEnd.answerInstead(exchange.request);
                throw ProxyErrors.idle();
            }
            throw e;
        }
    }

    private static Operation operation(Exchange exchange, List<DeletedKey> keys) {
        return S3Operations.of(
                exchange.head, exchange.address, exchange.sender().scope().partition(), keys);
    }
}
