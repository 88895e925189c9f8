package io.vpclocal.network.networkinterface;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;

/**
 * Errors of CreateNetworkInterface and related actions. Codes: AWS documentation (EC2 API error codes); texts of
 * address, group and attachment errors: recorded from AWS; the others are our guess.
 */
@EmulatorTest
class NetworkInterfaceRefusalTest extends InterfaceTestBase {

    private static final String NO_ENI = "eni-00000000000000000";

    static Stream<Arguments> creations() {
        return Stream.of(
                refused("InvalidParameterValue", r -> r.privateIpAddress("10.0.0.3")),
                refused("InvalidParameterValue", r -> r.privateIpAddress("10.0.0.255")),
                refused("InvalidParameterValue", r -> r.privateIpAddress("10.0.1.4")),
                refused("InvalidParameterValue", r -> r.privateIpAddress("nonsense")),
                refused("InvalidIPAddress.InUse", r -> r.privateIpAddress("10.0.0.4")),
                refused("InvalidIPAddress.InUse", r -> r.privateIpAddresses(a -> a.privateIpAddress("10.0.0.4"))),
                refused("InvalidParameterCombination", r -> r.privateIpAddress("10.0.0.9")
                        .privateIpAddresses(a -> a.privateIpAddress("10.0.0.8").primary(true))),
                refused("InvalidParameterValue", r -> r.privateIpAddress("10.0.0.9")
                        .privateIpAddresses(a -> a.privateIpAddress("10.0.0.9"))),
                refused("InvalidParameterCombination", r -> r.secondaryPrivateIpAddressCount(1)
                        .privateIpAddresses(a -> a.privateIpAddress("10.0.0.8"))),
                refused("InvalidParameterValue", r -> r.secondaryPrivateIpAddressCount(0)),
                refused("PrivateIpAddressLimitExceeded", r -> r.secondaryPrivateIpAddressCount(250)),
                refused("PrivateIpAddressLimitExceeded", r -> r.secondaryPrivateIpAddressCount(1000)),
                refused("InvalidParameterValue", r -> r.ipv6Addresses(a -> a.ipv6Address("2600::1"))),
                refused("InvalidParameterValue", r -> r.ipv6Addresses(a -> a.ipv6Address("10.0.0.9"))),
                refused("InvalidParameterCombination", r -> r.ipv6AddressCount(1)
                        .ipv6Addresses(a -> a.ipv6Address("2600::1"))),
                refused("InvalidSubnetID.NotFound", r -> r.subnetId("subnet-00000000000000000")),
                refused("InvalidSubnetID.NotFound", r -> r.subnetId("nonsense")),
                refused("MissingParameter", r -> r.subnetId(null)),
                refused("InvalidSecurityGroupID.NotFound", r -> r.groups("sg-0123456789abcdef0")),
                refused("InvalidParameterValue", r -> r.description("x".repeat(256))),
                refused("InvalidParameterValue", r -> r.interfaceType("nat_gateway")),
                refused("InvalidParameterValue", r -> r.ipv4PrefixCount(16)),
                refused("InvalidParameterValue", r -> r.ipv4Prefixes(p -> p.ipv4Prefix("10.0.0.0/24"))),
                refused("InvalidParameterValue", r -> r.enablePrimaryIpv6(true)),
                refused("InvalidParameterValue", r -> r.interfaceType("branch")),
                refused(
                        "InvalidParameterValue",
                        r -> r.connectionTrackingSpecification(t -> t.tcpEstablishedTimeout(59))));
    }

    @ParameterizedTest
    @MethodSource("creations")
    void aRejectedInterfaceUsesNoAddress(String code, Consumer<CreateNetworkInterfaceRequest.Builder> with) {
        fixture.create();
        Expect.awsError(code, () -> fixture.create(with));
        assertThat(fixture.available()).isEqualTo(250);
    }

    /** EC2 API Reference, CreateNetworkInterface. UNVERIFIED: the code. */
    static Stream<Consumer<CreateNetworkInterfaceRequest.Builder>> exclusive() {
        Consumer<CreateNetworkInterfaceRequest.Builder> prefix = r -> r.ipv4Prefixes(p -> p.ipv4Prefix("10.0.0.16/28"));
        Consumer<CreateNetworkInterfaceRequest.Builder> prefixCount = r -> r.ipv4PrefixCount(1);
        Consumer<CreateNetworkInterfaceRequest.Builder> address =
                r -> r.privateIpAddresses(a -> a.privateIpAddress("10.0.0.8"));
        Consumer<CreateNetworkInterfaceRequest.Builder> addressCount = r -> r.secondaryPrivateIpAddressCount(1);
        Consumer<CreateNetworkInterfaceRequest.Builder> prefix6 = r -> r.ipv6Prefixes(p -> p.ipv6Prefix("2600::/80"));
        Consumer<CreateNetworkInterfaceRequest.Builder> prefixCount6 = r -> r.ipv6PrefixCount(1);
        Consumer<CreateNetworkInterfaceRequest.Builder> address6 = r -> r.ipv6Addresses(a -> a.ipv6Address("2600::1"));
        Consumer<CreateNetworkInterfaceRequest.Builder> addressCount6 = r -> r.ipv6AddressCount(1);
        return Stream.of(
                        pairs(prefix, prefixCount, address, addressCount),
                        pairs(prefix6, prefixCount6, address6, addressCount6))
                .flatMap(pairs -> pairs);
    }

    @ParameterizedTest
    @MethodSource("exclusive")
    void waysToChooseAddressesExcludeEachOther(Consumer<CreateNetworkInterfaceRequest.Builder> both) {
        Expect.awsError("InvalidParameterCombination", () -> fixture.create(both));
    }

    @SafeVarargs
    private static Stream<Consumer<CreateNetworkInterfaceRequest.Builder>> pairs(
            Consumer<CreateNetworkInterfaceRequest.Builder>... ways) {
        return IntStream.range(0, ways.length).boxed().flatMap(i -> IntStream.range(i + 1, ways.length)
                .mapToObj(j -> ways[i].andThen(ways[j])));
    }

    /** EC2 API Reference, CreateNetworkInterface. UNVERIFIED: the code. */
    @Test
    void anEfaOnlyInterfaceHasNoAddresses() {
        Expect.awsError(
                "InvalidParameterCombination",
                () -> fixture.create(r -> r.interfaceType("efa-only").privateIpAddress("10.0.0.8")));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> fixture.create(r -> r.interfaceType("efa-only").ipv4PrefixCount(1)));
        long available = fixture.available();
        String id = fixture.create(r -> r.interfaceType("efa-only")).networkInterfaceId();
        assertThat(fixture.ec2()
                        .describeNetworkInterfaces(r -> r.networkInterfaceIds(id))
                        .networkInterfaces())
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.interfaceTypeAsString()).isEqualTo("efa-only");
                    assertThat(shown.privateIpAddress()).isNull();
                    assertThat(shown.privateIpAddresses()).isEmpty();
                });
        Ec2Client ec2 = fixture.ec2();
        String text = "Network interfaces of type efa-only do not support IP addresses.";
        Stream.<ThrowingCallable>of(
                        () -> ec2.assignPrivateIpAddresses(
                                r -> r.networkInterfaceId(id).secondaryPrivateIpAddressCount(1)),
                        () -> ec2.assignPrivateIpAddresses(
                                r -> r.networkInterfaceId(id).privateIpAddresses("10.0.0.8")),
                        () -> ec2.assignPrivateIpAddresses(
                                r -> r.networkInterfaceId(id).ipv4PrefixCount(1)),
                        () -> ec2.assignIpv6Addresses(
                                r -> r.networkInterfaceId(id).ipv6AddressCount(1)),
                        () -> ec2.assignIpv6Addresses(
                                r -> r.networkInterfaceId(id).ipv6PrefixCount(1)))
                .forEach(call -> Expect.awsError("InvalidParameterCombination", text, call));
        assertThat(fixture.available()).isEqualTo(available);
        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id));
    }

    /** EC2 API Reference, ModifyNetworkInterfaceAttribute: a primary IPv6 address stays. UNVERIFIED: the codes. */
    @Test
    void onlyAnIpv6AddressCanBecomeThePrimaryOne() {
        String id = fixture.create().networkInterfaceId();
        Expect.awsError("InvalidParameterValue", () -> fixture.ec2()
                .modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id).enablePrimaryIpv6(true)));
        fixture.ec2()
                .modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id).enablePrimaryIpv6(false));
    }

    /** The text is reported by users. UNVERIFIED: the limit of interfaces without an instance, 64. */
    @Test
    void anInterfaceHasAsManyAddressesAsTheLargestInstanceTypesAllow() {
        String id = fixture.create(r -> r.secondaryPrivateIpAddressCount(63)).networkInterfaceId();
        Expect.awsError(
                "PrivateIpAddressLimitExceeded", "Number of private addresses will exceed limit.", () -> fixture.ec2()
                        .assignPrivateIpAddresses(r -> r.networkInterfaceId(id).secondaryPrivateIpAddressCount(1)));
        Expect.awsError("PrivateIpAddressLimitExceeded", () -> fixture.ec2()
                .assignPrivateIpAddresses(r -> r.networkInterfaceId(id).ipv4PrefixCount(1)));
    }

    @Test
    void aFullSubnetIsAnError() {
        String small = fixture.ec2()
                .createSubnet(r -> r.vpcId(fixture.vpc()).cidrBlock("10.0.9.0/28"))
                .subnet()
                .subnetId();
        fixture.create(r -> r.subnetId(small).secondaryPrivateIpAddressCount(10));
        Expect.awsError(
                "InsufficientFreeAddressesInSubnet",
                "The specified subnet does not have enough free addresses to satisfy the request.",
                () -> fixture.create(r -> r.subnetId(small)));
    }

    @Test
    void groupsMustBeOfTheSameVpc() {
        String other =
                fixture.ec2().createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String group = fixture.group(other, "g");
        Expect.awsError(
                "InvalidGroup.NotFound",
                "You have specified two resources that belong to different networks.",
                () -> fixture.create(r -> r.groups(group)));
    }

    /** The quota can be raised to 16, as quotas=raised assumes. */
    @Test
    void anInterfaceIsInSixteenGroupsAtMost() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            groups.add(fixture.group(fixture.vpc(), "g" + i));
        }
        String id = fixture.create(r -> r.groups(groups)).networkInterfaceId();
        groups.add(fixture.group(fixture.vpc(), "g16"));
        Expect.awsError("SecurityGroupsPerInterfaceLimitExceeded", () -> fixture.create(r -> r.groups(groups)));
        Expect.awsError("SecurityGroupsPerInterfaceLimitExceeded", () -> fixture.ec2()
                .modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id).groups(groups)));
    }

    @Test
    void unknownIdsAreNotFound() {
        var ec2 = fixture.ec2();
        String id = fixture.create().networkInterfaceId();
        Expect.awsError(
                "InvalidNetworkInterfaceID.NotFound",
                "The networkInterface ID '" + NO_ENI + "' does not exist",
                () -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId(NO_ENI)));
        Expect.awsError(
                "InvalidNetworkInterfaceId.Malformed",
                "Invalid id: \"eni-x\" (expecting \"eni-...\")",
                () -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId("eni-x")));
        Expect.awsError(
                "InvalidInstanceID.NotFound",
                "The instance ID 'i-00000000000000000' does not exist",
                () -> ec2.attachNetworkInterface(r -> r.networkInterfaceId(id)
                        .instanceId("i-00000000000000000")
                        .deviceIndex(1)));
        Expect.awsError(
                "InvalidInstanceID.Malformed",
                () -> ec2.attachNetworkInterface(
                        r -> r.networkInterfaceId(id).instanceId("i-x").deviceIndex(1)));
        Expect.awsError(
                "InvalidAttachmentID.NotFound",
                "The interface attachment 'eni-attach-4e6c9c89' does not exist.",
                () -> ec2.detachNetworkInterface(r -> r.attachmentId("eni-attach-4e6c9c89")));
        Expect.awsError(
                "OperationNotPermitted",
                "You are not allowed to manage 'ela-attach' attachments.",
                () -> ec2.detachNetworkInterface(r -> r.attachmentId("ela-attach-e44a54d4")));
    }

    private static Arguments refused(String code, Consumer<CreateNetworkInterfaceRequest.Builder> with) {
        return Arguments.of(code, with);
    }
}
