package io.vpclocal.traffic.instance;

import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.Placement;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/**
 * Condition keys of instances to create (Service Authorization Reference, Amazon EC2: RunInstances). Images and volumes
 * have only their ids, because they are not emulated.
 */
@Component
class LaunchAttributes implements RequestAttributes {

    private static final String NEW = "*";

    private final SubnetService subnets;
    private final NetworkInterfaces interfaces;

    LaunchAttributes(SubnetService subnets, NetworkInterfaces interfaces) {
        this.subnets = subnets;
        this.interfaces = interfaces;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:RunInstances");
    }

    /** An instance uses existing interfaces, new ones, or both. */
    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        List<String> ids = new ArrayList<>();
        if (request instanceof RunInstancesRequest launch) {
            for (InstanceNetworkInterfaceSpecification wanted : launch.networkInterfaces()) {
                ids.add(Objects.requireNonNullElse(wanted.networkInterfaceId(), NEW));
            }
        }
        return Map.of(NetworkInterfaces.KIND.type(), ids);
    }

    @Override
    public Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        if (!(request instanceof RunInstancesRequest launch)) {
            return Map.of();
        }
        return switch (resourceType) {
            case "instance" -> ofInstance(call.scope(), launch);
            case "network-interface" -> ofInterface(call.scope(), launch);
            case "volume" -> zone(launch, subnet(call.scope(), launch));
            default -> Map.of();
        };
    }

    private Map<String, List<String>> ofInstance(Scope scope, RunInstancesRequest launch) {
        Map<String, List<String>> keys = zone(launch, subnet(scope, launch));
        keys.put("ec2:InstanceType", List.of(Launch.type(launch)));
        Placement placement = launch.placement();
        String tenancy = placement == null ? null : placement.tenancyAsString();
        keys.put("ec2:Tenancy", List.of(Objects.requireNonNullElse(tenancy, "default")));
        IamInstanceProfileSpecification profile = launch.iamInstanceProfile();
        if (profile != null) {
            String named = scope.partition() + ":iam::" + scope.account() + ":instance-profile/" + profile.name();
            keys.put("ec2:InstanceProfile", List.of(Objects.requireNonNullElse(profile.arn(), "arn:" + named)));
        }
        return keys;
    }

    private Map<String, List<String>> ofInterface(Scope scope, RunInstancesRequest launch) {
        Optional<SubnetEntity> subnet = subnet(scope, launch);
        Map<String, List<String>> keys = zone(launch, subnet);
        subnet.ifPresent(found -> {
            keys.put("ec2:Subnet", List.of(scope.arn("ec2", SubnetService.KIND.type() + "/" + found.id())));
            keys.put("ec2:Vpc", List.of(found.vpcArn()));
        });
        return keys;
    }

    private static Map<String, List<String>> zone(RunInstancesRequest launch, Optional<SubnetEntity> subnet) {
        Map<String, List<String>> keys = new HashMap<>();
        Optional.ofNullable(launch.placement())
                .map(Placement::availabilityZone)
                .or(() -> subnet.map(SubnetEntity::availabilityZone))
                .ifPresent(zone -> keys.put("ec2:AvailabilityZone", List.of(zone)));
        return keys;
    }

    /** The instance's subnet, or that of its first interface. */
    private Optional<SubnetEntity> subnet(Scope scope, RunInstancesRequest launch) {
        return Stream.concat(
                        Stream.ofNullable(launch.subnetId()),
                        launch.networkInterfaces().stream().flatMap(wanted -> subnetOf(scope, wanted)))
                .findFirst()
                .flatMap(id -> subnets.find(scope, id));
    }

    private Stream<String> subnetOf(Scope scope, InstanceNetworkInterfaceSpecification wanted) {
        return wanted.networkInterfaceId() == null
                ? Stream.ofNullable(wanted.subnetId())
                : interfaces.find(scope, wanted.networkInterfaceId()).map(found -> found.subnetId()).stream();
    }
}
