package io.vpclocal.traffic.instance;

import io.vpclocal.compute.image.Image;
import io.vpclocal.compute.type.InstanceType;
import io.vpclocal.compute.volume.VolumePlan.ImageVolume;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;

/**
 * What the image of an instance decides.
 *
 * @param metadataV2 whether it is made for version 2 of the metadata service
 */
record LaunchImage(String architecture, String platform, String rootDevice, ImageVolume root, boolean metadataV2) {

    private static final String X86 = "x86_64";
    private static final List<String> USUAL_ROOTS = List.of("/dev/xvda", "/dev/sda1");
    private static final int USUAL_GIB = 8;

    /** @throws io.vpclocal.protocol.AwsException if the type has another architecture */
    static LaunchImage of(Image image, Optional<InstanceType> type) {
        type.map(InstanceType::architectures)
                .filter(all -> !all.contains(image.architecture()))
                .ifPresent(all -> {
                    throw InstanceErrors.architecture(all.get(0), image.architecture());
                });
        return new LaunchImage(
                image.architecture(),
                image.platform(),
                image.rootDevice(),
                new ImageVolume(image.rootGib(), image.rootType(), image.snapshotId()),
                metadataV2(image));
    }

    /** Amazon Linux 2023 is made for version 2 of the metadata service. */
    static boolean metadataV2(Image image) {
        return image.name().startsWith("al2023-");
    }

    /** An image that the catalogue does not have: one for Linux that fits the type. */
    static LaunchImage unknown(String id, Optional<InstanceType> type, List<BlockDeviceMapping> mappings) {
        String architecture = type.map(InstanceType::architectures)
                .map(all -> all.contains(X86) ? X86 : all.get(0))
                .orElse(X86);
        String root = mappings.stream()
                .map(BlockDeviceMapping::deviceName)
                .filter(name -> name != null && USUAL_ROOTS.contains(name))
                .findFirst()
                .orElse(USUAL_ROOTS.get(0));
        ImageVolume volume = new ImageVolume(USUAL_GIB, "gp2", id.replaceFirst("ami-", "snap-"));
        return new LaunchImage(architecture, "Linux/UNIX", root, volume, false);
    }
}
