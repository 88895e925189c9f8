package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Errors for owners of services, which leave the service unchanged. */
@EmulatorTest
@TestInstance(Lifecycle.PER_CLASS)
class ServiceConfigurationErrorsTest {

    private static final String UNKNOWN = "vpce-svc-00000000000000000";
    private static final String ONE_KIND =
            "exactly one of network_load_balancer_arn or gateway_load_balancer_arn is a required member";

    @Autowired
    private Aws aws;

    private World world;

    /** @param gateway a service with Gateway Load Balancers */
    record World(Provider provider, String network, String gateway, String foreign, String nlb, String gwlb) {

        Ec2Client ec2() {
            return provider.ec2;
        }
    }

    interface Wrong {
        void call(World world);
    }

    @BeforeAll
    void newWorld() {
        Provider provider = new Provider(aws);
        String nlb = provider.networkBalancer("a");
        String gwlb = provider.gatewayBalancer("a");
        world = new World(
                provider,
                provider.create(r -> r.networkLoadBalancerArns(nlb)).serviceId(),
                provider.create(r -> r.gatewayLoadBalancerArns(gwlb)).serviceId(),
                new Provider(aws).networkBalancer("a"),
                nlb,
                gwlb);
    }

    /** Reported by users of AWS, or known to clients. */
    static Stream<Arguments> recorded() {
        return Stream.of(
                refusal("no load balancer", w -> w.provider().create(r -> {}), "InvalidParameter", ONE_KIND),
                refusal(
                        "both kinds of load balancers",
                        w -> w.provider()
                                .create(r -> r.networkLoadBalancerArns(w.nlb()).gatewayLoadBalancerArns(w.gwlb())),
                        "InvalidParameter",
                        ONE_KIND),
                refusal(
                        "an unknown service",
                        w -> w.provider().describe(UNKNOWN),
                        "InvalidVpcEndpointServiceId.NotFound",
                        "The VpcEndpointService Id '" + UNKNOWN + "' does not exist"),
                refusal(
                        "changing an unknown service",
                        w -> w.provider().modify(UNKNOWN, r -> r.acceptanceRequired(true)),
                        "InvalidVpcEndpointServiceId.NotFound",
                        "The VpcEndpointService Id '" + UNKNOWN + "' does not exist"),
                refusal(
                        "a malformed service id",
                        w -> w.provider().describe("vpce-svc-1"),
                        "InvalidVpcEndpointServiceIdId.Malformed",
                        null),
                refusal(
                        "a filter with characters of its own",
                        w -> w.ec2().describeVpcEndpointServicePermissions(r -> r.serviceId(w.network())
                                .filters(f -> f.name("principal").values("arn:aws:iam::123456789012:user/a+b"))),
                        "InvalidFilter",
                        "The filter value arn:aws:iam::123456789012:user/a+b contains unsupported characters"),
                refusal(
                        "an unknown filter",
                        w -> w.ec2()
                                .describeVpcEndpointConnections(
                                        r -> r.filters(f -> f.name("owner").values("x"))),
                        "InvalidFilter",
                        "The filter owner is invalid"));
    }

    /** Codes are from AWS's documentation if it has them. Other codes and all texts are our guess. */
    static Stream<Arguments> guessedOnCreation() {
        return Stream.of(
                refusal(
                        "a malformed ARN",
                        w -> w.provider().create(r -> r.networkLoadBalancerArns("arn:none")),
                        "InvalidNetworkLoadBalancerArn.Malformed",
                        null),
                refusal(
                        "the other kind of load balancer",
                        w -> w.provider().create(r -> r.networkLoadBalancerArns(w.gwlb())),
                        "InvalidNetworkLoadBalancerArn.Malformed",
                        null),
                refusal(
                        "an unknown load balancer",
                        w -> w.provider().create(r -> r.networkLoadBalancerArns(w.nlb() + "0")),
                        "InvalidNetworkLoadBalancerArn.NotFound",
                        null),
                refusal(
                        "another account's load balancer",
                        w -> w.provider().create(r -> r.networkLoadBalancerArns(w.foreign())),
                        "InvalidNetworkLoadBalancerArn.NotFound",
                        null),
                refusal(
                        "an unknown Gateway Load Balancer",
                        w -> w.provider().create(r -> r.gatewayLoadBalancerArns(w.gwlb() + "0")),
                        "InvalidGatewayLoadBalancerArn.NotFound",
                        null),
                refusal(
                        "an unknown address type",
                        w -> w.provider()
                                .create(r -> r.networkLoadBalancerArns(w.nlb()).supportedIpAddressTypes("dualstack")),
                        "InvalidParameterValue",
                        null),
                refusal(
                        "IPv6 behind a load balancer without it",
                        w -> w.provider()
                                .create(r -> r.networkLoadBalancerArns(w.nlb()).supportedIpAddressTypes("ipv6")),
                        "InvalidParameter",
                        null),
                refusal(
                        "an unknown Region",
                        w -> w.provider()
                                .create(r -> r.networkLoadBalancerArns(w.nlb()).supportedRegions("us-east-9")),
                        "InvalidParameter",
                        null),
                refusal(
                        "a Region of another partition",
                        w -> w.provider()
                                .create(r -> r.networkLoadBalancerArns(w.nlb()).supportedRegions("cn-north-1")),
                        "InvalidParameter",
                        null),
                refusal(
                        "a private name with Gateway Load Balancers",
                        w -> w.provider()
                                .create(r -> r.gatewayLoadBalancerArns(w.gwlb()).privateDnsName("a.example.com")),
                        "InvalidParameter",
                        null),
                refusal(
                        "another Region with Gateway Load Balancers",
                        w -> w.provider()
                                .create(r -> r.gatewayLoadBalancerArns(w.gwlb()).supportedRegions("eu-west-1")),
                        "InvalidParameter",
                        null));
    }

    static Stream<Arguments> guessedLater() {
        return Stream.of(
                refusal(
                        "removing the last load balancer",
                        w -> w.provider().modify(w.network(), r -> r.removeNetworkLoadBalancerArns(w.nlb())),
                        "InvalidParameter",
                        null),
                refusal(
                        "removing a load balancer that is not there",
                        w -> w.provider().modify(w.network(), r -> r.removeNetworkLoadBalancerArns(w.foreign())),
                        "InvalidParameter",
                        null),
                refusal(
                        "adding the other kind",
                        w -> w.provider().modify(w.network(), r -> r.addGatewayLoadBalancerArns(w.gwlb())),
                        "InvalidParameter",
                        ONE_KIND),
                refusal(
                        "removing the last address type",
                        w -> w.provider().modify(w.network(), r -> r.removeSupportedIpAddressTypes("ipv4")),
                        "InvalidParameter",
                        null),
                refusal(
                        "removing the Region that hosts it",
                        w -> w.provider().modify(w.network(), r -> r.removeSupportedRegions("us-east-1")),
                        "InvalidParameter",
                        null),
                refusal(
                        "setting and removing a name",
                        w -> w.provider().modify(w.network(), r -> r.privateDnsName("a.example.com")
                                .removePrivateDnsName(true)),
                        "InvalidParameterCombination",
                        null),
                refusal(
                        "verifying no name",
                        w -> w.ec2().startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(w.network())),
                        "InvalidParameter",
                        null),
                refusal(
                        "a principal that is none",
                        w -> w.provider().allow(w.network(), "arn:aws:iam::12:root"),
                        "InvalidPrincipal",
                        "Invalid Principal: 'arn:aws:iam::12:root'"),
                refusal(
                        "another tag's resource type",
                        w -> w.provider().create(r -> r.networkLoadBalancerArns(w.nlb())
                                .tagSpecifications(t -> t.resourceType("vpc-endpoint")
                                        .tags(tag -> tag.key("k").value("v")))),
                        "InvalidParameter",
                        null));
    }

    /** Names are lower case, labels have 63 characters at most (AWS PrivateLink Guide); the code is our guess. */
    static Stream<Arguments> privateNames() {
        return Stream.of(
                        "A.example.com",
                        "example",
                        "a..example.com",
                        "a.*.example.com",
                        "a".repeat(64) + ".com",
                        "-a.com")
                .map(name -> refusal(
                        "the private name " + name,
                        w -> w.provider().modify(w.network(), r -> r.privateDnsName(name)),
                        "InvalidParameter",
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"recorded", "guessedOnCreation", "guessedLater", "privateNames"})
    void isRefused(String what, Wrong wrong, String code, @Nullable String message) {
        var before = world.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations();
        var error = Expect.awsError(code, message, () -> wrong.call(world));

        assertThat(error.statusCode()).isEqualTo(400);
        assertThat(world.ec2().describeVpcEndpointServiceConfigurations().serviceConfigurations())
                .isEqualTo(before);
    }

    /** Terraform's provider looks for these codes. */
    @Test
    void deletingReturnsAnErrorForEachService() {
        String gone = world.provider().host().serviceId();
        assertThat(world.provider().delete("vpce-svc-1", UNKNOWN, gone))
                .extracting(item -> item.error().code())
                .containsExactlyInAnyOrder(
                        "InvalidVpcEndpointServiceIdId.Malformed", "InvalidVpcEndpointService.NotFound");
        UnsuccessfulItem again = world.provider().delete(gone).get(0);
        assertThat(again.resourceId()).isEqualTo(gone);
        assertThat(again.error().message()).isEqualTo("The VpcEndpointService Id '" + gone + "' does not exist");
    }

    /** Elastic Load Balancing API Reference: DeleteLoadBalancer, ResourceInUse. */
    @Test
    void aLoadBalancerInUseCannotBeDeleted() {
        Expect.awsError(
                "ResourceInUse", () -> world.provider().elb.deleteLoadBalancer(r -> r.loadBalancerArn(world.nlb())));
    }

    @Test
    void everyActionAnswersADryRun() {
        Ec2Client ec2 = world.ec2();
        String id = world.network();
        Expect.awsError(
                "DryRunOperation",
                () -> ec2.deleteVpcEndpointServiceConfigurations(
                        r -> r.dryRun(true).serviceIds(id)));
        Expect.awsError(
                "DryRunOperation",
                () -> ec2.modifyVpcEndpointServicePayerResponsibility(
                        r -> r.dryRun(true).serviceId(id).payerResponsibility("ServiceOwner")));
        assertThat(world.provider().describe(id).payerResponsibility()).isNull();
    }

    static Arguments refusal(String what, Wrong wrong, String code, @Nullable String message) {
        return arguments(what, wrong, code, message);
    }
}
