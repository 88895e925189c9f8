package io.vpclocal.compute.volume;

import io.vpclocal.compute.volume.AttachableInstances.Attachable;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rules of attaching volumes to instances. */
@Service
class VolumeAttachments {

    private static final ResourceKind INSTANCE = new ResourceKind("instance", "i", "instance", "InvalidInstanceID");

    private final Volumes volumes;
    private final AttachableInstances instances;
    private final Clock clock;

    VolumeAttachments(Volumes volumes, AttachableInstances instances, Clock clock) {
        this.volumes = volumes;
        this.instances = instances;
        this.clock = clock;
    }

    VolumeEntity attach(Scope scope, String volumeId, String instanceId, String device) {
        VolumeEntity volume = volumes.lock(scope, volumeId);
        Attachable instance = instances.find(scope, instanceId).orElseThrow(() -> INSTANCE.missing(instanceId));
        if (volume.instanceId() != null) {
            throw VolumeErrors.attached(volumeId);
        }
        if (!volume.availabilityZone().equals(instance.availabilityZone())) {
            throw VolumeErrors.otherZone(volumeId, instanceId);
        }
        boolean taken = volumes.ofInstances(scope, List.of(instanceId)).stream()
                .anyMatch(other -> device.equals(other.device()));
        if (taken) {
            throw VolumeErrors.deviceTaken(device);
        }
        volume.attach(instanceId, device, clock.instant());
        return volume;
    }

    /**
     * Returns the attachment as it was.
     *
     * @param instanceId null for any instance
     * @param device null for any
     */
    VolumeAttachmentState detach(Scope scope, String volumeId, @Nullable String instanceId, @Nullable String device) {
        VolumeEntity volume = volumes.lock(scope, volumeId);
        String attachedTo = volume.instanceId();
        if (attachedTo == null) {
            throw VolumeErrors.available(volumeId);
        }
        if (instanceId != null && !instanceId.equals(attachedTo) || device != null && !device.equals(volume.device())) {
            throw VolumeErrors.noSuchAttachment(volumeId, instanceId, device);
        }
        boolean root = instances
                .find(scope, attachedTo)
                .filter(instance -> instance.running() && instance.rootDevice().equals(volume.device()))
                .isPresent();
        if (root) {
            throw VolumeErrors.rootVolume(volumeId, attachedTo);
        }
        VolumeAttachmentState before = VolumeAttachmentState.of(volume);
        volume.detach();
        return before;
    }
}
