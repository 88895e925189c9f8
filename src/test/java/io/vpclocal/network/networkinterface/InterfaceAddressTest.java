package io.vpclocal.network.networkinterface;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AssignedPrivateIpAddress;
import software.amazon.awssdk.services.ec2.model.NetworkInterfacePrivateIpAddress;

/** Expected answers: AWS documentation (EC2 API Reference); texts recorded from AWS. */
@EmulatorTest
class InterfaceAddressTest extends InterfaceTestBase {

    private static final int AT_ONCE = 64;

    private String id;

    @BeforeEach
    void newInterface() {
        id = fixture.create().networkInterfaceId();
    }

    @Test
    void interfacesCreatedAtTheSameTimeGetDifferentAddresses() throws Exception {
        Callable<String> create = () -> fixture.create().privateIpAddress();
        List<String> addresses = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                calls.add(create);
            }
            for (Future<String> address : threads.invokeAll(calls)) {
                addresses.add(address.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(addresses).hasSize(AT_ONCE).doesNotHaveDuplicates();
        assertThat(fixture.available()).isEqualTo(250 - AT_ONCE);
    }

    @Test
    void anyPrimaryAddressIsNoneOfTheGivenSecondaryOnes() {
        String next = "10.0.0.5";
        assertThat(ec2.createNetworkInterface(
                                r -> r.subnetId(fixture.subnet()).privateIpAddresses(p -> p.privateIpAddress(next)
                                        .primary(false)))
                        .networkInterface()
                        .privateIpAddresses())
                .hasSize(2)
                .anySatisfy(address -> {
                    assertThat(address.privateIpAddress()).isEqualTo(next);
                    assertThat(address.primary()).isFalse();
                });
    }

    @Test
    void secondaryAddressesAreAssignedAndUnassigned() {
        var assigned =
                ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(id).secondaryPrivateIpAddressCount(2));
        assertThat(assigned.assignedPrivateIpAddresses())
                .extracting(AssignedPrivateIpAddress::privateIpAddress)
                .containsExactly("10.0.0.5", "10.0.0.6");
        ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(id).privateIpAddresses("10.0.0.99"));
        assertThat(addresses(id)).containsExactly("10.0.0.4", "10.0.0.5", "10.0.0.6", "10.0.0.99");
        ec2.unassignPrivateIpAddresses(r -> r.networkInterfaceId(id).privateIpAddresses("10.0.0.5"));
        assertThat(addresses(id)).containsExactly("10.0.0.4", "10.0.0.6", "10.0.0.99");
        assertThat(fixture.available()).isEqualTo(251 - 3);
    }

    @Test
    void anAddressMovesOnlyIfThatIsAllowed() {
        String other = fixture.create().networkInterfaceId();
        ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(other).privateIpAddresses("10.0.0.99"));
        Expect.awsError(
                "InvalidParameterValue",
                "[10.0.0.99] assigned, but move is not allowed.",
                () -> ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(id).privateIpAddresses("10.0.0.99")));
        ec2.assignPrivateIpAddresses(
                r -> r.networkInterfaceId(id).privateIpAddresses("10.0.0.99").allowReassignment(true));
        assertThat(addresses(id)).containsExactly("10.0.0.4", "10.0.0.99");
        assertThat(addresses(other)).containsExactly("10.0.0.5");
    }

    @Test
    void aPrimaryAddressCannotBeUnassigned() {
        String other = fixture.create().networkInterfaceId();
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.unassignPrivateIpAddresses(
                        r -> r.networkInterfaceId(id).privateIpAddresses("10.0.0.4")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(other)
                        .privateIpAddresses("10.0.0.4")
                        .allowReassignment(true)));
    }

    @Test
    void unknownAddressesCannotBeUnassigned() {
        Expect.awsError(
                "InvalidParameterValue",
                "Some of the specified addresses are not assigned to interface " + id,
                () -> ec2.unassignPrivateIpAddresses(
                        r -> r.networkInterfaceId(id).privateIpAddresses("10.0.0.99")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.unassignIpv6Addresses(r -> r.networkInterfaceId(id).ipv6Addresses(fixture.ipv6(10))));
    }

    @Test
    void eitherListOrCountIsRequired() {
        Expect.awsError(
                "InvalidParameter",
                "One of privateIpAddressSet or privateIpAddressCount or ipv4PrefixSet or ipv4PrefixCount must be"
                        + " specified.",
                () -> ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(id)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.assignPrivateIpAddresses(r ->
                        r.networkInterfaceId(id).privateIpAddresses("10.0.0.99").secondaryPrivateIpAddressCount(1)));
        Expect.awsError("MissingParameter", () -> ec2.assignIpv6Addresses(r -> r.networkInterfaceId(id)));
    }

    @Test
    void ipv6AddressesAreAssignedAndUnassignedInAnyNotation() {
        String chosen = fixture.ipv6(11).replace("::b", "::000b");
        assertThat(ec2.assignIpv6Addresses(r -> r.networkInterfaceId(id).ipv6Addresses(chosen))
                        .assignedIpv6Addresses())
                .containsExactly(fixture.ipv6(11));
        String other = fixture.create().networkInterfaceId();
        Expect.awsError(
                "InvalidIPAddress.InUse",
                () -> ec2.assignIpv6Addresses(r -> r.networkInterfaceId(other).ipv6Addresses(fixture.ipv6(11))));
        assertThat(ec2.assignIpv6Addresses(r -> r.networkInterfaceId(id).ipv6AddressCount(3))
                        .assignedIpv6Addresses())
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(ec2.unassignIpv6Addresses(r -> r.networkInterfaceId(id).ipv6Addresses(chosen))
                        .unassignedIpv6Addresses())
                .containsExactly(fixture.ipv6(11));
        assertThat(fixture.describe(id).ipv6Addresses()).hasSize(3);
    }

    private List<String> addresses(String of) {
        return fixture.describe(of).privateIpAddresses().stream()
                .map(NetworkInterfacePrivateIpAddress::privateIpAddress)
                .toList();
    }
}
