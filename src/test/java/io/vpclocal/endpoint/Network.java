package io.vpclocal.endpoint;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** A VPC in us-east-1 for endpoints. DNS support and DNS hostnames are on unless a test changes them. */
public final class Network {

    public static final String S3 = "com.amazonaws.us-east-1.s3";
    static final String DYNAMODB = "com.amazonaws.us-east-1.dynamodb";
    static final String KMS = "com.amazonaws.us-east-1.kms";
    static final String LOGS = "com.amazonaws.us-east-1.logs";

    public final Ec2Client ec2;
    public final String vpc;
    private int subnets;

    public Network(Ec2Client ec2) {
        this.ec2 = ec2;
        this.vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc()
                .vpcId();
        dnsHostnames(true);
    }

    void dnsSupport(boolean on) {
        ec2.modifyVpcAttribute(r -> r.vpcId(vpc)
                .enableDnsSupport(AttributeBooleanValue.builder().value(on).build()));
    }

    void dnsHostnames(boolean on) {
        ec2.modifyVpcAttribute(r -> r.vpcId(vpc)
                .enableDnsHostnames(AttributeBooleanValue.builder().value(on).build()));
    }

    /** A new /24 in the zone: 10.0.0.0/24, 10.0.1.0/24 and so on. @param zone {@code us-east-1a} */
    public String subnet(String zone) {
        int n = subnets++;
        return ec2.createSubnet(
                        r -> r.vpcId(vpc).cidrBlock("10.0." + n + ".0/24").availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    /** A new subnet with an IPv6 block, with or without an IPv4 one. */
    String subnetWithIpv6(String zone, boolean ipv4) {
        int n = subnets++;
        // The fourth group is left out where it is zero, as in 2001:db8:1::/56.
        String block = ec2.describeVpcs(r -> r.vpcIds(vpc))
                .vpcs()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .ipv6CidrBlock()
                .replaceFirst("^(\\w+:\\w+:\\w+)::/56$", "$1:000::/56")
                .replace("00::/56", "0" + Integer.toHexString(n) + "::/64");
        return ec2.createSubnet(r -> {
                    r.vpcId(vpc).availabilityZone(zone).ipv6CidrBlock(block);
                    if (ipv4) {
                        r.cidrBlock("10.0." + n + ".0/24");
                    } else {
                        r.ipv6Native(true);
                    }
                })
                .subnet()
                .subnetId();
    }

    String routeTable() {
        return ec2.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
    }

    String securityGroup(String name) {
        return ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName(name).description(name))
                .groupId();
    }

    public String defaultGroup() {
        return ec2.describeSecurityGroups(r -> r.filters(filter("vpc-id", vpc), filter("group-name", "default")))
                .securityGroups()
                .get(0)
                .groupId();
    }

    VpcEndpoint create(Consumer<CreateVpcEndpointRequest.Builder> request) {
        return ec2.createVpcEndpoint(r -> request.accept(r.vpcId(vpc))).vpcEndpoint();
    }

    public VpcEndpoint gateway(String service, String... routeTableIds) {
        return create(r -> r.serviceName(service).routeTableIds(routeTableIds));
    }

    /** An interface endpoint, without private DNS. */
    VpcEndpoint interfaceTo(String service, String... subnetIds) {
        return create(r -> r.vpcEndpointType("Interface")
                .serviceName(service)
                .privateDnsEnabled(false)
                .subnetIds(subnetIds));
    }

    void modify(String id, Consumer<ModifyVpcEndpointRequest.Builder> request) {
        ec2.modifyVpcEndpoint(r -> request.accept(r.vpcEndpointId(id)));
    }

    public List<UnsuccessfulItem> delete(String... ids) {
        return ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(ids)).unsuccessful();
    }

    VpcEndpoint describe(String id) {
        return ec2.describeVpcEndpoints(r -> r.vpcEndpointIds(id))
                .vpcEndpoints()
                .get(0);
    }

    NetworkInterface networkInterface(String id) {
        return ec2.describeNetworkInterfaces(r -> r.networkInterfaceIds(id))
                .networkInterfaces()
                .get(0);
    }

    /** The interfaces of a subnet. */
    List<NetworkInterface> interfacesIn(String subnetId) {
        return ec2.describeNetworkInterfaces(r -> r.filters(filter("subnet-id", subnetId)))
                .networkInterfaces();
    }

    /** The routes of a table to prefix lists. */
    List<Route> prefixListRoutes(String tableId) {
        return ec2.describeRouteTables(r -> r.routeTableIds(tableId)).routeTables().get(0).routes().stream()
                .filter(route -> route.destinationPrefixListId() != null)
                .toList();
    }

    public static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }
}
