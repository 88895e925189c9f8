package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.compute.volume.Volumes;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstanceAttributeResponse;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeResponse;

@AwsController
class InstanceAttributeController {

    private final Instances instances;
    private final InstanceAttributes attributes;
    private final NetworkInterfaces interfaces;
    private final Volumes volumes;

    InstanceAttributeController(
            Instances instances, InstanceAttributes attributes, NetworkInterfaces interfaces, Volumes volumes) {
        this.instances = instances;
        this.attributes = attributes;
        this.interfaces = interfaces;
        this.volumes = volumes;
    }

    @AwsAction(missing = "product codes, kernels and RAM disks")
    DescribeInstanceAttributeResponse describeInstanceAttribute(DescribeInstanceAttributeRequest request, Call call) {
        InstanceEntity instance = instances.require(call.scope(), require(request.instanceId(), "InstanceId"));
        InstanceSettings settings = instance.settings();
        DescribeInstanceAttributeResponse.Builder response =
                DescribeInstanceAttributeResponse.builder().instanceId(instance.id());
        switch (require(request.attribute(), "attribute")) {
            case INSTANCE_TYPE -> response.instanceType(text(instance.instanceType()));
            case USER_DATA -> response.userData(text(settings.userData()));
            case DISABLE_API_TERMINATION -> response.disableApiTermination(bool(settings.disableApiTermination()));
            case DISABLE_API_STOP -> response.disableApiStop(bool(settings.disableApiStop()));
            case INSTANCE_INITIATED_SHUTDOWN_BEHAVIOR ->
                response.instanceInitiatedShutdownBehavior(text(settings.shutdownBehavior()));
            case ROOT_DEVICE_NAME -> response.rootDeviceName(text(settings.rootDevice()));
            case EBS_OPTIMIZED -> response.ebsOptimized(bool(settings.ebsOptimized()));
            case ENA_SUPPORT -> response.enaSupport(bool(true));
            case ENCLAVE_OPTIONS ->
                response.enclaveOptions(e -> e.enabled(settings.options().enclave()));
            case SRIOV_NET_SUPPORT -> response.sriovNetSupport(text("simple"));
            case SOURCE_DEST_CHECK ->
                primary(instance).ifPresent(eni -> response.sourceDestCheck(bool(eni.sourceDestCheck())));
            case GROUP_SET ->
                response.groups(primary(instance).map(NetworkInterfaceEntity::groupIds).orElse(List.of()).stream()
                        .map(id -> GroupIdentifier.builder().groupId(id).build())
                        .toList());
            case BLOCK_DEVICE_MAPPING -> response.blockDeviceMappings(devices(instance));
            case PRODUCT_CODES -> response.productCodes(List.of());
            case KERNEL, RAMDISK -> {
                // Images for hardware virtual machines have neither.
            }
            case UNKNOWN_TO_SDK_VERSION -> throw Ec2Errors.noAttribute();
        }
        return response.build();
    }

    @AwsAction(missing = "kernels, RAM disks and effects of drivers")
    ModifyInstanceAttributeResponse modifyInstanceAttribute(ModifyInstanceAttributeRequest request, Call call) {
        attributes.change(instances.lock(call.scope(), require(request.instanceId(), "InstanceId")), request);
        return ModifyInstanceAttributeResponse.builder().build();
    }

    private Optional<NetworkInterfaceEntity> primary(InstanceEntity instance) {
        return interfaces.ofInstance(instance.scope(), instance.id()).stream().findFirst();
    }

    private List<InstanceBlockDeviceMapping> devices(InstanceEntity instance) {
        return volumes.ofInstances(instance.scope(), List.of(instance.id())).stream()
                .map(InstanceWire::device)
                .toList();
    }

    private static AttributeValue text(@Nullable String value) {
        return AttributeValue.builder().value(value).build();
    }

    private static AttributeBooleanValue bool(boolean on) {
        return AttributeBooleanValue.builder().value(on).build();
    }
}
