package io.vpclocal.network.subnet;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
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
        if (request.ipv4IpamPoolId() != null || request.ipv6IpamPoolId() != null) {
            throw CommonErrors.notHere("IPAM");
        }
        if (request.outpostArn() != null) {
            throw CommonErrors.notHere("Outposts");
        }
        String vpcId = require(request.vpcId(), "vpcId");
        boolean ipv6Native = isTrue(request.ipv6Native());
        if (ipv6Native) {
            if (request.ipv6CidrBlock() == null) {
                throw SubnetErrors.nativeWithoutIpv6();
            }
            if (request.cidrBlock() != null) {
                throw SubnetErrors.nativeWithIpv4();
            }
        } else {
            require(request.cidrBlock(), "cidrBlock");
        }
        SubnetService.Plan plan = new SubnetService.Plan(
                request.cidrBlock(),
                request.ipv6CidrBlock(),
                ipv6Native,
                request.availabilityZone(),
                request.availabilityZoneId());
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
        SubnetEntity subnet =
                subnets.createDefault(call.scope(), require(request.availabilityZone(), "availabilityZone"));
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
}
