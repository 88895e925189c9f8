package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/**
 * Codes: Elastic Load Balancing API Reference, errors of each action. Texts are recorded from AWS where the source says
 * so.
 */
@EmulatorTest
class LoadBalancerRefusalTest {

    private static final String UNKNOWN =
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/none/0123456789abcdef";

    @Autowired
    private Aws aws;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    interface Change extends BiConsumer<Balanced, CreateLoadBalancerRequest.Builder> {}

    static Stream<Arguments> requested() {
        return Stream.of(
                refused("ValidationError", (lan, r) -> r.type("application")),
                refused("ValidationError", (lan, r) -> r.type((String) null)),
                refused("UnsupportedOperation", (lan, r) -> r.enablePrefixForIpv6SourceNat("on")),
                refused("UnsupportedOperation", (lan, r) -> r.customerOwnedIpv4Pool("ipv4pool-coip-0123456789abcdef0")),
                // The model's pattern does not allow empty text.
                refused("ValidationError", (lan, r) -> r.customerOwnedIpv4Pool("")),
                refused("ValidationError", (lan, r) -> r.name(null)),
                refused("ValidationError", (lan, r) -> r.name("a-name-that-is-longer-than-32-characters")),
                refused("ValidationError", (lan, r) -> r.name("-front")),
                refused("ValidationError", (lan, r) -> r.name("fr_nt")),
                refused("ValidationError", (lan, r) -> r.name("internal-front")),
                refused("ValidationError", (lan, r) -> r.subnets(new String[0])),
                refused(
                        "ValidationError",
                        (lan, r) -> r.subnetMappings(
                                SubnetMapping.builder().subnetId(lan.subnetA()).build())),
                refused("ValidationError", (lan, r) -> r.scheme("nowhere")),
                refused("SubnetNotFound", (lan, r) -> r.subnets("subnet-0123456789abcdef0")),
                refused("InvalidConfigurationRequest", (lan, r) -> r.subnets(lan.subnetA(), lan.otherSubnetA())),
                refused("InvalidConfigurationRequest", (lan, r) -> r.subnets(lan.subnetA(), elsewhere(lan))),
                refused("InvalidConfigurationRequest", (lan, r) -> r.ipAddressType("dualstack")),
                refused("InvalidConfigurationRequest", (lan, r) -> r.ipAddressType("dualstack-without-public-ipv4")),
                refused("InvalidSubnet", (lan, r) -> r.scheme("internet-facing")),
                refused("InvalidSecurityGroup", (lan, r) -> r.securityGroups("sg-0123456789abcdef0")),
                refused(
                        "InvalidConfigurationRequest",
                        (lan, r) -> mapped(r, m -> m.subnetId(lan.subnetA()).privateIPv4Address("10.0.3.10"))),
                refused(
                        "InvalidConfigurationRequest",
                        (lan, r) ->
                                mapped(r, m -> m.subnetId(lan.subnetA()).allocationId("eipalloc-0123456789abcdef0"))),
                refused("InvalidConfigurationRequest", (lan, r) -> r.type("gateway")),
                refused("DuplicateTagKeys", (lan, r) -> r.tags(t -> t.key("a"), t -> t.key("a"))),
                refused(
                        "ValidationError",
                        (lan, r) -> r.tags(t -> t.key("aws:a").value("1"))));
    }

    /** The texts are recorded from AWS in 2026, except about a hyphen at the start. UNVERIFIED: the codes. */
    static Stream<Arguments> worded() {
        String name = "The load balancer name '";
        return Stream.of(
                worded(
                        "ValidationError",
                        name + "a".repeat(33) + "' cannot be longer than '32' characters",
                        (lan, r) -> r.name("a".repeat(33))),
                worded(
                        "ValidationError",
                        name + "internal-a' cannot begin with 'internal-'",
                        (lan, r) -> r.name("internal-a")),
                worded("ValidationError", name + "a-' cannot end with a hyphen(-)", (lan, r) -> r.name("a-")),
                worded("ValidationError", name + "-a' cannot begin with a hyphen(-)", (lan, r) -> r.name("-a")),
                worded(
                        "ValidationError",
                        name + "a_b' can only contain characters that are alphanumeric characters and hyphens(-)",
                        (lan, r) -> r.name("a_b")),
                worded(
                        "InvalidConfigurationRequest",
                        "The specified IP address type is not supported on load balancers with type 'network'.",
                        (lan, r) -> r.ipAddressType("dualstack-without-public-ipv4")),
                worded(
                        "InvalidConfigurationRequest",
                        "Elastic IPs are not supported for load balancers with type 'application'",
                        (lan, r) -> mapped(r.type("application"), m -> m.subnetId(lan.subnetA())
                                .allocationId("eipalloc-0123456789abcdef0"))),
                worded(
                        "InvalidConfigurationRequest",
                        "'EnablePrefixForIpv6SourceNat' can only be specified for LoadBalancer type 'network'.",
                        (lan, r) -> r.type("application").enablePrefixForIpv6SourceNat("on")),
                worded(
                        "InvalidConfigurationRequest",
                        "Scheme is not supported for Gateway Load Balancers.",
                        (lan, r) -> r.type("gateway")),
                worded(
                        "InvalidConfigurationRequest",
                        "Security Groups are not supported for Gateway Load Balancers.",
                        (lan, r) -> r.type("gateway").scheme((String) null).securityGroups("sg-0123456789abcdef0")),
                worded(
                        "InvalidConfigurationRequest",
                        "A load balancer cannot be attached to multiple subnets in the same Availability Zone",
                        (lan, r) -> r.subnets(lan.subnetA(), lan.otherSubnetA())),
                worded(
                        "ValidationError",
                        "At least two subnets in two different Availability Zones must be specified",
                        (lan, r) -> r.type("application")),
                worded(
                        "InvalidConfigurationRequest",
                        "You can only specify private IPv4 addresses for Network Load Balancers with scheme 'internal'.",
                        (lan, r) -> mapped(r.scheme("internet-facing"), m -> m.subnetId(routed(lan))
                                .privateIPv4Address("10.0.1.10"))));
    }

    @ParameterizedTest
    @MethodSource("worded")
    void invalidLoadBalancersAreRejectedInAwsWords(String code, String text, Change wanted) {
        CreateLoadBalancerRequest.Builder request = Balanced.internal("front").subnets(lan.subnetA());
        wanted.accept(lan, request);
        Expect.awsError(code, text, () -> lan.create(request.build()));
    }

    @ParameterizedTest
    @MethodSource("requested")
    void invalidLoadBalancersAreRejected(String code, Change wanted) {
        CreateLoadBalancerRequest.Builder request = Balanced.internal("front").subnets(lan.subnetA());
        wanted.accept(lan, request);
        Expect.awsError(code, () -> lan.create(request.build()));
        assertThat(lan.all()).isEmpty();
    }

    @Test
    void aSmallSubnetIsRejectedWithAwsText() {
        String small = Balanced.subnet(lan.ec2(), lan.vpcId(), "10.0.9.0/28", "us-east-1a");
        for (int i = 0; i < 4; i++) {
            lan.ec2().createNetworkInterface(r -> r.subnetId(small));
        }
        Expect.awsError(
                "InvalidSubnet",
                "Not enough IP space available in " + small
                        + ". ELB requires at least 8 free IP addresses in each subnet.",
                () -> lan.create(Balanced.internal("front").subnets(small).build()));
    }

    @Test
    void aNameInUseIsRejectedWithAwsText() {
        lan.network("front");
        Expect.awsError(
                "DuplicateLoadBalancerName",
                "A load balancer with the same name 'front' exists, but with different settings",
                () -> lan.create(
                        Balanced.internal("front").subnets(lan.subnetA()).build()));
        Expect.awsError("DuplicateLoadBalancerName", () -> lan.gateway("front"));
    }

    /** Recorded by users of AWS, of new load balancers and of SetSecurityGroups. */
    @Test
    void groupsOfOtherVpcsAreInvalid() {
        String vpc = lan.ec2().createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String group = lan.ec2()
                .createSecurityGroup(r -> r.groupName("g").description("g").vpcId(vpc))
                .groupId();
        Expect.awsError(
                "InvalidConfigurationRequest",
                "One or more security groups are invalid",
                () -> lan.create(Balanced.internal("front")
                        .subnets(lan.subnetA())
                        .securityGroups(group)
                        .build()));
    }

    /** Recorded from AWS. */
    @Test
    void onlyNetworkLoadBalancersEnforceGroupsOnPrivateLink() {
        LoadBalancer made = lan.application("web");
        Expect.awsError(
                "InvalidConfigurationRequest",
                "This security group setting for PrivateLink traffic is only available for Network Load Balancers with"
                        + " security groups",
                () -> lan.elb().setSecurityGroups(r -> r.loadBalancerArn(made.loadBalancerArn())
                        .securityGroups(made.securityGroups())
                        .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic("on")));
    }

    @Test
    void groupsCannotBeAddedAfterCreationWithoutGroups() {
        LoadBalancer made = lan.network("bare");
        String group = lan.ec2()
                .createSecurityGroup(r -> r.groupName("g").description("g").vpcId(lan.vpcId()))
                .groupId();
        Expect.awsError(
                "InvalidConfigurationRequest",
                "You cannot set security groups on a Network Load Balancer which was created without any security"
                        + " groups.",
                () -> lan.elb().setSecurityGroups(r -> r.loadBalancerArn(made.loadBalancerArn())
                        .securityGroups(group)));
    }

    @Test
    void aGatewayLoadBalancersSubnetsCannotBeChanged() {
        LoadBalancer made = lan.gateway("inspect");
        Expect.awsError("InvalidConfigurationRequest", () -> lan.elb()
                .setSubnets(r -> r.loadBalancerArn(made.loadBalancerArn()).subnets(lan.subnetB())));
        assertThat(lan.elb()
                        .setSubnets(
                                r -> r.loadBalancerArn(made.loadBalancerArn()).subnets(lan.subnetA(), lan.subnetB()))
                        .availabilityZones())
                .hasSize(2);
    }

    @Test
    void aProtectedOneIsNotDeleted() {
        String arn = lan.network("guarded").loadBalancerArn();
        protect(arn, "true");
        Expect.awsError(
                "OperationNotPermitted",
                "Load balancer '" + arn + "' cannot be deleted because deletion protection is enabled",
                () -> lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(arn)));
        protect(arn, "false");
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(arn));
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(arn));
        assertThat(lan.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, 1, ValidationError",
        "idle_timeout.timeout_seconds, 60, ValidationError",
        "deletion_protection.enabled, yes, ValidationError",
        "dns_record.client_routing_policy, nearest, ValidationError"
    })
    void attributesThatCannotBeAreRefused(String key, String value, String code) {
        String arn = lan.network("front").loadBalancerArn();
        Expect.awsError(code, () -> lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(a -> a.key(key).value(value))));
    }

    @Test
    void unknownArnsAreNotFound() {
        Expect.awsError("LoadBalancerNotFound", "One or more load balancers not found", () -> lan.elb()
                .describeLoadBalancers(r -> r.names("none")));
        Expect.awsError(
                "LoadBalancerNotFound", () -> lan.elb().describeLoadBalancers(r -> r.loadBalancerArns(UNKNOWN)));
        Expect.awsError("LoadBalancerNotFound", "Load balancer '" + UNKNOWN + "' not found", () -> lan.elb()
                .describeLoadBalancerAttributes(r -> r.loadBalancerArn(UNKNOWN)));
        Expect.awsError("LoadBalancerNotFound", () -> lan.elb()
                .setSubnets(r -> r.loadBalancerArn(UNKNOWN).subnets(lan.subnetA())));
        Expect.awsError("ValidationError", "'front' is not a valid load balancer ARN", () -> lan.elb()
                .deleteLoadBalancer(r -> r.loadBalancerArn("front")));
        Expect.awsError("TargetGroupNotFound", "One or more target groups not found", () -> lan.elb()
                .describeTargetGroups(r -> r.names("none")));
        Expect.awsError(
                "LoadBalancerNotFound", () -> lan.elb().describeCapacityReservation(r -> r.loadBalancerArn(UNKNOWN)));
    }

    /** Resources of another account are not visible. */
    @Test
    void otherAccountsDoNotFindIt() {
        String arn = lan.network("mine").loadBalancerArn();
        Balanced other = Balanced.in(aws);
        Expect.awsError("LoadBalancerNotFound", () -> other.elb().describeLoadBalancers(r -> r.loadBalancerArns(arn)));
        other.elb().deleteLoadBalancer(r -> r.loadBalancerArn(arn));
        assertThat(lan.all()).hasSize(1);
    }

    private void protect(String arn, String onOrOff) {
        lan.elb().modifyLoadBalancerAttributes(r -> r.loadBalancerArn(arn)
                .attributes(a -> a.key("deletion_protection.enabled").value(onOrOff)));
    }

    private static Arguments refused(String code, Change wanted) {
        return Arguments.of(code, wanted);
    }

    private static Arguments worded(String code, String text, Change wanted) {
        return Arguments.of(code, text, wanted);
    }

    /** A subnet of a VPC that now has an internet gateway. */
    private static String routed(Balanced lan) {
        String gateway =
                lan.ec2().createInternetGateway(r -> {}).internetGateway().internetGatewayId();
        lan.ec2().attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(lan.vpcId()));
        return lan.subnetA();
    }

    private static void mapped(CreateLoadBalancerRequest.Builder request, Consumer<SubnetMapping.Builder> mapping) {
        request.subnets(new String[0]).subnetMappings(mapping);
    }

    private static String elsewhere(Balanced lan) {
        String vpcId =
                lan.ec2().createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        return Balanced.subnet(lan.ec2(), vpcId, "10.9.1.0/24", "us-east-1b");
    }
}
