package io.vpclocal.proxy.forward;

import io.vpclocal.endpoint.EndpointNames;
import io.vpclocal.identity.ForwardedCallPolicies;
import io.vpclocal.identity.ForwardedCallPolicies.Permission;
import io.vpclocal.identity.ForwardedCallPolicies.Question;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.action.Operation.Need;
import io.vpclocal.proxy.caller.CallRouting;
import io.vpclocal.proxy.policy.LearntKeyNames;
import io.vpclocal.proxy.policy.LearntResources;
import io.vpclocal.proxy.policy.LearntResources.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Evaluates every policy that applies to a call. */
@Component
class CallAuthorizer {

    private static final Logger LOG = LoggerFactory.getLogger(CallAuthorizer.class);

    /** The owner of a bucket is always allowed these (Amazon S3 API Reference, "PutBucketPolicy"). */
    private static final Set<String> OF_THE_OWNER =
            Set.of("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy");

    /** Of APIs whose policy is not known (our guess). At API Gateway a private API needs a policy. */
    private static final String PUBLIC =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                    + "\"Action\":\"execute-api:Invoke\",\"Resource\":\"*\"}]}";

    private final ForwardedCallPolicies policies;
    private final LearntResources resources;
    private final LearntKeyNames keys;
    private final CallRouting routing;

    CallAuthorizer(
            ForwardedCallPolicies policies, LearntResources resources, LearntKeyNames keys, CallRouting routing) {
        this.keys = keys;
        this.routing = routing;
        this.policies = policies;
        this.resources = resources;
    }

    /** @throws AwsException the denial, with the service's text */
    void authorize(Exchange exchange) {
        decide(exchange);
        denial(exchange).ifPresent(denied -> {
            throw denied;
        });
    }

    /** Stores the policies' decisions in the exchange. Never refuses. */
    void decide(Exchange exchange) {
        nameEndpoint(exchange);
        Operation operation = exchange.operation();
        List<Permission> permissions = operation.needs().stream()
                .map(need -> permission(exchange, operation, need))
                .toList();
        exchange.decisions = policies.decide(question(exchange, permissions));
    }

    /** A request from outside can name an endpoint as its host. Other headers do not affect its origin. */
    private void nameEndpoint(Exchange exchange) {
        String host = Objects.requireNonNullElse(exchange.head.header("host"), "");
        if (exchange.origin != Origin.OUTSIDE || !EndpointNames.ofEndpoint(EndpointNames.normal(host))) {
            return;
        }
        exchange.origin = routing.named(
                        exchange.sender().scope(), host, exchange.service.signingName(), exchange.head.remoteAddress())
                .map(through -> new Origin(through, null, null))
                .orElseThrow(() -> ProxyErrors.noSuchName(exchange.service, EndpointNames.normal(host)));
    }

    boolean enforced() {
        return policies.enforced();
    }

    private Optional<AwsException> denial(Exchange exchange) {
        KnownService service = exchange.service;
        Optional<AwsException> denial = exchange.decisions.stream()
                .filter(decision -> !decision.allowed())
                .findFirst()
                .map(decision -> ProxyErrors.denied(service, exchange.sender().caller(), decision));
        if (denial.isPresent() && !policies.enforced()) {
            LOG.warn(
                    "Request {} would have been denied: {}",
                    exchange.requestId,
                    denial.get().text());
            return Optional.empty();
        }
        return denial;
    }

    private Permission permission(Exchange exchange, Operation operation, Need need) {
        Optional<Known> known = resources.of(need.resource());
        // Some upstreams use other account numbers, so root users own every resource without a known owner.
        String owner = known.map(Known::owner)
                .orElse(
                        exchange.sender().caller().root()
                                ? exchange.sender().caller().account()
                                : null);
        boolean ownersRight = OF_THE_OWNER.contains(need.action())
                && exchange.sender().caller().root()
                && exchange.sender().caller().account().equals(owner);
        List<String> ofResource = new ArrayList<>();
        if (!ownersRight) {
            known.map(Known::policy).ifPresent(ofResource::add);
        }
        boolean key = exchange.service.signingName().equals("kms") && !ofResource.isEmpty();
        if (key) {
            ofResource.addAll(keys.grants(need.resource()));
        } else if (ofResource.isEmpty() && need.action().equals("execute-api:Invoke") && !exchange.signed) {
            ofResource.add(PUBLIC);
        }
        return new Permission(need.action(), need.resource(), owner, ofResource, key, operation.keys());
    }

    /** Whether a new key policy would not let the caller change it again. */
    boolean locksOut(Exchange exchange, String resource, String policy) {
        String account = exchange.sender().scope().account();
        Permission change = new Permission(
                "kms:PutKeyPolicy",
                resource,
                account,
                List.of(policy),
                true,
                exchange.operation().keys());
        return policies.decide(question(exchange, List.of(change))).stream().anyMatch(found -> !found.allowed());
    }

    private static Question question(Exchange exchange, List<Permission> permissions) {
        return new Question(
                exchange.sender().caller(),
                exchange.wire,
                exchange.receivedAt,
                exchange.sender().scope().region(),
                permissions,
                exchange.origin.through(),
                exchange.origin.sourceIp());
    }
}
