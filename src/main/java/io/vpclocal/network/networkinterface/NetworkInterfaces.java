package io.vpclocal.network.networkinterface;

import io.vpclocal.network.securitygroup.SecurityGroupEntity;
import io.vpclocal.network.securitygroup.SecurityGroupService;
import io.vpclocal.network.securitygroup.SecurityGroupVpcService;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Network interfaces for other modules. Services create, change, and delete their own interfaces here, without the
 * checks that apply to accounts. Every change locks the VPC and the subnet first.
 */
@Service
public class NetworkInterfaces {

    public static final ResourceKind KIND = new ResourceKind(
            "network-interface",
            "eni",
            "networkInterface",
            "InvalidNetworkInterfaceID",
            "InvalidNetworkInterfaceId",
            ResourceKind.NAMED_ID);

    private static final String SERVICE_OWNER = "amazon-aws";

    private final NetworkInterfaceRepository interfaces;
    private final InterfaceAddresses addresses;
    private final InterfacePrefixes prefixes;
    private final InterfaceCapacity capacity;
    private final SubnetService subnets;
    private final SecurityGroupService groups;
    private final SecurityGroupVpcService groupVpcs;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    NetworkInterfaces(
            NetworkInterfaceRepository interfaces,
            InterfaceAddresses addresses,
            InterfacePrefixes prefixes,
            InterfaceCapacity capacity,
            SubnetService subnets,
            SecurityGroupService groups,
            SecurityGroupVpcService groupVpcs,
            TagStore tags,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.interfaces = interfaces;
        this.addresses = addresses;
        this.prefixes = prefixes;
        this.capacity = capacity;
        this.subnets = subnets;
        this.groups = groups;
        this.groupVpcs = groupVpcs;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<NetworkInterfaceEntity> find(Scope scope, String id) {
        return interfaces.find(scope, id);
    }

    /** @throws AwsException {@code InvalidNetworkInterfaceID.NotFound} or {@code InvalidNetworkInterfaceId.Malformed} */
    public NetworkInterfaceEntity require(Scope scope, String id) {
        return interfaces.find(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /** Finds an interface and locks its VPC, its subnet, and the interface. */
    public NetworkInterfaceEntity lock(Scope scope, String id) {
        String subnetId =
                interfaces.subnetIdOf(scope.account(), scope.region(), id).orElseThrow(() -> KIND.missing(id));
        subnets.lock(scope, subnetId);
        return interfaces.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    /** The existing resources among the ids, in the order of their creation. */
    public List<NetworkInterfaceEntity> findAll(Scope scope, Collection<String> interfaceIds) {
        return interfaces.findAll(scope, interfaceIds);
    }

    /** All interfaces in the order of their creation. */
    public List<NetworkInterfaceEntity> findAll(Scope scope) {
        return interfaces.findAll(scope);
    }

    /** The account and Region of the interface that has a public IPv4 address or an IPv6 address. */
    public Optional<Scope> ownerOfPublic(String address) {
        return address.indexOf(':') < 0
                ? interfaces.byPublicIp(address).map(NetworkInterfaceEntity::scope)
                : interfaces.byIpv6(address).stream().findFirst().map(NetworkInterfaceEntity::scope);
    }

    /** A VPC's interfaces in the order of their creation. */
    public List<NetworkInterfaceEntity> ofVpc(Scope scope, String vpcId) {
        return interfaces.ofVpc(scope.account(), scope.region(), vpcId);
    }

    /** An instance's interfaces in the order of their device index. */
    public List<NetworkInterfaceEntity> ofInstance(Scope scope, String instanceId) {
        return interfaces.ofInstance(scope.account(), scope.region(), instanceId);
    }

    /** The interfaces of several instances in the order of their device index, in one query. */
    public List<NetworkInterfaceEntity> ofInstances(Scope scope, Collection<String> instanceIds) {
        return instanceIds.isEmpty() ? List.of() : interfaces.ofInstances(scope.account(), scope.region(), instanceIds);
    }

    /** The interfaces that serve a resource, such as a VPC endpoint, in the order of their creation. */
    public List<NetworkInterfaceEntity> managedBy(Scope scope, String resourceId) {
        return interfaces.managedBy(scope.account(), scope.region(), resourceId);
    }

    /** The interface that has a private address in a VPC. The address is in its stored form. */
    public Optional<InterfaceAddress> byAddress(Scope scope, String vpcId, String address) {
        return interfaces.address(scope.account(), scope.region(), vpcId, address);
    }

    /**
     * Creates an interface. The interface of a service is attached from the start.
     *
     * @throws AwsException if the subnet or a group does not exist, they are in different VPCs, or an address is not
     *     available
     */
    public NetworkInterfaceEntity create(Scope scope, InterfacePlan plan) {
        SubnetEntity subnet = subnets.lock(scope, plan.subnetId());
        quotas.requireRoom(
                () -> interfaces.count(scope),
                NetworkInterfaceLimits.INTERFACES_PER_REGION,
                "NetworkInterfaceLimitExceeded",
                "The maximum number of network interfaces has been reached.");
        NetworkInterfaceEntity made =
                new NetworkInterfaceEntity(subnet, ids.next("eni"), clock.instant(), macAddress(), plan);
        if (plan.grouped()) {
            requireKnown(scope, plan.groupIds());
            made.join(groupsOf(scope, subnet.vpcId(), plan.groupIds()));
        }
        if (made.managed()) {
            made.attach(new Attachment(ids.next("ela-attach"), null, SERVICE_OWNER, 1, clock.instant(), false));
        }
        interfaces.save(made);
        addresses.fill(made, subnet, plan);
        prefixes.addIpv4(
                made, subnet, plan.ipv4Prefixes().wanted(), plan.ipv4Prefixes().count());
        prefixes.addIpv6(
                made, subnet, plan.ipv6Prefixes().wanted(), plan.ipv6Prefixes().count());
        made.denyAllIgwTraffic(
                made.interfaceType().endsWith("_endpoint") && !made.ipv6().isEmpty());
        return made;
    }

    /** Attaches an interface to an instance of its own account. */
    public Attachment attach(Scope scope, String id, String instanceId, int deviceIndex, boolean deleteOnTermination) {
        NetworkInterfaceEntity found = lock(scope, id);
        if (found.attachment().isPresent()) {
            throw NetworkInterfaceErrors.attached(id);
        }
        List<NetworkInterfaceEntity> present = ofInstance(scope, instanceId);
        if (present.stream()
                .flatMap(other -> other.attachment().stream())
                .anyMatch(other -> other.deviceIndex() == deviceIndex)) {
            throw NetworkInterfaceErrors.deviceTaken(instanceId, deviceIndex);
        }
        requireSameZone(found, ofInstance(scope, instanceId));
        capacity.requireRoom(instanceId, present, found);
        Attachment attachment = new Attachment(
                ids.next("eni-attach"), instanceId, scope.account(), deviceIndex, clock.instant(), deleteOnTermination);
        found.attach(attachment);
        return attachment;
    }

    private static void requireSameZone(NetworkInterfaceEntity added, List<NetworkInterfaceEntity> present) {
        if (present.stream().anyMatch(other -> !other.availabilityZone().equals(added.availabilityZone()))) {
            throw NetworkInterfaceErrors.otherZone();
        }
    }

    public void detach(Scope scope, String id) {
        lock(scope, id).detach();
    }

    /** Replaces an interface's groups; an empty list means the VPC's default group. */
    public NetworkInterfaceEntity changeGroups(Scope scope, String id, List<String> groupIds) {
        NetworkInterfaceEntity found = lock(scope, id);
        groupIds.stream()
                .filter(one -> !SecurityGroupService.KIND.wellFormed(one))
                .findFirst()
                .ifPresent(one -> {
                    throw SecurityGroupService.KIND.notFound(one);
                });
        found.join(groupsOf(scope, found.vpcId(), groupIds));
        return found;
    }

    /** Switches the check whether packets are from or to the interface's own addresses. */
    public void checkSourceAndDestination(Scope scope, String id, boolean on) {
        lock(scope, id).checkSourceAndDestination(on);
    }

    /** Replaces an interface's primary address or its first IPv6 address; null keeps the address. */
    public NetworkInterfaceEntity replaceAddresses(
            Scope scope, String id, @Nullable String ipv4, @Nullable String ipv6) {
        NetworkInterfaceEntity found = lock(scope, id);
        addresses.replace(found, subnets.require(scope, found.subnetId()), ipv4, ipv6);
        return found;
    }

    /** Assigns one free IPv6 address to an interface, or removes its IPv6 addresses. */
    public NetworkInterfaceEntity changeIpv6(Scope scope, String id, boolean on) {
        NetworkInterfaceEntity found = lock(scope, id);
        if (!on) {
            found.ipv6().forEach(found::remove);
        } else if (found.ipv6().isEmpty()) {
            addresses.addIpv6(found, subnets.require(scope, found.subnetId()), List.of(), 1, false);
        }
        found.denyAllIgwTraffic(on && found.interfaceType().endsWith("_endpoint"));
        return found;
    }

    /**
     * Assigns secondary IPv4 addresses to an interface: the given ones, then the given number of free ones.
     *
     * @throws AwsException if an address is not available
     */
    public List<InterfaceAddress> addIpv4(Scope scope, String id, List<String> wanted, int count) {
        NetworkInterfaceEntity found = lock(scope, id);
        if (wanted.stream().anyMatch(text -> found.ipv4().stream().anyMatch(address -> address.is(text)))) {
            throw NetworkInterfaceErrors.addressInUse();
        }
        Set<String> distinct = new HashSet<>();
        wanted.stream().filter(text -> !distinct.add(text)).findFirst().ifPresent(text -> {
            throw NetworkInterfaceErrors.addressTwice(text);
        });
        int before = found.ipv4().size();
        addresses.addIpv4(found, subnets.require(scope, found.subnetId()), wanted, count, false);
        List<InterfaceAddress> all = found.ipv4();
        return all.subList(before, all.size());
    }

    /** Takes secondary IPv4 addresses from an interface, with their public addresses. */
    public void removeIpv4(Scope scope, String id, Collection<String> texts) {
        NetworkInterfaceEntity found = lock(scope, id);
        found.ipv4().stream()
                .filter(address -> !address.isPrimary() && texts.contains(address.address()))
                .forEach(found::remove);
    }

    /** Deletes an interface, attached or not, and frees its public addresses. */
    public void delete(Scope scope, String id) {
        NetworkInterfaceEntity found = lock(scope, id);
        tags.forget(scope, id);
        interfaces.delete(found);
    }

    private void requireKnown(Scope scope, List<String> groupIds) {
        for (String groupId : groupIds) {
            if (groups.find(scope, groupId).isEmpty()) {
                throw NetworkInterfaceErrors.groupNotFound(groupId);
            }
        }
    }

    /** The groups by id, validated; the VPC's default group if no id is given. */
    List<String> groupsOf(Scope scope, String vpcId, List<String> wanted) {
        if (wanted.isEmpty()) {
            return List.of(groups.defaultOf(scope, vpcId).id());
        }
        List<SecurityGroupEntity> found = groups.requireAll(scope, wanted);
        if (found.stream().anyMatch(group -> !groupVpcs.usableIn(group, vpcId))) {
            throw Ec2Errors.groupOfOtherVpc();
        }
        if (found.size() > NetworkInterfaceLimits.MOST_GROUPS_PER_INTERFACE) {
            throw Ec2Errors.tooManyGroups();
        }
        AwsException tooMany = Ec2Errors.tooManyGroups();
        quotas.requireRoom(
                () -> found.size() - 1, NetworkInterfaceLimits.GROUPS_PER_INTERFACE, tooMany.code(), tooMany.text());
        return found.stream().map(SecurityGroupEntity::id).toList();
    }

    /** A locally administered MAC address, as AWS uses. */
    private String macAddress() {
        String hex = ids.hex(10);
        StringBuilder mac = new StringBuilder("02");
        for (int i = 0; i < hex.length(); i += 2) {
            mac.append(':').append(hex, i, i + 2);
        }
        return mac.toString();
    }
}
