package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.compute.volume.VolumePlan;
import io.vpclocal.identity.InstanceProfileLookup.Profile;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Params;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The instances to create.
 *
 * @param interfaces their network interfaces, the primary one first
 * @param reservedTags the tags that AWS adds to instances of a launch template
 * @param settings makes the settings of one instance
 * @param volumes the volumes of each instance, the root volume first
 * @param profile null for none
 * @param placement null for no placement group
 * @param spot null for instances on demand
 */
record Launch(
        String imageId,
        String instanceType,
        @Nullable String keyName,
        @Nullable String clientToken,
        int count,
        @Nullable String availabilityZone,
        @Nullable PrivateDnsNameOptionsRequest names,
        List<LaunchInterface> interfaces,
        List<TagSpecification> tags,
        Map<String, String> reservedTags,
        Supplier<InstanceSettings> settings,
        List<VolumePlan> volumes,
        @Nullable Profile profile,
        @Nullable LaunchPlacement placement,
        @Nullable LaunchSpot spot) {

    private static final String SMALLEST = "m1.small";
    private static final int MOST = 100;
    private static final Pattern IMAGE = Pattern.compile("ami-(?:[0-9a-f]{8}|[0-9a-f]{17})");

    /** @throws io.vpclocal.protocol.AwsException if the request is not possible */
    static Launch of(
            RunInstancesRequest request,
            @Nullable String availabilityZone,
            Map<String, String> reservedTags,
            Supplier<InstanceSettings> settings,
            List<VolumePlan> volumes,
            @Nullable Profile profile,
            @Nullable LaunchPlacement placement) {
        int least = require(request.minCount(), "MinCount");
        int most = require(request.maxCount(), "MaxCount");
        requireCounts(least, most);
        List<LaunchInterface> interfaces = LaunchInterface.of(request);
        if (most > 1 && interfaces.stream().anyMatch(LaunchInterface::unique)) {
            throw InstanceErrors.oneInstance("private address or a network interface");
        }
        return new Launch(
                image(request),
                type(request),
                request.keyName(),
                token(request),
                most,
                availabilityZone,
                request.privateDnsNameOptions(),
                interfaces,
                request.tagSpecifications(),
                reservedTags,
                settings,
                volumes,
                profile,
                placement,
                LaunchSpot.of(request));
    }

    /** The requested type, or the default one. */
    static String type(RunInstancesRequest request) {
        return Objects.requireNonNullElse(request.instanceTypeAsString(), SMALLEST);
    }

    /** The name or id of the requested zone. An empty one is none: Terraform sends it for instances without a zone. */
    static Optional<String> zone(RunInstancesRequest request) {
        Placement placement = request.placement();
        if (placement == null) {
            return Optional.empty();
        }
        String name = Params.given(placement.availabilityZone());
        String id = Params.given(placement.availabilityZoneId());
        if (name != null && id != null) {
            throw Ec2Errors.notTogether("availabilityZone", "availabilityZoneId");
        }
        return Optional.ofNullable(name == null ? id : name);
    }

    /** Any image with a valid id is accepted. */
    static String image(RunInstancesRequest request) {
        String id = require(request.imageId(), "ImageId");
        if (id.startsWith("resolve:ssm:")) {
            throw CommonErrors.notHere("images that a parameter of Systems Manager names");
        }
        if (!IMAGE.matcher(id).matches()) {
            throw InstanceErrors.malformedImage(id);
        }
        return id;
    }

    /** Null for a blank token, which counts as no token. */
    private static @Nullable String token(RunInstancesRequest request) {
        String token = request.clientToken();
        return token == null || token.isBlank() ? null : token;
    }

    /** The options of the subnet for private names, each replaced if the launch has it. */
    InstanceNames names(SubnetEntity subnet) {
        PrivateDnsNameOptionsRequest wanted =
                names == null ? PrivateDnsNameOptionsRequest.builder().build() : names;
        String type = Objects.requireNonNullElse(wanted.hostnameTypeAsString(), subnet.hostnameType());
        subnet.requireHostnameType(type);
        return new InstanceNames(
                type,
                Objects.requireNonNullElse(wanted.enableResourceNameDnsARecord(), subnet.resourceNameDnsARecord()),
                Objects.requireNonNullElse(
                        wanted.enableResourceNameDnsAAAARecord(), subnet.resourceNameDnsAaaaRecord()));
    }

    /** Whether the instance gets a public address at each start. */
    boolean publicAddress(SubnetEntity subnet) {
        LaunchInterface primary = interfaces.get(0);
        return primary.existingId() == null
                && Objects.requireNonNullElse(primary.publicIp(), subnet.mapPublicIpOnLaunch());
    }

    private static void requireCounts(int least, int most) {
        if (least < 1) {
            throw InstanceErrors.countNotPositive("minCount", least);
        }
        if (most < 1) {
            throw InstanceErrors.countNotPositive("maxCount", most);
        }
        if (least > most) {
            throw InstanceErrors.countsReversed(least, most);
        }
        if (most > MOST) {
            throw InstanceErrors.tooMany(most);
        }
    }
}
