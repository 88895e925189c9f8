package io.vpclocal.compute.volume;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.AttachVolumeRequest;
import software.amazon.awssdk.services.ec2.model.AttachVolumeResponse;
import software.amazon.awssdk.services.ec2.model.DetachVolumeRequest;
import software.amazon.awssdk.services.ec2.model.DetachVolumeResponse;

@AwsController
class VolumeAttachmentController {

    /** User Guide for instances, device names; names of NVMe devices are refused, as users report. */
    private static final Pattern DEVICES = Pattern.compile("(/dev/)?(sd[a-z]|xvd[a-z]{1,2}|hd[a-z])\\d{0,2}");

    private final VolumeAttachments attachments;

    VolumeAttachmentController(VolumeAttachments attachments) {
        this.attachments = attachments;
    }

    @AwsAction(missing = "several attachments")
    AttachVolumeResponse attachVolume(AttachVolumeRequest request, Call call) {
        VolumeAttachmentState made = VolumeAttachmentState.of(attachments.attach(
                call.scope(),
                require(request.volumeId(), "VolumeId"),
                require(request.instanceId(), "InstanceId"),
                device(require(request.device(), "Device"))));
        return AttachVolumeResponse.builder()
                .volumeId(made.volumeId())
                .instanceId(made.instanceId())
                .device(made.device())
                .attachTime(made.attachedAt())
                .state("attaching")
                .build();
    }

    @AwsAction
    DetachVolumeResponse detachVolume(DetachVolumeRequest request, Call call) {
        VolumeAttachmentState gone = attachments.detach(
                call.scope(), require(request.volumeId(), "VolumeId"), request.instanceId(), request.device());
        return DetachVolumeResponse.builder()
                .volumeId(gone.volumeId())
                .instanceId(gone.instanceId())
                .device(gone.device())
                .attachTime(seconds(gone.attachedAt()))
                .state("detaching")
                .build();
    }

    private static String device(String name) {
        if (!DEVICES.matcher(name).matches()) {
            throw VolumeErrors.deviceName(name);
        }
        return name;
    }
}
