package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.Scope;
import io.vpclocal.proxy.action.Members;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.policy.KmsKeys;
import io.vpclocal.proxy.policy.LearntResources;
import io.vpclocal.upstream.Upstream;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls of AWS KMS: on keys instead of aliases, under the policies of the keys. */
@Component
class KeyForwarding {

    private final KmsKeys keys;
    private final LearntResources resources;
    private final CallAuthorizer authorizer;
    private final Sending sending;

    KeyForwarding(KmsKeys keys, LearntResources resources, CallAuthorizer authorizer, Sending sending) {
        this.keys = keys;
        this.resources = resources;
        this.authorizer = authorizer;
        this.sending = sending;
    }

    void send(Exchange exchange, Upstream upstream, Spool body) throws IOException {
        Members request = Members.json(exchange.wire.body());
        Caller caller = exchange.sender().caller();
        Scope scope = exchange.sender().scope();
        exchange.operation = keys.resolve(exchange.operation(), request, caller);
        // The upstream reads the key from the ciphertext. Decryption changes nothing, so it can come before the check.
        boolean late = KmsKeys.namedByAnswer(exchange.operation());
        if (!late) {
            authorizer.authorize(exchange);
            check(exchange, request);
        }
        sending.send(exchange, upstream, exchange.head.path(), body, Map.of(), answer -> {
            if (late) {
                Operation named = keys.answered(exchange.operation(), answer, scope);
                exchange.operation = keys.resolve(named, request, caller);
                authorizer.authorize(exchange);
            }
            keys.learn(exchange.operation(), request, answer, scope);
        });
    }

    private void check(Exchange exchange, Members request) {
        Operation operation = exchange.operation();
        resources.check("kms", operation, exchange.wire.body());
        boolean sets =
                operation.name().equals("PutKeyPolicy") || operation.name().equals("CreateKey");
        if (!sets || request.isTrue("BypassPolicyLockoutSafetyCheck")) {
            return;
        }
        String resource = operation.needs().get(0).resource();
        for (String policy : request.at("Policy")) {
            if (authorizer.enforced() && authorizer.locksOut(exchange, resource, policy)) {
                throw ProxyErrors.keyLockout();
            }
        }
    }
}
