package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Reads the settings of an instance from a launch. */
final class SettingsReader {

    private SettingsReader() {}

    /**
     * @param cpuCredits null for types without CPU credits
     * @throws io.vpclocal.protocol.AwsException if a setting is not possible
     */
    static InstanceSettings read(RunInstancesRequest request, LaunchImage image, @Nullable String cpuCredits) {
        String tenancy =
                request.placement() == null ? null : request.placement().tenancyAsString();
        InstanceSettings settings = new InstanceSettings(
                image,
                tenancy == null ? "default" : tenancy,
                MetadataOptionsWire.read(image.metadataV2(), request.metadataOptions()),
                LaunchOptionsWire.read(request));
        settings.disableApiTermination(isTrue(request.disableApiTermination()));
        settings.disableApiStop(isTrue(request.disableApiStop()));
        if (request.instanceInitiatedShutdownBehavior() != null) {
            settings.shutdownBehavior(request.instanceInitiatedShutdownBehaviorAsString());
        }
        settings.userData(UserData.require(request.userData()));
        settings.ebsOptimized(isTrue(request.ebsOptimized()));
        settings.monitoring(
                request.monitoring() != null && isTrue(request.monitoring().enabled()));
        settings.cpuCredits(cpuCredits);
        return settings;
    }
}
