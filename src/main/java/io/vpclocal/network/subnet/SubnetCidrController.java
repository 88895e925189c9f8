package io.vpclocal.network.subnet;

import static io.vpclocal.protocol.Params.given;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.NetmaskLength;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import software.amazon.awssdk.services.ec2.model.AssociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AssociateSubnetCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockResponse;

@AwsController
class SubnetCidrController {

    private final SubnetService subnets;
    private final SubnetAddresses addresses;

    SubnetCidrController(SubnetService subnets, SubnetAddresses addresses) {
        this.subnets = subnets;
        this.addresses = addresses;
    }

    @AwsAction(missing = "IPAM pools")
    AssociateSubnetCidrBlockResponse associateSubnetCidrBlock(AssociateSubnetCidrBlockRequest request, Call call) {
        if (given(request.ipv6IpamPoolId()) != null) {
            throw CommonErrors.notHere("IPAM");
        }
        String block = given(request.ipv6CidrBlock()) == null ? null : "ipv6CidrBlock";
        NetmaskLength.refuse("ipv6NetmaskLength", request.ipv6NetmaskLength(), block, "ipv6IpamPoolId");
        String id = require(request.subnetId(), "subnetId");
        SubnetEntity subnet =
                subnets.associateIpv6(call.scope(), id, require(request.ipv6CidrBlock(), "ipv6CidrBlock"));
        return AssociateSubnetCidrBlockResponse.builder()
                .subnetId(id)
                .ipv6CidrBlockAssociation(SubnetWire.association(
                        require(subnet.ipv6AssociationId(), "associationId"),
                        require(subnet.ipv6CidrBlock(), "ipv6CidrBlock"),
                        "associating"))
                .build();
    }

    @AwsAction
    DisassociateSubnetCidrBlockResponse disassociateSubnetCidrBlock(
            DisassociateSubnetCidrBlockRequest request, Call call) {
        String associationId = require(request.associationId(), "associationId");
        SubnetEntity subnet = subnets.lockByIpv6Association(call.scope(), associationId);
        String cidr = require(subnet.ipv6CidrBlock(), "ipv6CidrBlock");
        if (subnet.ipv6Native()) {
            throw SubnetErrors.onlyCidr(associationId);
        }
        if (subnet.assignIpv6AddressOnCreation()) {
            throw SubnetErrors.ipv6Assigned(associationId);
        }
        if (addresses.ipv6InUse(subnet)) {
            throw SubnetErrors.ipv6InUse(cidr);
        }
        subnet.disassociateIpv6();
        return DisassociateSubnetCidrBlockResponse.builder()
                .subnetId(subnet.id())
                .ipv6CidrBlockAssociation(SubnetWire.association(associationId, cidr, "disassociating"))
                .build();
    }
}
