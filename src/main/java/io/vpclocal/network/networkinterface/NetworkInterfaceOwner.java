package io.vpclocal.network.networkinterface;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class NetworkInterfaceOwner extends ResourceOwner<NetworkInterfaceEntity> {

    NetworkInterfaceOwner(NetworkInterfaceRepository interfaces, TagStore tags) {
        super(NetworkInterfaces.KIND, interfaces, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(NetworkInterfaceEntity of) {
        return Map.of(
                "ec2:NetworkInterfaceID", List.of(of.id()),
                "ec2:Subnet", List.of(of.scope().arn("ec2", "subnet/" + of.subnetId())),
                "ec2:Vpc", List.of(of.scope().arn("ec2", "vpc/" + of.vpcId())),
                "ec2:AvailabilityZone", List.of(of.availabilityZone()),
                "ec2:AvailabilityZoneId", List.of(of.availabilityZoneId()));
    }
}
