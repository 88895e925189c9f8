package io.vpclocal.network.networkinterface;

import io.vpclocal.resource.Describe;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.WireForms;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of DescribeNetworkInterfaces. */
final class NetworkInterfaceFilters {

    private NetworkInterfaceFilters() {}

    static Describe<NetworkInterfaceEntity> with(DnsNames names) {
        Describe.Builder<NetworkInterfaceEntity> filters = Describe.filters();
        own(filters);
        addresses(filters, names);
        associations(filters, names);
        attachment(filters);
        return filters.tags()
                .maxResults(MaxResults.named(5, 1000))
                .idsExcludePaging("NetworkInterfaceIds")
                .build();
    }

    private static void own(Describe.Builder<NetworkInterfaceEntity> filters) {
        filters.column("network-interface-id", "resourceId", NetworkInterfaceEntity::id)
                .column("vpc-id", "vpcId", NetworkInterfaceEntity::vpcId)
                .column("subnet-id", "subnetId", NetworkInterfaceEntity::subnetId)
                .column("availability-zone", "availabilityZone", NetworkInterfaceEntity::availabilityZone)
                .column("availability-zone-id", "availabilityZoneId", NetworkInterfaceEntity::availabilityZoneId)
                .column("description", "description", NetworkInterfaceEntity::description)
                .column("interface-type", "interfaceType", NetworkInterfaceEntity::interfaceType)
                .column("mac-address", "macAddress", NetworkInterfaceEntity::macAddress)
                .column("owner-id", "account", NetworkInterfaceEntity::account)
                .filter("group-id", NetworkInterfaceEntity::groupIds)
                .filter("operator.managed", n -> false)
                .filter("operator.principal", n -> null)
                .filter("requester-id", NetworkInterfaceEntity::requesterId)
                .filter("requester-managed", NetworkInterfaceEntity::requesterManaged)
                .filter("source-dest-check", NetworkInterfaceEntity::sourceDestCheck)
                .filter("status", NetworkInterfaceEntity::status);
    }

    private static void addresses(Describe.Builder<NetworkInterfaceEntity> filters, DnsNames names) {
        filters.filter("private-ip-address", n -> texts(n.ipv4()))
                .filter("addresses.private-ip-address", n -> texts(n.ipv4()))
                .filter(
                        "addresses.primary",
                        n -> n.ipv4().stream().map(InterfaceAddress::isPrimary).toList())
                .filter("ipv6-addresses.ipv6-address", n -> texts(n.ipv6()))
                .filter("private-dns-name", n -> n.ipv4().stream()
                        .map(address -> names.privateName(n, address.address()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static void associations(Describe.Builder<NetworkInterfaceEntity> filters, DnsNames names) {
        filters.filter("addresses.association.owner-id", n -> associated(n, PublicAssociation::ipOwnerId))
                .filter("addresses.association.public-ip", n -> associated(n, PublicAssociation::publicIp))
                .filter("association.ip-owner-id", n -> associated(n, PublicAssociation::ipOwnerId))
                .filter("association.public-ip", n -> associated(n, PublicAssociation::publicIp))
                .filter("association.allocation-id", n -> associated(n, PublicAssociation::allocationId))
                .filter("association.association-id", n -> associated(n, PublicAssociation::associationId))
                .filter("association.public-dns-name", n -> associated(n, a -> names.publicName(n, a.publicIp())));
    }

    private static void attachment(Describe.Builder<NetworkInterfaceEntity> filters) {
        filters.filter("attachment.attachment-id", n -> attached(n, Attachment::attachmentId))
                .filter("attachment.attach-time", n -> attached(n, NetworkInterfaceFilters::shownTime))
                .filter("attachment.delete-on-termination", n -> attached(n, Attachment::deleteOnTermination))
                .filter("attachment.device-index", n -> attached(n, Attachment::deviceIndex))
                .filter("attachment.instance-id", n -> attached(n, Attachment::instanceId))
                .filter("attachment.instance-owner-id", n -> attached(n, Attachment::instanceOwnerId))
                .filter("attachment.status", n -> attached(n, a -> "attached"));
    }

    private static List<String> texts(List<InterfaceAddress> addresses) {
        return addresses.stream().map(InterfaceAddress::address).toList();
    }

    private static List<String> associated(
            NetworkInterfaceEntity of, Function<PublicAssociation, @Nullable String> value) {
        return of.ipv4().stream()
                .flatMap(address -> address.association().stream())
                .map(value)
                .filter(Objects::nonNull)
                .toList();
    }

    /** As described. */
    private static @Nullable Object shownTime(Attachment of) {
        return of.instanceId() == null ? null : WireForms.seconds(of.attachedAt());
    }

    private static @Nullable Object attached(NetworkInterfaceEntity of, Function<Attachment, @Nullable Object> value) {
        return of.attachment().map(value).orElse(null);
    }
}
