package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.proxy.action.Members;
import io.vpclocal.proxy.forward.UpstreamClient.Answer;
import io.vpclocal.proxy.forward.UpstreamClient.Outgoing;
import io.vpclocal.proxy.policy.UpstreamQuestions;
import io.vpclocal.upstream.Upstream;
import io.vpclocal.upstream.Upstreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the upstream of AWS KMS about keys. */
@Component
class KmsQuestions implements UpstreamQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(KmsQuestions.class);

    private final Upstreams upstreams;
    private final UpstreamClient client;

    KmsQuestions(Upstreams upstreams, UpstreamClient client) {
        this.upstreams = upstreams;
        this.client = client;
    }

    @Override
    public Optional<Members> kms(String operation, String body, Scope scope) {
        return upstreams.of("kms").flatMap(upstream -> ask(upstream, operation, body, scope));
    }

    private Optional<Members> ask(Upstream upstream, String operation, String body, Scope scope) {
        Outgoing outgoing = new Outgoing(
                KnownService.kms(),
                scope,
                "POST",
                "/",
                "",
                Map.of(
                        "x-amz-target", List.of("TrentService." + operation),
                        "content-type", List.of("application/x-amz-json-1.1")),
                true);
        try {
            Answer answer = client.ask(upstream, outgoing, body.getBytes(StandardCharsets.UTF_8));
            return answer.status() == 200 ? Optional.of(Members.json(answer.body())) : Optional.empty();
        } catch (IOException | AwsException e) {
            LOG.warn("{} of the upstream {} failed: {}", operation, upstream, e.getMessage());
            return Optional.empty();
        }
    }
}
