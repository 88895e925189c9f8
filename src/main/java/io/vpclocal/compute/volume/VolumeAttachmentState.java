package io.vpclocal.compute.volume;

import java.time.Instant;
import java.util.Objects;

/** An attachment that may have ended. */
record VolumeAttachmentState(String volumeId, String instanceId, String device, Instant attachedAt) {

    static VolumeAttachmentState of(VolumeEntity volume) {
        return new VolumeAttachmentState(
                volume.id(),
                Objects.requireNonNull(volume.instanceId()),
                Objects.requireNonNull(volume.device()),
                Objects.requireNonNull(volume.attachedAt()));
    }
}
