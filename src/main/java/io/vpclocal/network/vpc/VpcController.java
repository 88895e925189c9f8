package io.vpclocal.network.vpc;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.InternetBlockModes;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.TagStore;
import java.util.List;
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

    /** Instances can also have the tenancy host, but VPCs cannot (EC2 API Reference). */
    private static final List<String> TENANCIES = List.of("default", "dedicated");

    private final VpcService vpcs;
    private final InternetBlockModes blockModes;
    private final TagStore tags;

    VpcController(VpcService vpcs, InternetBlockModes blockModes, TagStore tags) {
        this.vpcs = vpcs;
        this.blockModes = blockModes;
        this.tags = tags;
    }

    @AwsAction(tags = "vpc", missing = "address pools")
    CreateVpcResponse createVpc(CreateVpcRequest request, Call call) {
        BlockRequest blocks = BlockRequest.of(request);
        blocks.check(call.scope());
        if (blocks.cidrBlock() == null) {
            throw Ec2Errors.noCidrBlock();
        }
        String tenancy = Objects.requireNonNullElse(request.instanceTenancyAsString(), "default");
        if (!TENANCIES.contains(tenancy)) {
            throw Ec2Errors.invalidValue("instanceTenancy", tenancy, "Expecting one of " + TENANCIES + ".");
        }
        VpcEntity vpc = vpcs.create(
                call.scope(), blocks.cidrBlock(), tenancy, blocks.amazonIpv6(), request.tagSpecifications());
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

    @AwsAction(missing = "address pools")
    AssociateVpcCidrBlockResponse associateVpcCidrBlock(AssociateVpcCidrBlockRequest request, Call call) {
        String vpcId = require(request.vpcId(), "vpcId");
        BlockRequest blocks = BlockRequest.of(request);
        blocks.check(call.scope());
        if (blocks.amazonIpv6()) {
            if (blocks.cidrBlock() != null) {
                throw Ec2Errors.notTogether("cidrBlock", BlockRequest.AMAZON_IPV6);
            }
            VpcCidrBlock block = vpcs.associateIpv6(call.scope(), vpcId);
            String region = call.scope().region();
            return AssociateVpcCidrBlockResponse.builder()
                    .vpcId(vpcId)
                    .ipv6CidrBlockAssociation(VpcWire.ipv6Association(block, "associating", region))
                    .build();
        }
        VpcCidrBlock block = vpcs.associate(call.scope(), vpcId, require(blocks.cidrBlock(), "cidrBlock"));
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
