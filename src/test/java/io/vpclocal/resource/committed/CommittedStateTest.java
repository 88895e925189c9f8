package io.vpclocal.resource.committed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Descriptions from memory equal those from the database after any writes. Derived from logic: memory must never differ
 * from the database.
 */
@EmulatorTest
class CommittedStateTest {

    private static final int WRITES = 70;

    @Autowired
    private Aws aws;

    @Autowired
    private CommittedState state;

    @AfterEach
    void memoryIsUsed() {
        state.use(true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void descriptionsFromMemoryEqualThoseFromTheDatabase(long seed) {
        Writer writer = new Writer(aws.ec2(), new Random(seed));
        int done = 0;
        for (int i = 0; i < WRITES; i++) {
            done += writer.write() ? 1 : 0;
            Map<String, Supplier<Object>> descriptions = descriptions(writer);
            // Each round reads all of them, so that memory was filled at different times.
            for (Map.Entry<String, Supplier<Object>> description : descriptions.entrySet()) {
                Object fromMemory = description.getValue().get();
                state.use(false);
                Object fromDatabase = description.getValue().get();
                state.use(true);
                assertThat(fromMemory)
                        .as("%s after write %s of seed %s", description.getKey(), i, seed)
                        .isEqualTo(fromDatabase);
            }
        }
        // Most random writes must succeed, or the comparison covers too little.
        assertThat(done).isGreaterThan(WRITES / 2);
    }

    private static Map<String, Supplier<Object>> descriptions(Writer writer) {
        Ec2Client ec2 = writer.ec2;
        Filter ofVpc = Filter.builder().name("vpc-id").values(writer.any("vpc")).build();
        Filter tagged = Filter.builder().name("tag:k").values("v*").build();
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("vpcs", () -> ec2.describeVpcs().vpcs());
        all.put("tagged vpcs", () -> ec2.describeVpcs(r -> r.filters(tagged)).vpcs());
        all.put("subnets", () -> ec2.describeSubnets(r -> r.filters(ofVpc)).subnets());
        all.put("route tables", () -> ec2.describeRouteTables().routeTables());
        all.put("groups", () -> ec2.describeSecurityGroups(r -> r.filters(ofVpc))
                .securityGroups());
        all.put("rules", () -> ec2.describeSecurityGroupRules(r -> {}).securityGroupRules());
        all.put("ACLs", () -> ec2.describeNetworkAcls().networkAcls());
        all.put("interfaces", () -> ec2.describeNetworkInterfaces().networkInterfaces());
        all.put("interfaces of a VPC", () -> ec2.describeNetworkInterfaces(r -> r.filters(ofVpc))
                .networkInterfaces());
        all.put("endpoints", () -> ec2.describeVpcEndpoints().vpcEndpoints());
        all.put("endpoints of a VPC", () -> ec2.describeVpcEndpoints(r -> r.filters(ofVpc))
                .vpcEndpoints());
        all.put("gateways", () -> ec2.describeInternetGateways().internetGateways());
        all.put("addresses", () -> ec2.describeAddresses().addresses());
        all.put("prefix lists", () -> ec2.describeManagedPrefixLists(r -> {}).prefixLists());
        all.put("tags", () -> ec2.describeTags().tags());
        return all;
    }

    /** Creates, changes and deletes resources at random. A rejected call changes nothing. */
    private static final class Writer {

        private final Ec2Client ec2;
        private final Random random;
        private final Map<String, List<String>> ids = new LinkedHashMap<>();

        Writer(Ec2Client ec2, Random random) {
            this.ec2 = ec2;
            this.random = random;
            make("vpc");
            make("vpc");
        }

        String any(String kind) {
            List<String> known = ids.getOrDefault(kind, List.of());
            return known.isEmpty() ? kind + "-0123456789abcdef0" : known.get(random.nextInt(known.size()));
        }

        boolean write() {
            List<Runnable> writes = List.of(
                    () -> make(List.of("vpc", "subnet", "sg", "rtb", "eni", "vpce", "igw", "eipalloc")
                            .get(random.nextInt(8))),
                    () -> make(List.of("subnet", "eni", "vpce").get(random.nextInt(3))),
                    this::change,
                    this::tag,
                    this::delete);
            try {
                writes.get(random.nextInt(writes.size())).run();
                return true;
            } catch (Ec2Exception rejected) {
                assertThat(rejected.statusCode()).isLessThan(500);
                return false;
            }
        }

        private void make(String kind) {
            int number = random.nextInt(250);
            String id =
                    switch (kind) {
                        case "vpc" ->
                            ec2.createVpc(r -> r.cidrBlock("10." + number + ".0.0/16"))
                                    .vpc()
                                    .vpcId();
                        case "subnet" -> {
                            String vpc = any("vpc");
                            String block = ec2.describeVpcs(r -> r.vpcIds(vpc))
                                    .vpcs()
                                    .get(0)
                                    .cidrBlock();
                            yield ec2.createSubnet(r -> r.vpcId(vpc)
                                            .availabilityZone("us-east-1a")
                                            .cidrBlock(block.replace(".0.0/16", "." + number + ".0/24")))
                                    .subnet()
                                    .subnetId();
                        }
                        case "sg" ->
                            ec2.createSecurityGroup(r -> r.vpcId(any("vpc"))
                                            .groupName("g" + number)
                                            .description("d"))
                                    .groupId();
                        case "rtb" ->
                            ec2.createRouteTable(r -> r.vpcId(any("vpc")))
                                    .routeTable()
                                    .routeTableId();
                        case "eni" ->
                            ec2.createNetworkInterface(r -> r.subnetId(any("subnet")))
                                    .networkInterface()
                                    .networkInterfaceId();
                        case "vpce" -> endpoint();
                        case "igw" ->
                            ec2.createInternetGateway().internetGateway().internetGatewayId();
                        default -> ec2.allocateAddress().allocationId();
                    };
            ids.computeIfAbsent(kind, key -> new ArrayList<>()).add(id);
        }

        private String endpoint() {
            if (random.nextBoolean()) {
                return ec2.createVpcEndpoint(r -> r.vpcId(any("vpc"))
                                .serviceName("com.amazonaws.us-east-1.s3")
                                .routeTableIds(random.nextBoolean() ? List.of() : List.of(any("rtb"))))
                        .vpcEndpoint()
                        .vpcEndpointId();
            }
            String subnet = any("subnet");
            String vpc = ec2.describeSubnets(r -> r.subnetIds(subnet))
                    .subnets()
                    .get(0)
                    .vpcId();
            return ec2.createVpcEndpoint(r -> r.vpcId(vpc)
                            .vpcEndpointType("Interface")
                            .privateDnsEnabled(false)
                            .serviceName("com.amazonaws.us-east-1.kms")
                            .subnetIds(subnet))
                    .vpcEndpoint()
                    .vpcEndpointId();
        }

        private void change() {
            switch (random.nextInt(8)) {
                case 0 ->
                    ec2.modifyVpcAttribute(r -> r.vpcId(any("vpc"))
                            .enableDnsHostnames(AttributeBooleanValue.builder()
                                    .value(random.nextBoolean())
                                    .build()));
                case 1 ->
                    ec2.associateRouteTable(r -> r.routeTableId(any("rtb")).subnetId(any("subnet")));
                case 2 ->
                    ec2.authorizeSecurityGroupIngress(r -> r.groupId(any("sg"))
                            .ipProtocol("tcp")
                            .fromPort(random.nextInt(60_000))
                            .toPort(60_000)
                            .cidrIp("10.0.0.0/8"));
                case 3 ->
                    ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(any("vpce")).addRouteTableIds(any("rtb")));
                case 4 ->
                    ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(any("vpce")).removeRouteTableIds(any("rtb")));
                case 5 ->
                    ec2.attachInternetGateway(
                            r -> r.internetGatewayId(any("igw")).vpcId(any("vpc")));
                case 6 ->
                    ec2.assignPrivateIpAddresses(
                            r -> r.networkInterfaceId(any("eni")).secondaryPrivateIpAddressCount(1));
                default ->
                    ec2.associateAddress(r -> r.allocationId(any("eipalloc")).networkInterfaceId(any("eni")));
            }
        }

        private void tag() {
            String kind = List.copyOf(ids.keySet()).get(random.nextInt(ids.size()));
            Tag tag = Tag.builder()
                    .key(random.nextBoolean() ? "k" : "other")
                    .value("v" + random.nextInt(3))
                    .build();
            if (random.nextInt(3) == 0) {
                ec2.deleteTags(r -> r.resources(any(kind)).tags(t -> t.key("k")));
            } else {
                ec2.createTags(r -> r.resources(any(kind)).tags(tag));
            }
        }

        private void delete() {
            String kind = List.of("vpc", "subnet", "sg", "rtb", "eni", "vpce").get(random.nextInt(6));
            String id = any(kind);
            switch (kind) {
                case "vpc" -> ec2.deleteVpc(r -> r.vpcId(id));
                case "subnet" -> ec2.deleteSubnet(r -> r.subnetId(id));
                case "sg" -> ec2.deleteSecurityGroup(r -> r.groupId(id));
                case "rtb" -> ec2.deleteRouteTable(r -> r.routeTableId(id));
                case "eni" -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id));
                default -> ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id));
            }
            ids.getOrDefault(kind, new ArrayList<>()).remove(id);
        }
    }
}
