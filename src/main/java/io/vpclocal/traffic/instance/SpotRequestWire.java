package io.vpclocal.traffic.instance;

import static io.vpclocal.resource.WireForms.orAbsent;
import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.ModelText;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.LaunchSpecification;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Spot requests as the API shows them. */
record SpotRequestWire(Regions regions) {

    static final String ONE_TIME = "one-time";

    SpotInstanceRequest toWire(SpotRequestEntity of, List<Tag> tags) {
        return SpotInstanceRequest.builder()
                .spotInstanceRequestId(of.id())
                .type(ONE_TIME)
                .state(of.state())
                .status(s -> s.code(of.status().code())
                        .message(of.status().message())
                        .updateTime(seconds(of.statusSince())))
                .instanceId(of.instanceId())
                .instanceInterruptionBehavior("terminate")
                .spotPrice(of.maxPrice())
                .productDescription(of.productDescription())
                .createTime(seconds(of.createdAt()))
                .launchedAvailabilityZone(of.availabilityZone())
                .launchedAvailabilityZoneId(regions.zone(of.region(), of.availabilityZone())
                        .map(AvailabilityZone::id)
                        .orElse(null))
                .launchSpecification(specification(of))
                .tags(orAbsent(tags))
                .build();
    }

    static LaunchSpecification specification(SpotRequestEntity of) {
        return ModelText.read(AwsService.EC2, LaunchSpecification.class, of.specification());
    }
}
