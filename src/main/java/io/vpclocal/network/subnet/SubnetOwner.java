package io.vpclocal.network.subnet;

import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class SubnetOwner extends ResourceOwner<SubnetEntity> {

    SubnetOwner(Subnets subnets, TagStore tags) {
        super(SubnetService.KIND, subnets, tags);
    }

    @Override
    protected Map<String, List<String>> conditionKeys(SubnetEntity subnet) {
        return Map.of(
                "ec2:SubnetID", List.of(subnet.id()),
                "ec2:Vpc", List.of(subnet.vpcArn()),
                "ec2:AvailabilityZone", List.of(subnet.availabilityZone()),
                "ec2:AvailabilityZoneId", List.of(subnet.availabilityZoneId()));
    }
}
