package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.compute.type.InstanceType;
import io.vpclocal.compute.type.InstanceTypes;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.ClientTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.InstanceCreditSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.InstanceMonitoring;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceCreditSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceCreditSpecificationResponse;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataOptionsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.MonitorInstancesRequest;
import software.amazon.awssdk.services.ec2.model.MonitorInstancesResponse;
import software.amazon.awssdk.services.ec2.model.RebootInstancesRequest;
import software.amazon.awssdk.services.ec2.model.RebootInstancesResponse;
import software.amazon.awssdk.services.ec2.model.SuccessfulInstanceCreditSpecificationItem;
import software.amazon.awssdk.services.ec2.model.UnmonitorInstancesRequest;
import software.amazon.awssdk.services.ec2.model.UnmonitorInstancesResponse;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulInstanceCreditSpecificationItem;

@AwsController
class InstanceOptionsController {

    private final Instances instances;
    private final InstanceTypes types;
    private final ClientTokens clientTokens;

    InstanceOptionsController(Instances instances, InstanceTypes types, ClientTokens clientTokens) {
        this.clientTokens = clientTokens;
        this.instances = instances;
        this.types = types;
    }

    @AwsAction(missing = "the metadata service itself")
    ModifyInstanceMetadataOptionsResponse modifyInstanceMetadataOptions(
            ModifyInstanceMetadataOptionsRequest request, Call call) {
        InstanceEntity instance = instances.lock(call.scope(), require(request.instanceId(), "InstanceId"));
        MetadataOptions options = instance.settings().metadata();
        MetadataOptionsWire.change(options, request);
        return ModifyInstanceMetadataOptionsResponse.builder()
                .instanceId(instance.id())
                .instanceMetadataOptions(MetadataOptionsWire.toWire(options, "pending"))
                .build();
    }

    @AwsAction
    ModifyInstanceCreditSpecificationResponse modifyInstanceCreditSpecification(
            ModifyInstanceCreditSpecificationRequest request, Call call) {
        return clientTokens.once(
                call,
                request.clientToken(),
                request,
                answer -> "",
                id -> Optional.of(changeCredits(call, request, false)),
                () -> changeCredits(call, request, true));
    }

    /** @param change false for the answer to a repeated call */
    private ModifyInstanceCreditSpecificationResponse changeCredits(
            Call call, ModifyInstanceCreditSpecificationRequest request, boolean change) {
        List<SuccessfulInstanceCreditSpecificationItem> done = new ArrayList<>();
        List<UnsuccessfulInstanceCreditSpecificationItem> failed = new ArrayList<>();
        for (InstanceCreditSpecificationRequest wanted :
                requireAny(request.instanceCreditSpecifications(), "instanceCreditSpecification")) {
            String id = require(wanted.instanceId(), "instanceCreditSpecification.instanceId");
            InstanceEntity instance = instances.lock(call.scope(), id);
            boolean burstable = types.find(instance.instanceType())
                    .map(InstanceType::burstable)
                    .orElse(false);
            if (burstable) {
                String credits = require(wanted.cpuCredits(), "instanceCreditSpecification.cpuCredits");
                String valid = LaunchPlanner.requireCredits(credits);
                if (change) {
                    instance.settings().cpuCredits(valid);
                }
                done.add(SuccessfulInstanceCreditSpecificationItem.builder()
                        .instanceId(id)
                        .build());
            } else {
                AwsException error = InstanceErrors.noCredits(instance.instanceType());
                failed.add(UnsuccessfulInstanceCreditSpecificationItem.builder()
                        .instanceId(id)
                        .error(e -> e.code("InstanceCreditSpecification.NotSupported")
                                .message(error.text()))
                        .build());
            }
        }
        return ModifyInstanceCreditSpecificationResponse.builder()
                .successfulInstanceCreditSpecifications(done)
                .unsuccessfulInstanceCreditSpecifications(failed)
                .build();
    }

    @AwsAction(missing = "metrics")
    MonitorInstancesResponse monitorInstances(MonitorInstancesRequest request, Call call) {
        return MonitorInstancesResponse.builder()
                .instanceMonitorings(monitor(call, request.instanceIds(), true))
                .build();
    }

    @AwsAction(missing = "metrics")
    UnmonitorInstancesResponse unmonitorInstances(UnmonitorInstancesRequest request, Call call) {
        return UnmonitorInstancesResponse.builder()
                .instanceMonitorings(monitor(call, request.instanceIds(), false))
                .build();
    }

    @AwsAction(missing = "a machine that boots: the call only checks the instances")
    RebootInstancesResponse rebootInstances(RebootInstancesRequest request, Call call) {
        for (InstanceEntity instance : instances.lock(call.scope(), request.instanceIds())) {
            if (instance.phase() != InstancePhase.STARTED) {
                throw InstanceErrors.incorrectState(instance.id(), "rebooted");
            }
        }
        return RebootInstancesResponse.builder().build();
    }

    private List<InstanceMonitoring> monitor(Call call, List<String> ids, boolean on) {
        List<InstanceMonitoring> changed = new ArrayList<>();
        for (InstanceEntity instance : instances.lock(call.scope(), ids)) {
            instance.settings().monitoring(on);
            changed.add(InstanceMonitoring.builder()
                    .instanceId(instance.id())
                    .monitoring(m -> m.state(on ? "pending" : "disabling"))
                    .build());
        }
        return changed;
    }
}
