package io.vpclocal.network.defaultvpc;

import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.network.vpc.VpcWire;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.AccountAttribute;
import software.amazon.awssdk.services.ec2.model.AccountAttributeValue;
import software.amazon.awssdk.services.ec2.model.CreateDefaultVpcRequest;
import software.amazon.awssdk.services.ec2.model.CreateDefaultVpcResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAccountAttributesResponse;

@AwsController
class DefaultVpcController {

    private final DefaultVpcs defaultVpcs;
    private final VpcService vpcs;

    DefaultVpcController(DefaultVpcs defaultVpcs, VpcService vpcs) {
        this.defaultVpcs = defaultVpcs;
        this.vpcs = vpcs;
    }

    @AwsAction
    CreateDefaultVpcResponse createDefaultVpc(CreateDefaultVpcRequest request, Call call) {
        VpcEntity vpc = defaultVpcs.createAgain(call.scope());
        return CreateDefaultVpcResponse.builder()
                .vpc(VpcWire.toWire(vpc, List.of(), "pending"))
                .build();
    }

    @AwsAction
    DescribeAccountAttributesResponse describeAccountAttributes(DescribeAccountAttributesRequest request, Call call) {
        List<String> wanted = request.attributeNamesAsStrings();
        return DescribeAccountAttributesResponse.builder()
                .accountAttributes(attributes(call).entrySet().stream()
                        .filter(attribute -> wanted.isEmpty() || wanted.contains(attribute.getKey()))
                        .map(attribute -> toWire(attribute.getKey(), attribute.getValue()))
                        .toList())
                .build();
    }

    /** AWS's defaults for a new account (Amazon EC2 API Reference, DescribeAccountAttributes). */
    private Map<String, String> attributes(Call call) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("supported-platforms", "VPC");
        attributes.put("vpc-max-security-groups-per-interface", "5");
        attributes.put("max-elastic-ips", "5");
        attributes.put("max-instances", "20");
        attributes.put("vpc-max-elastic-ips", "5");
        attributes.put(
                "default-vpc", vpcs.findDefault(call.scope()).map(VpcEntity::id).orElse("none"));
        return attributes;
    }

    private static AccountAttribute toWire(String name, String value) {
        return AccountAttribute.builder()
                .attributeName(name)
                .attributeValues(
                        AccountAttributeValue.builder().attributeValue(value).build())
                .build();
    }
}
