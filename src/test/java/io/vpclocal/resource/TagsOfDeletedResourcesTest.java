package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** A resource that is deleted while it gets tags leaves none (logic: tags belong to a resource). */
@EmulatorTest
class TagsOfDeletedResourcesTest {

    private static final int ROUNDS = 15;

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String vpc;
    private String subnet;

    /** A kind of resource. */
    private record Kind(Creation creation, Deletion deletion) {}

    @BeforeEach
    void network() {
        ec2 = aws.ec2();
        vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
    }

    static Stream<Named<Kind>> kinds() {
        return Stream.of(
                kind(
                        "VPC",
                        n -> n.ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16"))
                                .vpc()
                                .vpcId(),
                        (ec2, id) -> ec2.deleteVpc(r -> r.vpcId(id))),
                kind(
                        "subnet",
                        n -> n.ec2.createSubnet(r -> r.vpcId(n.vpc).cidrBlock("10.0.1.0/24"))
                                .subnet()
                                .subnetId(),
                        (ec2, id) -> ec2.deleteSubnet(r -> r.subnetId(id))),
                kind(
                        "security group",
                        n -> n.ec2.createSecurityGroup(
                                        r -> r.vpcId(n.vpc).groupName("g").description("d"))
                                .groupId(),
                        (ec2, id) -> ec2.deleteSecurityGroup(r -> r.groupId(id))),
                kind(
                        "route table",
                        n -> n.ec2.createRouteTable(r -> r.vpcId(n.vpc))
                                .routeTable()
                                .routeTableId(),
                        (ec2, id) -> ec2.deleteRouteTable(r -> r.routeTableId(id))),
                kind(
                        "network ACL",
                        n -> n.ec2.createNetworkAcl(r -> r.vpcId(n.vpc))
                                .networkAcl()
                                .networkAclId(),
                        (ec2, id) -> ec2.deleteNetworkAcl(r -> r.networkAclId(id))),
                kind(
                        "network interface",
                        n -> n.ec2.createNetworkInterface(r -> r.subnetId(n.subnet))
                                .networkInterface()
                                .networkInterfaceId(),
                        (ec2, id) -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id))),
                kind(
                        "Elastic IP address",
                        n -> n.ec2.allocateAddress(r -> {}).allocationId(),
                        (ec2, id) -> ec2.releaseAddress(r -> r.allocationId(id))),
                kind(
                        "internet gateway",
                        n -> n.ec2.createInternetGateway().internetGateway().internetGatewayId(),
                        (ec2, id) -> ec2.deleteInternetGateway(r -> r.internetGatewayId(id))),
                kind(
                        "volume",
                        n -> n.ec2.createVolume(
                                        r -> r.availabilityZone("us-east-1a").size(1))
                                .volumeId(),
                        (ec2, id) -> ec2.deleteVolume(r -> r.volumeId(id))),
                kind(
                        "key pair",
                        n -> n.ec2.createKeyPair(r -> r.keyName("k")).keyPairId(),
                        (ec2, id) -> ec2.deleteKeyPair(r -> r.keyPairId(id))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noTagStays(Kind kind) {
        for (int round = 0; round < ROUNDS; round++) {
            String id = kind.creation().in(this);
            CompletableFuture<Void> tagged = CompletableFuture.runAsync(() -> tag(id));
            kind.deletion().of(ec2, id);
            tagged.join();
            assertThat(ec2.describeTags(
                                    r -> r.filters(f -> f.name("resource-id").values(id)))
                            .tags())
                    .isEmpty();
        }
    }

    private void tag(String id) {
        try {
            ec2.createTags(r -> r.resources(List.of(id)).tags(t -> t.key("a").value("b")));
        } catch (Ec2Exception e) {
            assertThat(e.awsErrorDetails().errorCode()).endsWith("NotFound");
        }
    }

    /** Creates a resource of a kind. */
    private interface Creation {
        String in(TagsOfDeletedResourcesTest network);
    }

    /** Deletes a resource of a kind. */
    private interface Deletion {
        void of(Ec2Client ec2, String id);
    }

    private static Named<Kind> kind(String name, Creation creation, Deletion deletion) {
        return Named.of(name, new Kind(creation, deletion));
    }
}
