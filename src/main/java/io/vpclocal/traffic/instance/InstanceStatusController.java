package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.compute.type.InstanceType;
import io.vpclocal.compute.type.InstanceTypes;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceCreditSpecificationsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceStatusResponse;
import software.amazon.awssdk.services.ec2.model.InstanceCreditSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.InstanceStatusDetails;
import software.amazon.awssdk.services.ec2.model.InstanceStatusSummary;

/** Status checks, which every running instance passes at once, and CPU credits. */
@AwsController
class InstanceStatusController {

    private static final String STATE = "instance-state-name";
    private static final String STATE_CODE = "instance-state-code";

    private final InstanceTypes types;
    private final InstanceStates states;
    private final Regions regions;
    private final Describer describer;
    private final Describe<InstanceEntity> statuses;
    private final Describe<InstanceEntity> running;
    private final Describe<InstanceEntity> credits;

    InstanceStatusController(InstanceTypes types, InstanceStates states, Regions regions, Describer describer) {
        this.types = types;
        this.states = states;
        this.regions = regions;
        this.describer = describer;
        this.statuses = statuses().build();
        this.running = statuses().always(STATE, "running").build();
        this.credits = Describe.<InstanceEntity>filters()
                .filter("instance-id", InstanceEntity::id)
                .maxResults(MaxResults.classic(5, 1000))
                .idsExcludePaging("instancesSet")
                .build();
    }

    @AwsAction(missing = "scheduled events and failed checks")
    DescribeInstanceStatusResponse describeInstanceStatus(DescribeInstanceStatusRequest request, Call call) {
        Page<InstanceEntity> page = describer.page(
                isTrue(request.includeAllInstances()) ? statuses : running,
                InstanceEntity.class,
                Instances.KIND,
                call.scope(),
                request.instanceIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeInstanceStatusResponse.builder()
                .instanceStatuses(page.map(this::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DescribeInstanceCreditSpecificationsResponse describeInstanceCreditSpecifications(
            DescribeInstanceCreditSpecificationsRequest request, Call call) {
        Page<InstanceEntity> page = describer.page(
                credits,
                InstanceEntity.class,
                Instances.KIND,
                call.scope(),
                request.instanceIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return DescribeInstanceCreditSpecificationsResponse.builder()
                .instanceCreditSpecifications(page.items().stream()
                        .filter(instance -> shown(instance, request.instanceIds()))
                        .map(instance -> InstanceCreditSpecification.builder()
                                .instanceId(instance.id())
                                .cpuCredits(instance.settings().cpuCredits())
                                .build())
                        .toList())
                .nextToken(page.nextToken())
                .build();
    }

    /** Without ids, AWS lists the instances with unlimited credits only. */
    private boolean shown(InstanceEntity instance, List<String> ids) {
        boolean burstable =
                types.find(instance.instanceType()).map(InstanceType::burstable).orElse(false);
        return burstable
                && !instance.terminated()
                && (!ids.isEmpty() || "unlimited".equals(instance.settings().cpuCredits()));
    }

    private Describe.Builder<InstanceEntity> statuses() {
        return Describe.<InstanceEntity>filters()
                .column("availability-zone", "availabilityZone", InstanceEntity::availabilityZone)
                .filter("availability-zone-id", this::zoneId)
                .filter(STATE, instance -> states.of(instance).wire())
                .filter(STATE_CODE, instance -> states.of(instance).toWire().code())
                .filter("instance-status.status", this::status)
                .filter("instance-status.reachability", this::reachability)
                .filter("system-status.status", this::status)
                .filter("system-status.reachability", this::reachability)
                .filter("attached-ebs-status.status", this::status)
                .filter("operator.managed", instance -> false)
                .filter("operator.principal", instance -> null)
                .filter("event.code", instance -> null)
                .filter("event.description", instance -> null)
                .filter("event.instance-event-id", instance -> null)
                .filter("event.not-after", instance -> null)
                .filter("event.not-before", instance -> null)
                .filter("event.not-before-deadline", instance -> null)
                .tags()
                .maxResults(MaxResults.classic(5, 1000))
                .idsExcludePaging("instancesSet");
    }

    private InstanceStatus toWire(InstanceEntity of) {
        InstanceStatusSummary summary = InstanceStatusSummary.builder()
                .status(status(of))
                .details(InstanceStatusDetails.builder()
                        .name("reachability")
                        .status(reachability(of))
                        .build())
                .build();
        return InstanceStatus.builder()
                .instanceId(of.id())
                .availabilityZone(of.availabilityZone())
                .availabilityZoneId(zoneId(of))
                .instanceState(states.of(of).toWire())
                .instanceStatus(summary)
                .systemStatus(summary)
                .build();
    }

    private String status(InstanceEntity of) {
        return switch (states.of(of)) {
            case RUNNING -> "ok";
            case PENDING -> "initializing";
            default -> "not-applicable";
        };
    }

    private String reachability(InstanceEntity of) {
        return switch (states.of(of)) {
            case RUNNING -> "passed";
            case PENDING -> "initializing";
            default -> "not-applicable";
        };
    }

    private String zoneId(InstanceEntity of) {
        return regions.zone(of.region(), of.availabilityZone())
                .map(AvailabilityZone::id)
                .orElseThrow();
    }
}
