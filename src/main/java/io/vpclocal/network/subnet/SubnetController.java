package io.vpclocal.network.subnet;

import static io.vpclocal.protocol.Params.given;
import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.NetmaskLength;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.TagStore;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.CreateDefaultSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateDefaultSubnetResponse;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;

@AwsController
class SubnetController {

    private final SubnetService subnets;
    private final SubnetDescriptions descriptions;
    private final TagStore tags;

    SubnetController(SubnetService subnets, SubnetDescriptions descriptions, TagStore tags) {
        this.subnets = subnets;
        this.descriptions = descriptions;
        this.tags = tags;
    }

    @AwsAction(tags = "subnet", missing = "IPAM pools and Outposts")
    CreateSubnetResponse createSubnet(CreateSubnetRequest request, Call call) {
        if (given(request.ipv4IpamPoolId()) != null || given(request.ipv6IpamPoolId()) != null) {
            throw CommonErrors.notHere("IPAM");
        }
        if (given(request.outpostArn()) != null) {
            throw CommonErrors.notHere("Outposts");
        }
        String vpcId = require(request.vpcId(), "vpcId");
        SubnetService.Plan plan = new SubnetService.Plan(
                given(request.cidrBlock()),
                given(request.ipv6CidrBlock()),
                isTrue(request.ipv6Native()),
                given(request.availabilityZone()),
                given(request.availabilityZoneId()));
        requireBlocks(request, plan);
        SubnetEntity subnet = subnets.create(call.scope(), vpcId, plan, request.tagSpecifications());
        return CreateSubnetResponse.builder()
                .subnet(SubnetWire.toWire(subnet, tags.of(call.scope(), subnet.id()), subnet.usableAddresses()))
                .build();
    }

    @AwsAction
    CreateDefaultSubnetResponse createDefaultSubnet(CreateDefaultSubnetRequest request, Call call) {
        if (isTrue(request.ipv6Native())) {
            throw CommonErrors.notHere("IPv6-only default subnets");
        }
        String zone = given(request.availabilityZone());
        String zoneId = given(request.availabilityZoneId());
        if (zoneId == null) {
            require(zone, "availabilityZone");
        }
        SubnetEntity subnet = subnets.createDefault(call.scope(), zone, zoneId);
        return CreateDefaultSubnetResponse.builder()
                .subnet(SubnetWire.toWire(subnet, List.of(), subnet.usableAddresses()))
                .build();
    }

    @AwsAction
    DescribeSubnetsResponse describeSubnets(DescribeSubnetsRequest request, Call call) {
        return descriptions.describe(call.scope(), request);
    }

    @AwsAction
    DeleteSubnetResponse deleteSubnet(DeleteSubnetRequest request, Call call) {
        subnets.delete(call.scope(), require(request.subnetId(), "subnetId"));
        return DeleteSubnetResponse.builder().build();
    }

    private static void requireBlocks(CreateSubnetRequest request, SubnetService.Plan plan) {
        if (plan.ipv6Native()) {
            if (plan.ipv6CidrBlock() == null) {
                throw SubnetErrors.nativeWithoutIpv6();
            }
            if (plan.cidrBlock() != null) {
                throw SubnetErrors.nativeWithIpv4();
            }
        } else if (plan.cidrBlock() == null) {
            throw Ec2Errors.noCidrBlock();
        }
        String block = plan.cidrBlock() == null ? null : "cidrBlock";
        String ipv6Block = plan.ipv6CidrBlock() == null ? null : "ipv6CidrBlock";
        NetmaskLength.refuse("ipv4NetmaskLength", request.ipv4NetmaskLength(), block, "ipv4IpamPoolId");
        NetmaskLength.refuse("ipv6NetmaskLength", request.ipv6NetmaskLength(), ipv6Block, "ipv6IpamPoolId");
    }
}
