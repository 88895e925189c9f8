package io.vpclocal.protocol.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.vpclocal.protocol.Authenticator;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    /** Recorded from AWS: an internal fault is a 500 with the code InternalFailure; the text is ours. */
    @Test
    void anInternalFaultTellsTheClientNothingOfItsCause() {
        Authenticator broken = (request, service, action) -> {
            throw new IllegalStateException("the password is swordfish");
        };
        Dispatcher dispatcher = new Dispatcher(
                mock(ActionRegistry.class),
                broken,
                List.of(),
                mock(ActionRunner.class),
                new StateLock(),
                List.of(),
                List.of(),
                new CallLog(true),
                new Ids(),
                Clock.systemUTC());
        WireRequest request = new WireRequest(
                "POST", "/", "", Map.of(), "Action=DescribeVpcs".getBytes(StandardCharsets.UTF_8), "127.0.0.1", false);

        WireResponse response = dispatcher.handle(request);

        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.status()).isEqualTo(500);
        assertThat(body)
                .contains("<Code>InternalFailure</Code>")
                .contains(response.requestId())
                .doesNotContain("swordfish", "Exception", "\tat ");
    }
}
