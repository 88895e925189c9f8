package io.vpclocal.network.transitgateway;

import io.vpclocal.testing.Aws;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.TransitGateway;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRequestOptions;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRoute;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachment;

/** A transit gateway of a new account, to which VPCs can be attached. */
public final class TransitHub {

    public final String account = Aws.newAccount();
    public final Ec2Client ec2;
    public final TransitGateway gateway;

    /** The default route table; null if the options want none. */
    public final String table;

    public TransitHub(Aws aws) {
        this(aws, options -> {});
    }

    public TransitHub(Aws aws, Consumer<TransitGatewayRequestOptions.Builder> options) {
        ec2 = aws.ec2(account);
        gateway = ec2.createTransitGateway(r -> r.options(options)).transitGateway();
        table = gateway.options().associationDefaultRouteTableId();
    }

    public String id() {
        return gateway.transitGatewayId();
    }

    public String vpc(String cidr) {
        return ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
    }

    public String subnet(String vpc, String cidr, String zone) {
        return ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    public TransitGatewayVpcAttachment attach(String vpc, String... subnets) {
        return attach(vpc, r -> r.subnetIds(subnets));
    }

    public TransitGatewayVpcAttachment attach(
            String vpc, Consumer<CreateTransitGatewayVpcAttachmentRequest.Builder> with) {
        return ec2.createTransitGatewayVpcAttachment(
                        r -> with.accept(r.transitGatewayId(id()).vpcId(vpc)))
                .transitGatewayVpcAttachment();
    }

    /** The id of the attachment of a new VPC with one subnet. */
    public String attachNew(String network) {
        String vpc = vpc(network + ".0.0/16");
        return attach(vpc, subnet(vpc, network + ".0.0/24", "us-east-1a")).transitGatewayAttachmentId();
    }

    /** The routes of a table, as {@code 10.0.0.0/16 propagated active}. */
    public List<String> routes(String tableId) {
        return search(tableId, "type", "static", "propagated").stream()
                .map(route -> route.destinationCidrBlock() + " " + route.typeAsString() + " " + route.stateAsString())
                .toList();
    }

    public List<TransitGatewayRoute> search(String tableId, String filter, String... values) {
        return ec2.searchTransitGatewayRoutes(r -> r.transitGatewayRouteTableId(tableId)
                        .filters(Filter.builder().name(filter).values(values).build()))
                .routes();
    }

    public String newTable() {
        return ec2.createTransitGatewayRouteTable(r -> r.transitGatewayId(id()))
                .transitGatewayRouteTable()
                .transitGatewayRouteTableId();
    }
}
