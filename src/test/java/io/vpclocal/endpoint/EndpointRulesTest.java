package io.vpclocal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import io.vpclocal.endpoint.placement.SubnetPlan;
import io.vpclocal.endpoint.placement.SubnetPlan.Place;
import io.vpclocal.endpoint.vpcendpoint.AddressTypes;
import io.vpclocal.endpoint.vpcendpoint.Delta;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.EndpointPhase;
import io.vpclocal.endpoint.vpcendpoint.EndpointProperties;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.protocol.AwsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

/** Rules that can be tested without a network. */
class EndpointRulesTest {

    private static final Gen<String> ZONES = integers().between(0, 5).map(n -> "us-east-1" + (char) ('a' + n));

    /** AWS PrivateLink Guide: one subnet per zone. */
    @Test
    void subnetsAreAcceptedExactlyIfTheirZonesAreFreeAndDifferent() {
        qt().forAll(lists().of(ZONES).ofSizeBetween(0, 4), lists().of(ZONES).ofSizeBetween(0, 4))
                .check((taken, wanted) -> {
                    List<Place> places = places(wanted);
                    Set<String> all = new HashSet<>(wanted);
                    boolean fits = all.size() == wanted.size() && taken.stream().noneMatch(all::contains);
                    return fits == (catchThrowable(() -> SubnetPlan.requireOnePerZone(taken, places)) == null);
                });
    }

    /** Recorded from AWS: the message names the first extra subnet. */
    @Test
    void theErrorNamesTheFirstExtraSubnet() {
        assertThatThrownBy(() -> SubnetPlan.requireOnePerZone(List.of("b"), places(List.of("a", "c", "a", "b"))))
                .hasMessageContaining("in the availability zone of subnet-2.");
    }

    @Test
    void applyingADeltaAddsAndRemovesItsIds() {
        Gen<List<String>> some = lists().of(ZONES).ofSizeBetween(0, 5);
        qt().forAll(some, some).check((add, remove) -> {
            Delta delta = Delta.of(add, remove);
            boolean disjoint = delta.added().stream().noneMatch(delta.removed()::contains);
            boolean complete = add.stream().allMatch(id -> delta.added().contains(id) || remove.contains(id))
                    && remove.stream().allMatch(id -> delta.removed().contains(id) || add.contains(id));
            return disjoint && complete && delta.none() == new HashSet<>(add).equals(new HashSet<>(remove));
        });
    }

    /** AWS PrivateLink Guide: "DNS record IP type"; service-defined for single families is our guess. */
    @ParameterizedTest
    @CsvSource({
        "ipv4, ipv4, true",
        "ipv4, dualstack, false",
        "ipv4, ipv6, false",
        "ipv4, service-defined, true",
        "ipv6, ipv4, false",
        "ipv6, dualstack, false",
        "ipv6, ipv6, true",
        "ipv6, service-defined, true",
        "dualstack, ipv4, true",
        "dualstack, dualstack, true",
        "dualstack, ipv6, true",
        "dualstack, service-defined, true"
    })
    void recordsMustFitTheAddresses(String addresses, String records, boolean fits) {
        assertThat(catchThrowable(() -> AddressTypes.ofInterface(addresses, records)) == null)
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "ipv4, ipv4, true",
        "ipv4, ipv6, false",
        "ipv6, ipv6, true",
        "ipv6, ipv4, false",
        "dualstack, ipv4 ipv6, true",
        "dualstack, ipv4, false",
        "ipv4, ipv4 ipv6, true"
    })
    void aServiceMustTakeEveryFamily(String wanted, String supported, boolean fits) {
        assertThat(AddressTypes.ofInterface(wanted, null).supportedBy(List.of(supported.split(" "))))
                .isEqualTo(fits);
    }

    /** The pattern is that of AWS's message. */
    @ParameterizedTest
    @ValueSource(strings = {"vpce-0123456789abcdef0", "vpce-1", "vpce-xyz"})
    void idsThatMayExist(String id) {
        EndpointIds.VPC_ENDPOINT.requireWellFormed(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vpce", "vpce-", "vpce-1-2", "vpce-A", "vpc-1", " vpce-1", "vpce-1\n", "vpce-svc-1"})
    void idsThatCannotExist(String id) {
        assertThatThrownBy(() -> EndpointIds.VPC_ENDPOINT.requireWellFormed(id))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.code()).isEqualTo("InvalidVpcEndpointId.Malformed"));
    }

    @Test
    void anyTextIsEitherAnIdOrMalformed() {
        qt().forAll(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 20))
                .check(text -> {
                    Throwable refusal = catchThrowable(() -> EndpointIds.SUBNET.requireWellFormed(text));
                    return refusal == null || refusal instanceof AwsException;
                });
    }

    /** AWS PrivateLink Guide: the states of an interface endpoint, in the order of their times. */
    @Test
    void statesFollowTheClock() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        qt().forAll(
                        integers().between(0, 100),
                        integers().between(0, 100),
                        integers().between(0, 200))
                .check((provisioning, deletion, seconds) -> {
                    Lifecycle life = new Lifecycle(
                            new EndpointProperties(Duration.ofSeconds(provisioning), Duration.ofSeconds(deletion)),
                            Clock.fixed(start, ZoneOffset.UTC));
                    Instant now = start.plusSeconds(seconds);
                    EndpointState connected = seconds < provisioning ? EndpointState.PENDING : EndpointState.AVAILABLE;
                    EndpointState deleted = seconds < deletion ? EndpointState.DELETING : EndpointState.DELETED;
                    return life.state(EndpointType.INTERFACE, EndpointPhase.CONNECTED, start, now) == connected
                            && life.state(EndpointType.GATEWAY, EndpointPhase.CONNECTED, start, now)
                                    == EndpointState.AVAILABLE
                            && life.state(EndpointType.INTERFACE, EndpointPhase.DELETING, start, now) == deleted
                            && life.state(EndpointType.INTERFACE, EndpointPhase.REJECTED, start, now)
                                    == EndpointState.REJECTED;
                });
    }

    private static List<Place> places(List<String> zones) {
        return IntStream.range(0, zones.size())
                .mapToObj(i -> new Place("subnet-" + i, zones.get(i)))
                .toList();
    }
}
