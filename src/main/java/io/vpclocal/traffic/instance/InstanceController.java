package io.vpclocal.traffic.instance;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.ClientTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.InstanceStateChange;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StartInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StartInstancesResponse;
import software.amazon.awssdk.services.ec2.model.StopInstancesRequest;
import software.amazon.awssdk.services.ec2.model.StopInstancesResponse;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TerminateInstancesResponse;

@AwsController
class InstanceController {

    private static final String NO_MACHINE = "a running machine (an instance has only a state and network interfaces)";

    private final LaunchPlanner planner;
    private final Instances instances;
    private final InstanceRepository repository;
    private final InstanceDescriptions descriptions;
    private final InstanceStates states;
    private final ClientTokens clientTokens;

    InstanceController(
            LaunchPlanner planner,
            Instances instances,
            InstanceRepository repository,
            InstanceDescriptions descriptions,
            InstanceStates states,
            ClientTokens clientTokens) {
        this.planner = planner;
        this.instances = instances;
        this.repository = repository;
        this.descriptions = descriptions;
        this.states = states;
        this.clientTokens = clientTokens;
    }

    @AwsAction(
            tags = {"instance", "network-interface", "volume", "spot-instances-request"},
            missing = NO_MACHINE
                    + ", images that a parameter of Systems Manager names, the check that the image exists, and checks of"
                    + " CPU options, hibernation and enclaves; the limit of seven running instances per zone in spread"
                    + " placement groups, and interruptions of spot instances")
    RunInstancesResponse runInstances(RunInstancesRequest request, Call call) {
        InstanceEntity first = clientTokens.once(
                call,
                request.clientToken(),
                request,
                id -> repository.find(call.scope(), id),
                () -> instances.run(call.scope(), planner.plan(call.scope(), request)));
        return descriptions.launched(call.scope(), first.reservationId(), instances.ofReservation(first));
    }

    @AwsAction(missing = NO_MACHINE)
    DescribeInstancesResponse describeInstances(DescribeInstancesRequest request, Call call) {
        return descriptions.describe(call.scope(), request);
    }

    @AwsAction(missing = NO_MACHINE)
    StartInstancesResponse startInstances(StartInstancesRequest request, Call call) {
        return StartInstancesResponse.builder()
                .startingInstances(change(call, request.instanceIds(), instances::start))
                .build();
    }

    @AwsAction(missing = NO_MACHINE + ", hibernation")
    StopInstancesResponse stopInstances(StopInstancesRequest request, Call call) {
        return StopInstancesResponse.builder()
                .stoppingInstances(change(call, request.instanceIds(), instances::stop))
                .build();
    }

    @AwsAction(missing = NO_MACHINE)
    TerminateInstancesResponse terminateInstances(TerminateInstancesRequest request, Call call) {
        return TerminateInstancesResponse.builder()
                .terminatingInstances(change(call, request.instanceIds(), instances::terminate))
                .build();
    }

    private List<InstanceStateChange> change(Call call, List<String> ids, Consumer<InstanceEntity> order) {
        List<InstanceStateChange> changes = new ArrayList<>();
        for (InstanceEntity instance : instances.lock(call.scope(), ids)) {
            InstanceState before = states.of(instance);
            InstancePhase phase = instance.phase();
            order.accept(instance);
            InstanceState now =
                    instance.phase() == phase ? before : instance.phase().first();
            changes.add(InstanceStateChange.builder()
                    .instanceId(instance.id())
                    .previousState(before.toWire())
                    .currentState(now.toWire())
                    .build());
        }
        return changes;
    }
}
