package io.vpclocal.network.instanceconnect;

import io.vpclocal.protocol.Scope;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Ec2InstanceConnectEndpoint;
import software.amazon.awssdk.services.ec2.model.Tag;

/** EC2 Instance Connect Endpoints as the API shows them. */
final class ConnectEndpointWire {

    static final String COMPLETE = "create-complete";

    private ConnectEndpointWire() {}

    static Ec2InstanceConnectEndpoint toWire(
            ConnectEndpointEntity endpoint, String state, List<String> groupIds, List<Tag> tags) {
        Scope scope = endpoint.scope();
        String name = endpoint.id() + "." + endpoint.dnsLabel();
        String domain = "ec2-instance-connect-endpoint." + scope.region() + ".amazonaws.com";
        return Ec2InstanceConnectEndpoint.builder()
                .instanceConnectEndpointId(endpoint.id())
                .instanceConnectEndpointArn(scope.arn("ec2", ConnectEndpointService.KIND.type() + "/" + endpoint.id()))
                .ownerId(endpoint.account())
                .state(state)
                .stateMessage("")
                .dnsName(name + "." + domain)
                .fipsDnsName(name + ".fips." + domain)
                .networkInterfaceIds(endpoint.interfaceId())
                .vpcId(endpoint.vpcId())
                .subnetId(endpoint.subnetId())
                .availabilityZone(endpoint.availabilityZone())
                .availabilityZoneId(endpoint.availabilityZoneId())
                .createdAt(endpoint.createdAt())
                .preserveClientIp(endpoint.preserveClientIp())
                .securityGroupIds(groupIds)
                .ipAddressType(endpoint.ipAddressType())
                .tags(tags)
                .build();
    }
}
