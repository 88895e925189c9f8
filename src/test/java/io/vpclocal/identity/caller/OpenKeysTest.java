package io.vpclocal.identity.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.identity.iam.lastuse.LastUses;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.EmulatorTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Open keys can be turned off. The setting is the emulator's own. */
@EmulatorTest
class OpenKeysTest {

    @Autowired
    private Principals principals;

    @Autowired
    private SessionTokens tokens;

    @Autowired
    private LastUses lastUses;

    @Autowired
    private EmulatorClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"test", "123456789012"})
    void unknownKeysAreRefusedWhenOpenKeysAreOff(String key) {
        CallerAuthenticator closed = new CallerAuthenticator(
                principals,
                tokens,
                lastUses,
                new IdentityProperties(IdentityProperties.Mode.ENFORCE, false),
                clock,
                "us-east-1");
        String pair = Base64.getEncoder().encodeToString((key + ":secret").getBytes(StandardCharsets.UTF_8));
        WireRequest request = new WireRequest(
                "POST", "/", "", Map.of("authorization", List.of("Basic " + pair)), new byte[0], "127.0.0.1", false);
        assertThatThrownBy(() -> closed.authenticate(request, AwsService.STS, null))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.code()).isEqualTo("InvalidClientTokenId"));
    }
}
