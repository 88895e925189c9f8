package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;
import static io.vpclocal.protocol.Params.require;

import io.vpclocal.compute.type.InstanceType;
import io.vpclocal.compute.type.InstanceTypes;
import io.vpclocal.compute.volume.VolumeEntity;
import io.vpclocal.compute.volume.Volumes;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.networkinterface.OnlyInterface;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.OneAttribute;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.model.InstanceBlockDeviceMappingSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyInstanceAttributeRequest;

/**
 * The rules of ModifyInstanceAttribute. A request changes one attribute, by its own parameter or by name and value. Type,
 * user data and EBS optimization change only while the instance is stopped.
 */
@Component
class InstanceAttributes {

    private final InstanceTypes types;
    private final InstanceStates states;
    private final NetworkInterfaces interfaces;
    private final OnlyInterface onlyInterface;
    private final Volumes volumes;

    InstanceAttributes(
            InstanceTypes types,
            InstanceStates states,
            NetworkInterfaces interfaces,
            OnlyInterface onlyInterface,
            Volumes volumes) {
        this.types = types;
        this.states = states;
        this.interfaces = interfaces;
        this.onlyInterface = onlyInterface;
        this.volumes = volumes;
    }

    /** @throws io.vpclocal.protocol.AwsException if the change is not possible */
    void change(InstanceEntity instance, ModifyInstanceAttributeRequest given) {
        ModifyInstanceAttributeRequest request = named(given);
        requireOne(request);
        InstanceSettings settings = instance.settings();
        if (request.disableApiTermination() != null) {
            settings.disableApiTermination(
                    isTrue(request.disableApiTermination().value()));
        } else if (request.disableApiStop() != null) {
            settings.disableApiStop(isTrue(request.disableApiStop().value()));
        } else if (request.instanceInitiatedShutdownBehavior() != null) {
            settings.shutdownBehavior(
                    shutdown(request.instanceInitiatedShutdownBehavior().value()));
        } else if (request.sourceDestCheck() != null) {
            interfaces.checkSourceAndDestination(
                    instance.scope(),
                    interfaceOf(instance),
                    isTrue(request.sourceDestCheck().value()));
        } else if (!request.groups().isEmpty()) {
            interfaces.changeGroups(instance.scope(), interfaceOf(instance), request.groups());
        } else if (!request.blockDeviceMappings().isEmpty()) {
            request.blockDeviceMappings().forEach(mapping -> change(instance, mapping));
        } else {
            changeStopped(instance, request);
        }
    }

    private void changeStopped(InstanceEntity instance, ModifyInstanceAttributeRequest request) {
        if (states.of(instance) != InstanceState.STOPPED) {
            throw InstanceErrors.notStopped(instance.id());
        }
        InstanceSettings settings = instance.settings();
        if (request.instanceType() != null) {
            resize(instance, require(request.instanceType().value(), "instanceType.value"));
        } else if (request.userData() != null) {
            settings.userData(userData(request));
        } else if (request.ebsOptimized() != null) {
            settings.ebsOptimized(isTrue(request.ebsOptimized().value()));
        }
        // ENA support and the SR-IOV driver have no effect: no machine has a driver.
    }

    private void resize(InstanceEntity instance, String name) {
        InstanceType type = types.find(name).orElseThrow(() -> InstanceErrors.unknownType(name));
        if (!type.architectures().contains(instance.settings().architecture())) {
            throw InstanceErrors.architecture(
                    type.architectures().get(0), instance.settings().architecture());
        }
        instance.resize(name);
        String credits = instance.settings().cpuCredits();
        instance.settings()
                .cpuCredits(type.burstable() ? Objects.requireNonNullElse(credits, type.defaultCredits()) : null);
    }

    /** The blob is the user data itself. */
    private static @Nullable String userData(ModifyInstanceAttributeRequest request) {
        byte[] bytes = request.userData().value() == null
                ? new byte[0]
                : request.userData().value().asByteArray();
        return UserData.require(Base64.getEncoder().encodeToString(bytes));
    }

    private void change(InstanceEntity instance, InstanceBlockDeviceMappingSpecification mapping) {
        String device = require(mapping.deviceName(), "blockDeviceMapping.deviceName");
        VolumeEntity volume = volumes.ofInstances(instance.scope(), List.of(instance.id())).stream()
                .filter(its -> device.equals(its.device()))
                .findFirst()
                .orElseThrow(() -> InstanceErrors.noSuchDevice(instance.id(), device));
        if (mapping.ebs() != null && mapping.ebs().deleteOnTermination() != null) {
            volume.deleteOnTermination(mapping.ebs().deleteOnTermination());
        }
    }

    private String interfaceOf(InstanceEntity instance) {
        return onlyInterface
                .of(instance.scope(), instance.id())
                .map(NetworkInterfaceEntity::id)
                .orElseThrow(() -> Instances.KIND.notFound(instance.id()));
    }

    private static String shutdown(@Nullable String behavior) {
        if (behavior == null || !behavior.equals("stop") && !behavior.equals("terminate")) {
            throw Ec2Errors.invalidValue("instanceInitiatedShutdownBehavior", behavior, "Expecting stop or terminate.");
        }
        return behavior;
    }

    /** The older form names the attribute in {@code Attribute} and has its new value in {@code Value}. */
    private static ModifyInstanceAttributeRequest named(ModifyInstanceAttributeRequest request) {
        String attribute = request.attributeAsString();
        String value = request.value();
        if (attribute == null || value == null) {
            return request;
        }
        ModifyInstanceAttributeRequest.Builder changed =
                request.toBuilder().attribute((String) null).value(null);
        boolean on = Boolean.parseBoolean(value);
        switch (attribute) {
            case "instanceType" -> changed.instanceType(t -> t.value(value));
            case "userData" -> changed.userData(u -> u.value(SdkBytes.fromByteArray(UserData.decode(value))));
            case "disableApiTermination" -> changed.disableApiTermination(b -> b.value(on));
            case "disableApiStop" -> changed.disableApiStop(b -> b.value(on));
            case "instanceInitiatedShutdownBehavior" -> changed.instanceInitiatedShutdownBehavior(s -> s.value(value));
            case "sourceDestCheck" -> changed.sourceDestCheck(b -> b.value(on));
            case "ebsOptimized" -> changed.ebsOptimized(b -> b.value(on));
            default -> throw CommonErrors.notHere("the attribute " + attribute + " of instances");
        }
        return changed.build();
    }

    private static void requireOne(ModifyInstanceAttributeRequest request) {
        if (request.kernel() != null || request.ramdisk() != null) {
            throw CommonErrors.notHere("kernels and RAM disks");
        }
        OneAttribute.require(
                request.disableApiTermination(),
                request.disableApiStop(),
                request.instanceInitiatedShutdownBehavior(),
                request.sourceDestCheck(),
                request.groups().isEmpty() ? null : request.groups(),
                request.blockDeviceMappings().isEmpty() ? null : request.blockDeviceMappings(),
                request.instanceType(),
                request.userData(),
                request.ebsOptimized(),
                request.enaSupport(),
                request.sriovNetSupport());
    }
}
