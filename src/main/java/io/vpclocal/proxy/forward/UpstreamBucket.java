package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.proxy.forward.UpstreamClient.Answer;
import io.vpclocal.proxy.forward.UpstreamClient.Outgoing;
import io.vpclocal.proxy.policy.BucketPolicy;
import io.vpclocal.upstream.Upstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The bucket of a call, as its upstream has it. */
record UpstreamBucket(UpstreamClient client, Upstream upstream, Exchange exchange) {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    boolean exists() throws IOException {
        int status = ask("HEAD", "").status();
        if (status >= SERVER_ERROR && status != 501) {
            throw failed("HeadBucket", status);
        }
        return status != NOT_FOUND;
    }

    /** A policy that was put at the upstream itself. Servers without bucket policies answer in many ways. */
    Optional<BucketPolicy> policy() throws IOException {
        Answer answer = ask("GET", "policy");
        if (answer.status() == FORBIDDEN) {
            throw failed("GetBucketPolicy", answer.status());
        }
        return answer.status() == 200
                ? BucketPolicy.read(new String(answer.body(), StandardCharsets.UTF_8))
                        .filter(BucketPolicy::isPolicy)
                : Optional.empty();
    }

    /** Deletes the policy only if there is one: a server that does not know policies would delete the bucket. */
    void deletePolicy() throws IOException {
        if (policy().isPresent()) {
            int status = ask("DELETE", "policy").status();
            if (status >= 300) {
                throw failed("DeleteBucketPolicy", status);
            }
        }
    }

    private Answer ask(String method, String query) throws IOException {
        return client.ask(
                upstream,
                new Outgoing(
                        exchange.service,
                        exchange.sender().scope(),
                        method,
                        "/" + exchange.address.bucket(),
                        query,
                        Map.of(),
                        true),
                new byte[0]);
    }

    private AwsException failed(String operation, int status) {
        return ProxyErrors.unavailable(
                exchange.service,
                "The upstream " + upstream.uri() + " answered " + operation + " of bucket " + exchange.address.bucket()
                        + " with status " + status + ".");
    }
}
