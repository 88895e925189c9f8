package io.vpclocal.network.peering;

import io.vpclocal.testing.Aws;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** A VPC that requests a connection and one that may accept it, each with the client of its owner in its Region. */
record TwoVpcs(
        String requesterAccount,
        Ec2Client requester,
        String requesterVpc,
        String accepterAccount,
        Region accepterRegion,
        Ec2Client accepter,
        String accepterVpc) {

    static TwoVpcs ofOneAccount(Aws aws) {
        String account = Aws.newAccount();
        return of(aws, account, account, Region.US_EAST_1);
    }

    static TwoVpcs ofTwoAccounts(Aws aws) {
        return of(aws, Aws.newAccount(), Aws.newAccount(), Region.US_EAST_1);
    }

    static TwoVpcs ofTwoRegions(Aws aws) {
        String account = Aws.newAccount();
        return of(aws, account, account, Region.US_WEST_2);
    }

    private static TwoVpcs of(Aws aws, String requesterAccount, String accepterAccount, Region accepterRegion) {
        Ec2Client requester = aws.ec2(requesterAccount);
        Ec2Client accepter = aws.ec2(Aws.root(accepterAccount), accepterRegion);
        return new TwoVpcs(
                requesterAccount,
                requester,
                vpc(requester, "10.0.0.0/16"),
                accepterAccount,
                accepterRegion,
                accepter,
                vpc(accepter, "10.1.0.0/16"));
    }

    static String vpc(Ec2Client ec2, String cidr) {
        return ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
    }

    VpcPeeringConnection request() {
        return requester
                .createVpcPeeringConnection(r -> r.vpcId(requesterVpc)
                        .peerVpcId(accepterVpc)
                        .peerOwnerId(accepterAccount)
                        .peerRegion(accepterRegion.id()))
                .vpcPeeringConnection();
    }

    String requested() {
        return request().vpcPeeringConnectionId();
    }

    /** The id of an active connection. */
    String connected() {
        String id = requested();
        accepter.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        return id;
    }

    static VpcPeeringConnection describe(Ec2Client ec2, String id) {
        return ec2.describeVpcPeeringConnections(r -> r.vpcPeeringConnectionIds(id))
                .vpcPeeringConnections()
                .get(0);
    }

    static String state(Ec2Client ec2, String id) {
        return describe(ec2, id).status().codeAsString();
    }
}
