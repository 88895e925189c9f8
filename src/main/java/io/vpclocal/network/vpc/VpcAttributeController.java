package io.vpclocal.network.vpc;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.OneAttribute;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeResponse;

@AwsController
class VpcAttributeController {

    private final VpcService vpcs;

    VpcAttributeController(VpcService vpcs) {
        this.vpcs = vpcs;
    }

    @AwsAction
    DescribeVpcAttributeResponse describeVpcAttribute(DescribeVpcAttributeRequest request, Call call) {
        VpcEntity vpc = vpcs.require(call.scope(), require(request.vpcId(), "vpcId"));
        DescribeVpcAttributeResponse.Builder response =
                DescribeVpcAttributeResponse.builder().vpcId(vpc.id());
        return switch (require(request.attribute(), "attribute")) {
            case ENABLE_DNS_SUPPORT ->
                response.enableDnsSupport(value(vpc.dnsSupport())).build();
            case ENABLE_DNS_HOSTNAMES ->
                response.enableDnsHostnames(value(vpc.dnsHostnames())).build();
            case ENABLE_NETWORK_ADDRESS_USAGE_METRICS ->
                response.enableNetworkAddressUsageMetrics(value(vpc.addressUsageMetrics()))
                        .build();
            case UNKNOWN_TO_SDK_VERSION -> throw VpcErrors.noAttribute();
        };
    }

    @AwsAction
    ModifyVpcAttributeResponse modifyVpcAttribute(ModifyVpcAttributeRequest request, Call call) {
        VpcEntity vpc = vpcs.lock(call.scope(), require(request.vpcId(), "vpcId"));
        OneAttribute.require(
                VpcErrors::noAttribute,
                request.enableDnsSupport(),
                request.enableDnsHostnames(),
                request.enableNetworkAddressUsageMetrics());
        if (request.enableDnsSupport() != null) {
            vpc.enableDnsSupport(on(request.enableDnsSupport()));
        } else if (request.enableDnsHostnames() != null) {
            vpc.enableDnsHostnames(on(request.enableDnsHostnames()));
        } else {
            vpc.enableAddressUsageMetrics(on(request.enableNetworkAddressUsageMetrics()));
        }
        return ModifyVpcAttributeResponse.builder().build();
    }

    private static AttributeBooleanValue value(boolean on) {
        return AttributeBooleanValue.builder().value(on).build();
    }

    private static boolean on(AttributeBooleanValue value) {
        return require(value.value(), "value");
    }
}
