package io.vpclocal.compute.image;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;

/** Images as the API shows them. */
final class ImageWire {

    static final String HYPERVISOR = "xen";
    static final String EBS = "ebs";
    static final String HVM = "hvm";
    static final String WINDOWS = "windows";

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ImageWire() {}

    static software.amazon.awssdk.services.ec2.model.Image toWire(Image of) {
        return software.amazon.awssdk.services.ec2.model.Image.builder()
                .imageId(of.id())
                .name(of.name())
                .description(of.description())
                .imageLocation(location(of))
                .imageOwnerAlias(of.ownerAlias())
                .ownerId(of.ownerId())
                .architecture(of.architecture())
                .creationDate(date(of.createdAt()))
                .deprecationTime(date(of.deprecatedAt()))
                .imageType("machine")
                .publicLaunchPermissions(true)
                .state("available")
                .platform(of.windows() ? WINDOWS : null)
                .platformDetails(of.platform())
                .usageOperation(of.windows() ? "RunInstances:0002" : "RunInstances")
                .hypervisor(HYPERVISOR)
                .virtualizationType(HVM)
                .enaSupport(true)
                .sriovNetSupport("simple")
                .bootMode(of.architecture().equals("arm64") ? "uefi" : null)
                .rootDeviceType(EBS)
                .rootDeviceName(of.rootDevice())
                .blockDeviceMappings(BlockDeviceMapping.builder()
                        .deviceName(of.rootDevice())
                        .ebs(e -> e.deleteOnTermination(true)
                                .encrypted(false)
                                .snapshotId(of.snapshotId())
                                .volumeSize(of.rootGib())
                                .volumeType(of.rootType()))
                        .build())
                .build();
    }

    static String location(Image of) {
        return (of.ownerAlias() == null ? of.ownerId() : of.ownerAlias()) + "/" + of.name();
    }

    static String date(Instant time) {
        return MILLIS.format(time);
    }
}
