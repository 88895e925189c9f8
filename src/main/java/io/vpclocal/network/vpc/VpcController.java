package io.vpclocal.network.vpc;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.InternetBlockModes;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateVpcCidrBlockResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcTenancyRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcTenancyResponse;

@AwsController
class VpcController {

    private final VpcService vpcs;
    private final InternetBlockModes blockModes;
    private final TagStore tags;

    VpcController(VpcService vpcs, InternetBlockModes blockModes, TagStore tags) {
        this.vpcs = vpcs;
        this.blockModes = blockModes;
        this.tags = tags;
    }

    @AwsAction(tags = "vpc", missing = "IPAM pools")
    CreateVpcResponse createVpc(CreateVpcRequest request, Call call) {
        if (request.ipv4IpamPoolId() != null || request.ipv6IpamPoolId() != null || request.ipv6Pool() != null) {
            throw CommonErrors.notHere("IPAM and address pools");
        }
        VpcEntity vpc = vpcs.create(
                call.scope(),
                require(request.cidrBlock(), "cidrBlock"),
                Objects.requireNonNullElse(request.instanceTenancyAsString(), "default"),
                isTrue(request.amazonProvidedIpv6CidrBlock()),
                request.tagSpecifications());
        return CreateVpcResponse.builder()
                .vpc(VpcWire.toWire(vpc, tags.of(call.scope(), vpc.id()), "pending"))
                .build();
    }

    @AwsAction
    DescribeVpcsResponse describeVpcs(DescribeVpcsRequest request, Call call) {
        Page<VpcEntity> page = vpcs.describe(call.scope(), request);
        InternetBlockModes.Modes modes = blockModes.of(call.scope());
        return DescribeVpcsResponse.builder()
                .vpcs(page.map((vpc, its) -> VpcWire.described(vpc, its, modes.vpc(vpc.id())), VpcEntity::id))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DeleteVpcResponse deleteVpc(DeleteVpcRequest request, Call call) {
        vpcs.delete(call.scope(), require(request.vpcId(), "vpcId"));
        return DeleteVpcResponse.builder().build();
    }

    @AwsAction(missing = "IPAM pools")
    AssociateVpcCidrBlockResponse associateVpcCidrBlock(AssociateVpcCidrBlockRequest request, Call call) {
        String vpcId = require(request.vpcId(), "vpcId");
        if (isTrue(request.amazonProvidedIpv6CidrBlock())) {
            VpcCidrBlock block = vpcs.associateIpv6(call.scope(), vpcId);
            String region = call.scope().region();
            return AssociateVpcCidrBlockResponse.builder()
                    .vpcId(vpcId)
                    .ipv6CidrBlockAssociation(VpcWire.ipv6Association(block, "associating", region))
                    .build();
        }
        VpcCidrBlock block = vpcs.associate(call.scope(), vpcId, require(request.cidrBlock(), "cidrBlock"));
        return AssociateVpcCidrBlockResponse.builder()
                .vpcId(vpcId)
                .cidrBlockAssociation(VpcWire.association(block, "associating"))
                .build();
    }

    @AwsAction
    DisassociateVpcCidrBlockResponse disassociateVpcCidrBlock(DisassociateVpcCidrBlockRequest request, Call call) {
        VpcService.Disassociated gone =
                vpcs.disassociate(call.scope(), require(request.associationId(), "associationId"));
        DisassociateVpcCidrBlockResponse.Builder response =
                DisassociateVpcCidrBlockResponse.builder().vpcId(gone.vpc().id());
        if (gone.block().v4()) {
            response.cidrBlockAssociation(VpcWire.association(gone.block(), "disassociating"));
        } else {
            String region = call.scope().region();
            response.ipv6CidrBlockAssociation(VpcWire.ipv6Association(gone.block(), "disassociating", region));
        }
        return response.build();
    }

    @AwsAction
    ModifyVpcTenancyResponse modifyVpcTenancy(ModifyVpcTenancyRequest request, Call call) {
        vpcs.changeTenancy(
                call.scope(),
                require(request.vpcId(), "vpcId"),
                require(request.instanceTenancyAsString(), "instanceTenancy"));
        return ModifyVpcTenancyResponse.builder().returnValue(true).build();
    }
}
