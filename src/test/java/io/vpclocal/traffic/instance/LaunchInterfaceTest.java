package io.vpclocal.traffic.instance;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * Network interfaces that RunInstances and AttachNetworkInterface refuse (EC2 API Reference; limits: User Guide for
 * instances). Texts: as users report them, or null.
 */
@EmulatorTest
class LaunchInterfaceTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void account() {
        ec2 = aws.ec2();
    }

    static Stream<Arguments> combinations() {
        return Stream.of(
                arguments(
                        "IPv6 addresses and IPv6 address count may not be specified on the same request",
                        request(r -> r.ipv6AddressCount(1).ipv6Addresses(a -> a.ipv6Address("2600::5")))),
                arguments(
                        "IPv6 addresses and IPv6 address count may not be specified on the same request",
                        request(r -> r.networkInterfaces(i ->
                                i.deviceIndex(0).ipv6AddressCount(1).ipv6Addresses(a -> a.ipv6Address("2600::5"))))),
                arguments(null, request(r -> r.ipv6AddressCount(1).networkInterfaces(i -> i.deviceIndex(0)))),
                arguments(null, request(r -> r.ipv6Addresses(a -> a.ipv6Address("2600::5"))
                        .networkInterfaces(i -> i.deviceIndex(0)))),
                arguments(
                        "Only one primary private IP address can be specified.",
                        request(r -> r.networkInterfaces(i -> i.deviceIndex(0)
                                .privateIpAddress("172.31.0.8")
                                .privateIpAddresses(
                                        a -> a.privateIpAddress("172.31.0.9").primary(true))))),
                arguments(
                        null,
                        request(r -> r.networkInterfaces(i -> i.deviceIndex(0)
                                .secondaryPrivateIpAddressCount(1)
                                .privateIpAddresses(a -> a.privateIpAddress("172.31.0.9"))))),
                arguments(
                        "The associatePublicIPAddress parameter cannot be specified when launching with multiple network"
                                + " interfaces.",
                        request(r -> r.networkInterfaces(
                                i -> i.deviceIndex(0).associatePublicIpAddress(true), i -> i.deviceIndex(1)))),
                arguments(
                        null,
                        request(r -> r.placement(
                                p -> p.availabilityZone("us-east-1a").availabilityZoneId("use1-az1")))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void parametersThatExcludeEachOther(@Nullable String text, Consumer<RunInstancesRequest.Builder> with) {
        Expect.awsError("InvalidParameterCombination", text, () -> run(with));
    }

    /** UNVERIFIED: the code. */
    @Test
    void anExistingInterfaceHasItsSubnetGroupsAndAddresses() {
        String id = networkInterface(0);
        Stream.<Consumer<RunInstancesRequest.Builder>>of(
                        r -> r.networkInterfaces(
                                i -> i.deviceIndex(0).networkInterfaceId(id).groups("sg-0123456789abcdef0")),
                        r -> r.networkInterfaces(
                                i -> i.deviceIndex(0).networkInterfaceId(id).subnetId(subnet())),
                        r -> r.networkInterfaces(
                                i -> i.deviceIndex(0).networkInterfaceId(id).privateIpAddress("172.31.0.9")),
                        r -> r.networkInterfaces(
                                i -> i.deviceIndex(0).networkInterfaceId(id).ipv6AddressCount(1)))
                .forEach(with -> Expect.awsError("InvalidParameterCombination", () -> run(with)));
        run(r ->
                r.networkInterfaces(i -> i.deviceIndex(0).networkInterfaceId(id).deleteOnTermination(true)));
    }

    /** A t3.micro has 2 interfaces with 2 addresses each. */
    @Test
    void theInstanceTypeLimitsInterfacesAndAddresses() {
        Expect.awsError(
                "PrivateIpAddressLimitExceeded",
                () -> run(r -> r.networkInterfaces(i -> i.deviceIndex(0).secondaryPrivateIpAddressCount(2))));
        String instance = run(r -> r.networkInterfaces(i -> i.deviceIndex(0), i -> i.deviceIndex(1)));
        String third = networkInterface(0);
        Expect.awsError(
                "AttachmentLimitExceeded",
                "Interface count 3 exceeds the limit for t3.micro",
                () -> attach(third, instance, 2));
        String attached = run(r -> {});
        String large = networkInterface(2);
        Expect.awsError("PrivateIpAddressLimitExceeded", () -> attach(large, attached, 1));
        attach(third, attached, 1);
        ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(third).secondaryPrivateIpAddressCount(1));
        Expect.awsError(
                "PrivateIpAddressLimitExceeded",
                "Number of private addresses will exceed limit.",
                () -> ec2.assignPrivateIpAddresses(
                        r -> r.networkInterfaceId(third).secondaryPrivateIpAddressCount(1)));
    }

    private void attach(String interfaceId, String instanceId, int device) {
        ec2.attachNetworkInterface(
                r -> r.networkInterfaceId(interfaceId).instanceId(instanceId).deviceIndex(device));
    }

    private String networkInterface(int secondaries) {
        return ec2.createNetworkInterface(r -> {
                    r.subnetId(subnet());
                    if (secondaries > 0) {
                        r.secondaryPrivateIpAddressCount(secondaries);
                    }
                })
                .networkInterface()
                .networkInterfaceId();
    }

    private String subnet() {
        return ec2.describeSubnets(
                        r -> r.filters(f -> f.name("availability-zone").values("us-east-1a")))
                .subnets()
                .get(0)
                .subnetId();
    }

    private String run(Consumer<RunInstancesRequest.Builder> with) {
        return ec2.runInstances(r -> with.accept(r.imageId("ami-12345678")
                        .instanceType(InstanceType.T3_MICRO)
                        .minCount(1)
                        .maxCount(1)))
                .instances()
                .get(0)
                .instanceId();
    }

    private static Consumer<RunInstancesRequest.Builder> request(Consumer<RunInstancesRequest.Builder> with) {
        return with;
    }
}
