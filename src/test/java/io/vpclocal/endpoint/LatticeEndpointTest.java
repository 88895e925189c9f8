package io.vpclocal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointAssociation;

/**
 * Resource and service network endpoints (AWS PrivateLink Guide: "Access VPC resources"; shapes as in its samples). Their
 * states are written as those of other endpoints, which is our guess, as are errors without another source.
 */
@EmulatorTest
class LatticeEndpointTest {

    private static final AtomicLong RESOURCES = new AtomicLong();

    @Autowired
    private Aws aws;

    private String owner;
    private String consumer;
    private Network network;
    private String resource;
    private String serviceNetwork;

    @BeforeEach
    void register() throws Exception {
        owner = Aws.newAccount();
        consumer = Aws.newAccount();
        network = new Network(aws.ec2(consumer));
        resource = arn("resourceconfiguration/rcfg-");
        serviceNetwork = arn("servicenetwork/sn-");
        put(resource, "db", consumer, null);
        put(serviceNetwork, "net", consumer, resource);
    }

    private String arn(String resourcePart) {
        return "arn:aws:vpc-lattice:us-east-1:" + owner + ":" + resourcePart
                + String.format(Locale.ROOT, "0%016x", RESOURCES.incrementAndGet());
    }

    private void put(String arn, String name, String sharedWith, @Nullable String member) throws Exception {
        String resources = member == null ? "" : ",\"resources\":[\"" + member + "\"]";
        ControlApi.Answer answer = new ControlApi(aws.endpoint())
                .put(
                        "/_vpclocal/lattice",
                        "{\"arn\":\"" + arn + "\",\"name\":\"" + name + "\",\"sharedWith\":[\"" + sharedWith + "\"]"
                                + resources + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private VpcEndpoint toResource(Consumer<CreateVpcEndpointRequest.Builder> request) {
        return network.create(r -> {
            r.vpcEndpointType("Resource").resourceConfigurationArn(resource);
            request.accept(r);
        });
    }

    private VpcEndpoint toNetwork() {
        return network.create(r -> r.vpcEndpointType("ServiceNetwork").serviceNetworkArn(serviceNetwork));
    }

    private List<VpcEndpointAssociation> associations(String... ids) {
        return network.ec2
                .describeVpcEndpointAssociations(r -> r.vpcEndpointIds(ids))
                .vpcEndpointAssociations();
    }

    @Test
    void aResourceEndpointHasInterfacesAndGroups_butNoNamesAndNoPolicy() {
        String a = network.subnet("us-east-1a");
        String b = network.subnet("us-east-1b");
        VpcEndpoint made = toResource(r -> r.subnetIds(a, b));

        assertThat(made.stateAsString()).isEqualTo("pending");
        assertThat(made.resourceConfigurationArn()).isEqualTo(resource);
        assertThat(made.serviceNetworkArn()).isNull();
        assertThat(made.serviceName()).isNull();
        assertThat(made.policyDocument()).isNull();
        assertThat(made.ipAddressTypeAsString()).isEqualTo("IPV4");
        assertThat(made.groups()).extracting(group -> group.groupId()).containsExactly(network.defaultGroup());
        assertThat(made.dnsEntries()).isEmpty();
        assertThat(made.privateDnsEnabled()).isFalse();
        assertThat(made.subnetIds()).containsExactly(a, b);
        assertThat(network.describe(made.vpcEndpointId()))
                .isEqualTo(made.toBuilder().state("available").build());
        NetworkInterface own =
                network.networkInterface(made.networkInterfaceIds().get(0));
        assertThat(own.interfaceTypeAsString()).isEqualTo("interface");
        assertThat(own.description()).isEqualTo("VPC Endpoint Interface: " + made.vpcEndpointId());
        assertThat(own.requesterManaged()).isTrue();
        assertThat(network.delete(made.vpcEndpointId())).isEmpty();
        assertThat(network.interfacesIn(a)).isEmpty();
    }

    @Test
    void aServiceNetworkEndpointShowsItsNetwork() {
        VpcEndpoint made = toNetwork();

        assertThat(made.vpcEndpointTypeAsString()).isEqualTo("ServiceNetwork");
        assertThat(made.serviceNetworkArn()).isEqualTo(serviceNetwork);
        assertThat(made.resourceConfigurationArn()).isNull();
        assertThat(made.networkInterfaceIds()).isEmpty();
    }

    @Test
    void associationsShowTheTargetsOfEndpoints() {
        String one = toResource(r -> {}).vpcEndpointId();
        String many = toNetwork().vpcEndpointId();
        VpcEndpointAssociation direct = associations(one).get(0);
        VpcEndpointAssociation through = associations(many).get(0);

        assertThat(direct.id()).matches("vpce-rsc-asc-[0-9a-f]{17}").isNotEqualTo(through.id());
        assertThat(direct.vpcEndpointId()).isEqualTo(one);
        assertThat(direct.associatedResourceArn()).isEqualTo(resource);
        assertThat(direct.associatedResourceAccessibility()).isEqualTo("Accessible");
        assertThat(direct.serviceNetworkArn()).isNull();
        assertThat(direct.dnsEntry().dnsName())
                .matches(one + "\\.rcfg-[0-9a-f]{17}\\.[0-9a-f]{7}\\.vpc-lattice-rsc\\.us-east-1\\.on\\.aws");
        assertThat(through.serviceNetworkArn()).isEqualTo(serviceNetwork);
        assertThat(through.serviceNetworkName()).isEqualTo("net");
        assertThat(through.associatedResourceArn()).isEqualTo(resource);
        assertThat(associations()).containsExactlyInAnyOrder(direct, through);
        assertThat(network.ec2
                        .describeVpcEndpointAssociations(
                                r -> r.filters(Network.filter("service-network-arn", serviceNetwork)))
                        .vpcEndpointAssociations())
                .containsExactly(through);
        Expect.awsError("InvalidVpcEndpointId.NotFound", () -> associations("vpce-00000000000000000"));
    }

    @Test
    void privateDnsIsForTheDomainsThatAreChosen() {
        String id = toResource(
                        r -> r.privateDnsEnabled(true).dnsOptions(o -> o.privateDnsPreference("SPECIFIED_DOMAINS_ONLY")
                                .privateDnsSpecifiedDomains("db.example.com")))
                .vpcEndpointId();
        assertThat(network.describe(id).dnsOptions().privateDnsPreference()).isEqualTo("SPECIFIED_DOMAINS_ONLY");
        assertThat(network.describe(id).dnsOptions().privateDnsSpecifiedDomains())
                .containsExactly("db.example.com");

        network.modify(id, r -> r.dnsOptions(o -> o.privateDnsPreference("ALL_DOMAINS")));
        assertThat(network.describe(id).dnsOptions().privateDnsPreference()).isEqualTo("ALL_DOMAINS");
        assertThat(network.describe(id).dnsOptions().privateDnsSpecifiedDomains())
                .isEmpty();
        network.modify(id, r -> r.privateDnsEnabled(false));
        assertThat(network.describe(id).privateDnsEnabled()).isFalse();
        assertThat(network.describe(id).dnsOptions().privateDnsPreference()).isNull();
    }

    @Test
    void aModificationMovesItAndChangesItsGroups() {
        String a = network.subnet("us-east-1a");
        String group = network.securityGroup("other");
        String id = toResource(r -> {}).vpcEndpointId();
        network.modify(
                id, r -> r.addSubnetIds(a).addSecurityGroupIds(group).removeSecurityGroupIds(network.defaultGroup()));

        assertThat(network.describe(id).subnetIds()).containsExactly(a);
        assertThat(network.interfacesIn(a).get(0).groups())
                .extracting(g -> g.groupId())
                .containsExactly(group);
        Expect.awsError("InvalidParameter", () -> network.modify(id, r -> r.resetPolicy(true)));
        Expect.awsError("InvalidParameter", () -> network.modify(id, r -> r.addRouteTableIds("rtb-0")));
    }

    @Test
    void onlyTheOwnerAndSharedAccountsCanConnect() throws Exception {
        put(resource, "db", owner, null);
        Expect.awsError("InvalidResourceConfigurationArn.NotFound", () -> toResource(r -> {}));
        Network own = new Network(aws.ec2(owner));
        assertThat(own.create(r -> r.vpcEndpointType("Resource").resourceConfigurationArn(resource))
                        .resourceConfigurationArn())
                .isEqualTo(resource);
    }

    @Test
    void aResourceWithEndpointsCannotBeDeleted() throws Exception {
        ControlApi control = new ControlApi(aws.endpoint());
        String id = toResource(r -> {}).vpcEndpointId();

        assertThat(control.delete("/_vpclocal/lattice?arn=" + resource).code()).isEqualTo("Conflict");
        network.delete(id);
        assertThat(control.delete("/_vpclocal/lattice?arn=" + resource).status())
                .isEqualTo(204);
        assertThat(control.delete("/_vpclocal/lattice?arn=" + resource).status())
                .isEqualTo(404);
        assertThat(control.get("/_vpclocal/lattice").json().findValuesAsString("arn"))
                .doesNotContain(resource);
        Expect.awsError("InvalidResourceConfigurationArn.NotFound", () -> toResource(r -> {}));
    }

    @Test
    void aResourceHasNoServiceName() {
        Expect.awsError(
                "InvalidServiceName",
                () -> network.create(r -> r.vpcEndpointType("Interface").serviceName(resource)));
        assertThat(network.ec2.describeVpcEndpointServices().serviceNames()).doesNotContain(resource);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "no resource",
                        r -> r.resourceConfigurationArn(null),
                        "MissingParameter",
                        "The request must contain the parameter ResourceConfigurationArn"),
                refusal(
                        "no network",
                        r -> r.vpcEndpointType("ServiceNetwork").resourceConfigurationArn(null),
                        "MissingParameter",
                        "The request must contain the parameter ServiceNetworkArn"),
                refusal("a service", r -> r.serviceName(Network.KMS), "InvalidParameter", null),
                refusal("another Region", r -> r.serviceRegion("us-west-2"), "InvalidParameter", null),
                refusal("a network too", r -> r.serviceNetworkArn("arn"), "InvalidParameter", null),
                refusal(
                        "the ARN of something else",
                        r -> r.resourceConfigurationArn(
                                "arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/sn-00000000000000000"),
                        "InvalidResourceConfigurationArn.Malformed",
                        null),
                refusal(
                        "a resource that is not there",
                        r -> r.resourceConfigurationArn(
                                "arn:aws:vpc-lattice:us-east-1:123456789012:resourceconfiguration/rcfg-0000000000000dead"),
                        "InvalidResourceConfigurationArn.NotFound",
                        null),
                refusal(
                        "route tables",
                        r -> r.routeTableIds("rtb-00000000000000000"),
                        "InvalidParameter",
                        "Route table IDs are only supported for Gateway type VPC Endpoint."),
                refusal("a policy", r -> r.policyDocument("{}"), "InvalidParameter", null),
                refusal(
                        "inbound resolvers",
                        r -> r.dnsOptions(o -> o.privateDnsOnlyForInboundResolverEndpoint(true)),
                        "InvalidParameter",
                        null),
                refusal(
                        "domains without private DNS",
                        r -> r.dnsOptions(o -> o.privateDnsPreference("ALL_DOMAINS")),
                        "InvalidParameter",
                        null),
                refusal(
                        "an unknown preference",
                        r -> r.privateDnsEnabled(true).dnsOptions(o -> o.privateDnsPreference("NONE")),
                        "InvalidParameterValue",
                        null),
                refusal(
                        "a preference without its domains",
                        r -> r.privateDnsEnabled(true)
                                .dnsOptions(o -> o.privateDnsPreference("SPECIFIED_DOMAINS_ONLY")),
                        "InvalidParameter",
                        null),
                refusal(
                        "a domain that is none",
                        r -> r.privateDnsEnabled(true).dnsOptions(o -> o.privateDnsPreference("SPECIFIED_DOMAINS_ONLY")
                                .privateDnsSpecifiedDomains("a,b")),
                        "InvalidParameter",
                        null));
    }

    private static Arguments refusal(
            String what, Consumer<CreateVpcEndpointRequest.Builder> wrong, String code, @Nullable String message) {
        return arguments(what, wrong, code, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(
            String what, Consumer<CreateVpcEndpointRequest.Builder> wrong, String code, @Nullable String message) {
        Expect.awsError(code, message, () -> toResource(wrong));
        assertThat(network.ec2.describeVpcEndpoints().vpcEndpoints()).isEmpty();
    }
}
