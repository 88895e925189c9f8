package io.vpclocal.traffic.instance;

import io.vpclocal.network.networkinterface.InterfacePlan;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.securitygroup.SecurityGroupVpcService;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.TagStore;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;

/** Creates the network interfaces of new instances. */
@Component
class NewInterfaces {

    private final NetworkInterfaces interfaces;
    private final VpcService vpcs;
    private final SubnetService subnets;
    private final TagStore tags;

    private final SecurityGroupService groups;
    private final SecurityGroupVpcService groupVpcs;

    NewInterfaces(
            NetworkInterfaces interfaces,
            VpcService vpcs,
            SubnetService subnets,
            SecurityGroupService groups,
            SecurityGroupVpcService groupVpcs,
            TagStore tags) {
        this.interfaces = interfaces;
        this.vpcs = vpcs;
        this.subnets = subnets;
        this.groups = groups;
        this.groupVpcs = groupVpcs;
        this.tags = tags;
    }

    /** A new interface, or an existing one that the request names. */
    NetworkInterfaceEntity make(Scope scope, Launch launch, LaunchInterface wanted) {
        if (wanted.existingId() != null) {
            NetworkInterfaceEntity existing = interfaces.lock(scope, wanted.existingId());
            if (existing.requesterManaged()) {
                throw NetworkInterfaces.KIND.notFound(existing.id());
            }
            return existing;
        }
        SubnetEntity subnet =
                wanted.subnetId() == null ? defaultSubnet(scope, launch) : subnets.require(scope, wanted.subnetId());
        requireSameNetwork(scope, wanted.groupIds(), subnet);
        NetworkInterfaceEntity made = interfaces.create(scope, plan(subnet, wanted));
        tags.create(scope, NetworkInterfaces.KIND, made.id(), launch.tags());
        return made;
    }

    private void requireSameNetwork(Scope scope, List<String> groupIds, SubnetEntity subnet) {
        List<SecurityGroupEntity> found = groups.findAll(scope, groupIds);
        for (String groupId : groupIds) {
            if (groupId.isEmpty()) {
                throw InstanceErrors.emptyGroup();
            }
            SecurityGroupEntity group = found.stream()
                    .filter(one -> one.id().equals(groupId))
                    .findFirst()
                    .orElseThrow(() -> InstanceErrors.groupNotFound(groupId, subnet.vpcId()));
            if (!groupVpcs.usableIn(group, subnet.vpcId())) {
                throw InstanceErrors.groupOfOtherVpc(group.id(), subnet.id());
            }
        }
    }

    private static InterfacePlan plan(SubnetEntity subnet, LaunchInterface wanted) {
        InterfacePlan plan = InterfacePlan.in(subnet.id())
                .groups(wanted.groupIds())
                .description(wanted.description())
                .type(wanted.type())
                .prefixes(wanted.ipv4Prefixes(), wanted.ipv6Prefixes())
                .ipv4(wanted.privateIp(), wanted.secondaries(), wanted.secondaryCount());
        ConnectionTrackingSpecificationRequest tracking = wanted.tracking();
        if (tracking != null) {
            plan.tracking(tracking.tcpEstablishedTimeout(), tracking.udpStreamTimeout(), tracking.udpTimeout());
        }
        if (wanted.withoutAddresses()) {
            int asked = Objects.requireNonNullElse(wanted.ipv6Count(), 0);
            return plan.ipv6(wanted.ipv6(), asked, false).withoutAddresses();
        }
        if (subnet.ipv6Native()) {
            plan.withoutIpv4();
        }
        boolean byItself = subnet.ipv6Native() || subnet.assignIpv6AddressOnCreation();
        int free =
                wanted.ipv6Count() != null ? wanted.ipv6Count() : wanted.ipv6().isEmpty() && byItself ? 1 : 0;
        return plan.ipv6(wanted.ipv6(), free, wanted.primaryIpv6());
    }

    /** AWS chooses the zone; the emulator takes the first. */
    private SubnetEntity defaultSubnet(Scope scope, Launch launch) {
        VpcEntity vpc = vpcs.findDefault(scope).orElseThrow(InstanceErrors::noDefaultVpc);
        return subnets.ofVpc(scope, vpc.id()).stream()
                .filter(SubnetEntity::isDefaultForAz)
                .filter(subnet -> launch.availabilityZone() == null
                        || launch.availabilityZone().equals(subnet.availabilityZone()))
                .findFirst()
                .orElseThrow(() -> InstanceErrors.noDefaultSubnet(vpc.id()));
    }
}
