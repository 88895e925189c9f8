package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;

/**
 * The condition keys of services and connections (Service Authorization Reference, Amazon EC2; the policies follow the
 * AWS PrivateLink Guide, "Identity-based policy examples"). Our guesses: ec2:VpceMultiRegion is true or
 * false, and a service's own Regions count if a request adds none.
 */
@EmulatorTest
@TestInstance(Lifecycle.PER_CLASS)
class HostedServiceAccessTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private final AtomicInteger users = new AtomicInteger();
    private World world;

    /** @param wide a service for two Regions, tagged {@code team=a}; the other one is plain */
    record World(Provider provider, Subscriber subscriber, ServiceConfiguration service, ServiceConfiguration wide) {

        String plain() {
            return service.serviceId();
        }

        String wideId() {
            return wide.serviceId();
        }

        String named(String text) {
            return text.replace("{service}", service.serviceName())
                    .replace("{provider}", provider.account)
                    .replace("{id}", plain());
        }
    }

    interface Step {
        void run(World world, Ec2Client user);
    }

    @BeforeAll
    void newWorld() {
        Provider provider = new Provider(aws);
        Subscriber subscriber = new Subscriber(aws);
        ServiceConfiguration service = provider.host();
        ServiceConfiguration wide = provider.host(
                r -> r.supportedRegions("eu-west-1").tagSpecifications(t -> t.resourceType("vpc-endpoint-service")
                        .tags(tag -> tag.key("team").value("a"))));
        provider.allow(service.serviceId(), subscriber.account);
        provider.allow(wide.serviceId(), subscriber.account);
        world = new World(provider, subscriber, service, wide);
    }

    /** An action with a condition, a call that meets it, and one that does not. All calls are dry runs. */
    static Stream<Arguments> conditions() {
        return Stream.of(
                owners(
                        "ec2:CreateVpcEndpointServiceConfiguration",
                        equal("ec2:VpceServicePrivateDnsName", "example.com"),
                        (w, u) -> create(w, u, "example.com"),
                        (w, u) -> create(w, u, "example.org")),
                owners(
                        "ec2:CreateVpcEndpointServiceConfiguration",
                        equal("ec2:VpceServiceRegion", "us-east-1"),
                        (w, u) -> create(w, u, "example.com"),
                        (w, u) -> create(w, u, "example.com", "eu-west-1")),
                owners(
                        "ec2:CreateVpcEndpointServiceConfiguration\",\"vpce:AllowMultiRegion",
                        equal("ec2:VpceMultiRegion", "true"),
                        (w, u) -> create(w, u, "example.com", "eu-west-1"),
                        (w, u) -> create(w, u, "example.com")),
                owners(
                        "ec2:ModifyVpcEndpointServiceConfiguration",
                        equal("ec2:VpceServicePrivateDnsName", "example.com"),
                        (w, u) -> u.modifyVpcEndpointServiceConfiguration(
                                r -> r.dryRun(true).serviceId(w.plain()).privateDnsName("example.com")),
                        (w, u) -> u.modifyVpcEndpointServiceConfiguration(
                                r -> r.dryRun(true).serviceId(w.plain()).acceptanceRequired(true))),
                owners(
                        "ec2:ModifyVpcEndpointServiceConfiguration\",\"vpce:AllowMultiRegion",
                        equal("ec2:VpceSupportedRegion", "eu-west-1"),
                        (w, u) -> addRegion(w.plain(), u, "eu-west-1"),
                        (w, u) -> addRegion(w.plain(), u, "eu-west-2")),
                owners(
                        "ec2:AcceptVpcEndpointConnections",
                        equal("aws:ResourceTag/team", "a"),
                        (w, u) -> accept(w.wideId(), u),
                        (w, u) -> accept(w.plain(), u)),
                owners(
                        "ec2:AcceptVpcEndpointConnections",
                        equal("ec2:VpceSupportedRegion", "us-east-1"),
                        (w, u) -> accept(w.plain(), u),
                        (w, u) -> accept(w.wideId(), u)),
                owners(
                        "ec2:RejectVpcEndpointConnections",
                        equal("ec2:VpceMultiRegion", "false"),
                        (w, u) -> u.rejectVpcEndpointConnections(
                                r -> r.dryRun(true).serviceId(w.plain()).vpcEndpointIds("vpce-00000000000000000")),
                        (w, u) -> u.rejectVpcEndpointConnections(
                                r -> r.dryRun(true).serviceId(w.wideId()).vpcEndpointIds("vpce-00000000000000000"))),
                owners(
                        "ec2:DeleteVpcEndpointServiceConfigurations",
                        equal("ec2:VpceMultiRegion", "true"),
                        (w, u) -> u.deleteVpcEndpointServiceConfigurations(
                                r -> r.dryRun(true).serviceIds(w.wideId())),
                        (w, u) -> u.deleteVpcEndpointServiceConfigurations(
                                r -> r.dryRun(true).serviceIds(w.wideId(), w.plain()))));
    }

    /** The consumer's own policies apply in addition to the provider's permission. */
    static Stream<Arguments> connecting() {
        return Stream.of(
                consumers(equal("ec2:VpceServiceOwner", "{provider}"), true),
                consumers(equal("ec2:VpceServiceOwner", "amazon"), false),
                consumers(equal("ec2:VpceServiceName", "{service}"), true),
                consumers(equal("ec2:VpceServiceName", "com.amazonaws.us-east-1.s3"), false),
                consumers(equal("ec2:VpceServiceRegion", "us-east-1"), true),
                consumers(equal("ec2:VpceServiceRegion", "eu-west-1"), false),
                consumers(equal("ec2:VpceMultiRegion", "false"), true),
                consumers(equal("ec2:VpceMultiRegion", "true"), false));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("conditions")
    void ownersPoliciesHold(String action, String condition, Step allowed, Step denied) {
        Ec2Client user = user(world.provider().account, allow(action, "*", condition));
        Expect.awsError("DryRunOperation", () -> allowed.run(world, user));
        Expect.awsError("UnauthorizedOperation", () -> denied.run(world, user));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("connecting")
    void consumersPoliciesHold(String condition, boolean allowed) {
        Ec2Client user = user(
                world.subscriber().account,
                allow("ec2:CreateVpcEndpoint", "arn:aws:ec2:*:*:vpc/*", ""),
                allow("ec2:CreateVpcEndpoint", "arn:aws:ec2:*:*:vpc-endpoint/*", world.named(condition)));
        Expect.awsError(allowed ? "DryRunOperation" : "UnauthorizedOperation", () -> world.subscriber()
                .connect(user, world.service().serviceName(), r -> r.dryRun(true)));
    }

    @Test
    void withoutAPolicyNothingIsAllowed() {
        Ec2Client user = user(world.provider().account, allow("ec2:DescribeVpcs", "*", ""));
        String id = world.plain();
        Stream.<Step>of(
                        (w, u) -> create(w, u, "example.com"),
                        (w, u) -> addRegion(id, u, "eu-west-1"),
                        (w, u) -> u.deleteVpcEndpointServiceConfigurations(r -> r.serviceIds(id)),
                        (w, u) -> u.describeVpcEndpointServiceConfigurations(),
                        (w, u) -> u.modifyVpcEndpointServicePermissions(
                                r -> r.serviceId(id).addAllowedPrincipals("*")),
                        (w, u) -> u.describeVpcEndpointServicePermissions(r -> r.serviceId(id)),
                        (w, u) -> u.describeVpcEndpointConnections(),
                        (w, u) -> accept(id, u),
                        (w, u) -> u.rejectVpcEndpointConnections(
                                r -> r.serviceId(id).vpcEndpointIds("vpce-00000000000000000")),
                        (w, u) -> u.modifyVpcEndpointServicePayerResponsibility(
                                r -> r.serviceId(id).payerResponsibility("ServiceOwner")),
                        (w, u) -> u.startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(id)))
                .forEach(step -> Expect.awsError("UnauthorizedOperation", () -> step.run(world, user)));
    }

    /** Recorded from AWS: the denial names the action, and why. */
    @Test
    void anotherRegionNeedsAPermissionOfItsOwn() {
        Ec2Client user = user(world.provider().account, allow("ec2:*", "*", ""));
        assertThat(Expect.awsError("UnauthorizedOperation", () -> addRegion(world.plain(), user, "eu-west-1"))
                        .awsErrorDetails()
                        .errorMessage())
                .contains("ec2:ModifyVpcEndpointServiceConfiguration")
                .contains("because no identity-based policy allows the vpce:AllowMultiRegion action");
    }

    private static void create(World world, Ec2Client user, String name, String... regions) {
        user.createVpcEndpointServiceConfiguration(r -> r.dryRun(true)
                .networkLoadBalancerArns(world.service().networkLoadBalancerArns())
                .privateDnsName(name)
                .supportedRegions(regions));
    }

    private static void addRegion(String serviceId, Ec2Client user, String region) {
        user.modifyVpcEndpointServiceConfiguration(
                r -> r.dryRun(true).serviceId(serviceId).addSupportedRegions(region));
    }

    private static void accept(String serviceId, Ec2Client user) {
        user.acceptVpcEndpointConnections(
                r -> r.dryRun(true).serviceId(serviceId).vpcEndpointIds("vpce-00000000000000000"));
    }

    private Ec2Client user(String account, String... statements) {
        String name = "user" + users.incrementAndGet();
        return aws.ec2(people.user(account, name, People.document(statements)), Region.US_EAST_1);
    }

    private static String allow(String action, String resource, String condition) {
        return "{\"Effect\":\"Allow\",\"Action\":[\"" + action + "\"],\"Resource\":\"" + resource + "\"" + condition
                + "}";
    }

    private static String equal(String key, String value) {
        return ",\"Condition\":{\"StringEquals\":{\"" + key + "\":\"" + value + "\"}}";
    }

    private static Arguments owners(String action, String condition, Step allowed, Step denied) {
        return arguments(action, condition, allowed, denied);
    }

    private static Arguments consumers(String condition, boolean allowed) {
        return arguments(condition, allowed);
    }
}
