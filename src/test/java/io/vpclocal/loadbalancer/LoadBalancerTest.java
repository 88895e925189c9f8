package io.vpclocal.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/** Expected: Elastic Load Balancing API Reference and User Guides for network and gateway load balancers. */
@EmulatorTest
class LoadBalancerTest {

    @Autowired
    private Aws aws;

    @Autowired
    private LoadBalancers loadBalancers;

    @Autowired
    private PlatformTransactionManager transactions;

    private Balanced lan;

    @BeforeEach
    void network() {
        lan = Balanced.in(aws);
    }

    @Test
    void aNetworkLoadBalancerIsProvisionedAndThenActive() {
        LoadBalancer made = lan.network("front");
        assertThat(made.loadBalancerArn())
                .matches("arn:aws:elasticloadbalancing:us-east-1:" + lan.account()
                        + ":loadbalancer/net/front/[0-9a-f]{16}");
        String id = made.loadBalancerArn().substring(made.loadBalancerArn().lastIndexOf('/') + 1);
        assertThat(made.dnsName()).isEqualTo("front-" + id + ".elb.us-east-1.amazonaws.com");
        assertThat(made.canonicalHostedZoneId()).isEqualTo("Z26RNL4JYFTOTI");
        assertThat(made.schemeAsString()).isEqualTo("internal");
        assertThat(made.ipAddressTypeAsString()).isEqualTo("ipv4");
        assertThat(made.vpcId()).isEqualTo(lan.vpcId());
        assertThat(made.availabilityZones())
                .extracting(AvailabilityZone::zoneName, AvailabilityZone::subnetId)
                .containsExactly(tuple("us-east-1a", lan.subnetA()), tuple("us-east-1b", lan.subnetB()));
        assertThat(made.state().code()).isEqualTo(LoadBalancerStateEnum.PROVISIONING);
        LoadBalancer later = lan.all().get(0);
        assertThat(later.state().code()).isEqualTo(LoadBalancerStateEnum.ACTIVE);
        assertThat(later.toBuilder().state(made.state()).build()).isEqualTo(made);
    }

    /** The API Reference's example of a gateway load balancer shows neither scheme nor DNS name. */
    @Test
    void aGatewayLoadBalancerHasNoSchemeAndNoName() {
        LoadBalancer made = lan.gateway("inspect");
        assertThat(made.loadBalancerArn()).contains(":loadbalancer/gwy/inspect/");
        assertThat(made.typeAsString()).isEqualTo("gateway");
        assertThat(made.schemeAsString()).isNull();
        assertThat(made.dnsName()).isNull();
        assertThat(made.canonicalHostedZoneId()).isNull();
        assertThat(interfaces(made)).singleElement().satisfies(one -> assertThat(one.interfaceTypeAsString())
                .isEqualTo("gateway_load_balancer"));
    }

    @Test
    void itsInterfacesCannotBeChangedByUsers() {
        LoadBalancer made = lan.network("front");
        List<NetworkInterface> interfaces = interfaces(made);
        assertThat(interfaces)
                .extracting(NetworkInterface::subnetId)
                .containsExactlyInAnyOrder(lan.subnetA(), lan.subnetB());
        NetworkInterface one = interfaces.get(0);
        assertThat(one.interfaceTypeAsString()).isEqualTo("network_load_balancer");
        assertThat(one.requesterManaged()).isTrue();
        assertThat(one.requesterId()).isEqualTo("amazon-elb");
        assertThat(one.statusAsString()).isEqualTo("in-use");
        assertThat(one.groups()).isEmpty();
        assertThat(one.association()).isNull();
        Expect.awsError("DependencyViolation", () -> lan.ec2().deleteSubnet(r -> r.subnetId(lan.subnetA())));
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(made.loadBalancerArn()));
        assertThat(interfaces(made)).isEmpty();
        lan.ec2().deleteSubnet(r -> r.subnetId(lan.subnetA()));
    }

    @Test
    void anInternalOneHasTheGivenPrivateAddresses() {
        LoadBalancer made = lan.create(Balanced.internal("fixed")
                .subnetMappings(SubnetMapping.builder()
                        .subnetId(lan.subnetA())
                        .privateIPv4Address("10.0.1.77")
                        .build())
                .build());
        assertThat(made.availabilityZones().get(0).loadBalancerAddresses())
                .extracting(LoadBalancerAddress::privateIPv4Address)
                .containsExactly("10.0.1.77");
        assertThat(interfaces(made))
                .extracting(NetworkInterface::privateIpAddress)
                .containsExactly("10.0.1.77");
    }

    @Test
    void anInternetFacingOneHasPublicAddresses() {
        openToTheInternet();
        var address = lan.ec2().allocateAddress(r -> r.domain("vpc"));
        LoadBalancer made = lan.create(CreateLoadBalancerRequest.builder()
                .name("public")
                .type("network")
                .subnetMappings(
                        SubnetMapping.builder()
                                .subnetId(lan.subnetA())
                                .allocationId(address.allocationId())
                                .build(),
                        SubnetMapping.builder().subnetId(lan.subnetB()).build())
                .build());
        assertThat(made.schemeAsString()).isEqualTo("internet-facing");
        assertThat(made.availabilityZones().get(0).loadBalancerAddresses())
                .extracting(LoadBalancerAddress::ipAddress, LoadBalancerAddress::allocationId)
                .containsExactly(tuple(address.publicIp(), address.allocationId()));
        assertThat(interfaces(made))
                .allSatisfy(one -> assertThat(one.association().publicIp()).isNotEmpty());
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(made.loadBalancerArn()));
        lan.ec2().releaseAddress(r -> r.allocationId(address.allocationId()));
    }

    @Test
    void itsInterfacesHaveItsSecurityGroupsWhichCanBeChanged() {
        String one = group("one");
        String two = group("two");
        LoadBalancer made = lan.create(Balanced.internal("guarded")
                .subnets(lan.subnetA())
                .securityGroups(one)
                .build());
        assertThat(made.securityGroups()).containsExactly(one);
        assertThat(made.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic()).isEqualTo("on");
        Expect.awsError("DependencyViolation", () -> lan.ec2().deleteSecurityGroup(r -> r.groupId(one)));
        var changed = lan.elb().setSecurityGroups(r -> r.loadBalancerArn(made.loadBalancerArn())
                .securityGroups(two)
                .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic("off"));
        assertThat(changed.securityGroupIds()).containsExactly(two);
        assertThat(changed.enforceSecurityGroupInboundRulesOnPrivateLinkTrafficAsString())
                .isEqualTo("off");
        assertThat(interfaces(made).get(0).groups())
                .extracting(g -> g.groupId())
                .containsExactly(two);
        lan.ec2().deleteSecurityGroup(r -> r.groupId(one));
    }

    @Test
    void itMovesToOtherSubnets() {
        LoadBalancer made = lan.network("moving");
        String kept = interfaceIn(made, lan.subnetB());
        var moved = lan.elb()
                .setSubnets(r -> r.loadBalancerArn(made.loadBalancerArn()).subnets(lan.otherSubnetA(), lan.subnetB()));
        assertThat(moved.availabilityZones())
                .extracting(AvailabilityZone::subnetId)
                .containsExactly(lan.otherSubnetA(), lan.subnetB());
        assertThat(interfaces(made))
                .extracting(NetworkInterface::subnetId)
                .containsExactlyInAnyOrder(lan.otherSubnetA(), lan.subnetB());
        assertThat(interfaceIn(made, lan.subnetB())).isEqualTo(kept);
        lan.ec2().deleteSubnet(r -> r.subnetId(lan.subnetA()));
    }

    @Test
    void itHasBothAddressFamiliesInDualStackSubnets() {
        LoadBalancer made = lan.network("families");
        Expect.awsError(
                "InvalidConfigurationRequest",
                "You must specify subnets with an associated IPv6 CIDR block.",
                () -> lan.elb().setIpAddressType(r -> r.loadBalancerArn(made.loadBalancerArn())
                        .ipAddressType("dualstack")));
        assertThat(lan.elb()
                        .setIpAddressType(
                                r -> r.loadBalancerArn(made.loadBalancerArn()).ipAddressType("ipv4"))
                        .ipAddressTypeAsString())
                .isEqualTo("ipv4");
    }

    /** "If you attempt to create multiple load balancers with the same settings, each call succeeds." */
    @Test
    void theSameRequestAnswersWithTheSameLoadBalancer() {
        LoadBalancer made = lan.network("twice");
        LoadBalancer again = lan.create(
                Balanced.internal("twice").subnets(lan.subnetB(), lan.subnetA()).build());
        assertThat(again.loadBalancerArn()).isEqualTo(made.loadBalancerArn());
        assertThat(lan.all()).hasSize(1);
    }

    @Test
    void pagesFollowTheOrderOfCreation() {
        List<String> names = List.of("p1", "p2", "p3", "p4", "p5");
        names.forEach(name ->
                lan.create(Balanced.internal(name).subnets(lan.subnetA()).build()));
        assertThat(lan.elb().describeLoadBalancersPaginator(r -> r.pageSize(2)).loadBalancers())
                .extracting(LoadBalancer::loadBalancerName)
                .containsExactlyElementsOf(names);
        String marker = lan.elb().describeLoadBalancers(r -> r.pageSize(2)).nextMarker();
        lan.elb().deleteLoadBalancer(r -> r.loadBalancerArn(lan.all().get(1).loadBalancerArn()));
        assertThat(lan.elb().describeLoadBalancers(r -> r.marker(marker)).loadBalancers())
                .extracting(LoadBalancer::loadBalancerName)
                .containsExactly("p3", "p4", "p5");
        Expect.awsError("ValidationError", () -> lan.elb().describeLoadBalancers(r -> r.marker("never")));
        Expect.awsError("ValidationError", () -> lan.elb().describeLoadBalancers(r -> r.pageSize(401)));
    }

    @Test
    void oneIsFoundByNameAndByArn() {
        LoadBalancer made = lan.network("findable");
        lan.network("other");
        assertThat(lan.elb().describeLoadBalancers(r -> r.names("findable")).loadBalancers())
                .extracting(LoadBalancer::loadBalancerArn)
                .containsExactly(made.loadBalancerArn());
        assertThat(lan.elb()
                        .describeLoadBalancers(r -> r.loadBalancerArns(made.loadBalancerArn()))
                        .loadBalancers())
                .extracting(LoadBalancer::loadBalancerName)
                .containsExactly("findable");
    }

    @Test
    void otherModulesFindItByArn() {
        LoadBalancer made = lan.network("known");
        assertThat(read(made.loadBalancerArn())).hasValueSatisfying(found -> {
            assertThat(found.scope()).isEqualTo(new Scope(lan.account(), "us-east-1"));
            assertThat(found.type()).isEqualTo("network");
            assertThat(found.placements())
                    .extracting(LoadBalancers.Placement::zoneName, LoadBalancers.Placement::networkInterfaceId)
                    .containsExactly(
                            tuple("us-east-1a", interfaceIn(made, lan.subnetA())),
                            tuple("us-east-1b", interfaceIn(made, lan.subnetB())));
        });
        assertThat(read(made.loadBalancerArn().replace("/known/", "/other/"))).isEmpty();
        assertThat(read("nonsense")).isEmpty();
    }

    /** Modules call each other within a call's transaction. */
    private Optional<LoadBalancers.LoadBalancer> read(String arn) {
        return new TransactionTemplate(transactions).execute(status -> loadBalancers.find(arn));
    }

    private void openToTheInternet() {
        String gateway = lan.ec2().createInternetGateway().internetGateway().internetGatewayId();
        lan.ec2().attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(lan.vpcId()));
    }

    private String group(String name) {
        return lan.ec2()
                .createSecurityGroup(r -> r.groupName(name).description(name).vpcId(lan.vpcId()))
                .groupId();
    }

    private String interfaceIn(LoadBalancer of, String subnetId) {
        return interfaces(of).stream()
                .filter(one -> one.subnetId().equals(subnetId))
                .findFirst()
                .orElseThrow()
                .networkInterfaceId();
    }

    private List<NetworkInterface> interfaces(LoadBalancer of) {
        String path = of.loadBalancerArn().substring(of.loadBalancerArn().indexOf(":loadbalancer/") + 14);
        Filter described =
                Filter.builder().name("description").values("ELB " + path).build();
        return lan.ec2().describeNetworkInterfaces(r -> r.filters(described)).networkInterfaces();
    }
}
