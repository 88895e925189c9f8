package io.vpclocal.gateway.forward;

import io.vpclocal.gateway.action.Members;
import io.vpclocal.gateway.action.Operation;
import io.vpclocal.gateway.policy.KmsKeys;
import io.vpclocal.gateway.policy.LearntResources;
import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.Scope;
import io.vpclocal.upstream.Upstream;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls of AWS KMS: on keys instead of aliases, under the policies of the keys. */
@Component
class KeyForwarding {

    private final KmsKeys keys;
    private final LearntResources resources;
    private final Admission admission;
    private final Sending sending;

    KeyForwarding(KmsKeys keys, LearntResources resources, Admission admission, Sending sending) {
        this.keys = keys;
        this.resources = resources;
        this.admission = admission;
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
            admission.admit(exchange);
            check(exchange, request);
        }
        sending.send(exchange, upstream, exchange.head.path(), body, Map.of(), answer -> {
            if (late) {
                Operation named = keys.answered(exchange.operation(), answer, scope);
                exchange.operation = keys.resolve(named, request, caller);
                admission.admit(exchange);
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
            if (admission.enforced() && admission.locksOut(exchange, resource, policy)) {
                throw GatewayErrors.keyLockout();
            }
        }
    }
}
