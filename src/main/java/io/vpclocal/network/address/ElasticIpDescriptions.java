package io.vpclocal.network.address;

import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.network.networkinterface.Attachment;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeAddressesResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

/** DescribeAddresses and DescribeAddressesAttribute. */
@Component
class ElasticIpDescriptions {

    private static final Describe<ElasticIpEntity> ATTRIBUTE = Describe.<ElasticIpEntity>filters()
            .maxResults(MaxResults.classic(1, 1000))
            .build();

    private final ElasticIps addresses;
    private final PublicAssociations associations;
    private final Describer describer;

    ElasticIpDescriptions(ElasticIps addresses, PublicAssociations associations, Describer describer) {
        this.addresses = addresses;
        this.associations = associations;
        this.describer = describer;
    }

    DescribeAddressesResponse describe(Scope scope, DescribeAddressesRequest request) {
        List<String> ids = new ArrayList<>(request.allocationIds());
        ids.addAll(idsOf(scope, request.publicIps()));
        Map<String, InterfaceAddress> targets = targets(scope, ids);
        Page<ElasticIpEntity> page = describer.page(
                filters(targets),
                ElasticIpEntity.class,
                ElasticIpService.KIND,
                scope,
                ids,
                request.filters(),
                null,
                null);
        return DescribeAddressesResponse.builder()
                .addresses(page.map(
                        (address, tags) -> toWire(address, tags, targets.get(address.id())), ElasticIpEntity::id))
                .build();
    }

    /** AWS lists only addresses that have the attribute: Terraform waits for an address to leave the list. */
    DescribeAddressesAttributeResponse describeAttribute(Scope scope, DescribeAddressesAttributeRequest request) {
        List<String> ids = request.allocationIds();
        List<ElasticIpEntity> asked = ids.isEmpty()
                ? addresses.findAll(scope)
                : ids.stream()
                        .map(id -> addresses.find(scope, id).orElseThrow(() -> ElasticIpService.KIND.missing(id)))
                        .toList();
        Page<ElasticIpEntity> page = describer.page(
                ATTRIBUTE,
                asked.stream().filter(address -> address.ptrRecord() != null).toList(),
                ElasticIpEntity::id,
                "DescribeAddressesAttribute " + ids,
                scope,
                List.of(),
                request.maxResults(),
                request.nextToken());
        return DescribeAddressesAttributeResponse.builder()
                .addresses(page.map(ReverseDnsController::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    private List<String> idsOf(Scope scope, List<String> publicIps) {
        if (publicIps.isEmpty()) {
            return List.of();
        }
        List<ElasticIpEntity> found = addresses.byPublicIps(scope.account(), scope.region(), publicIps);
        for (String publicIp : publicIps) {
            if (found.stream().noneMatch(address -> address.publicIp().equals(publicIp))) {
                throw ElasticIpErrors.addressNotFound(publicIp);
            }
        }
        return found.stream().map(ElasticIpEntity::id).toList();
    }

    /** The associations of all addresses are read together, since the description is not paged. */
    private Map<String, InterfaceAddress> targets(Scope scope, List<String> ids) {
        List<String> asked = ids.isEmpty()
                ? addresses.findAll(scope).stream().map(ElasticIpEntity::id).toList()
                : ids;
        return associations.of(asked);
    }

    private static Describe<ElasticIpEntity> filters(Map<String, InterfaceAddress> targets) {
        return Describe.<ElasticIpEntity>filters()
                .column("allocation-id", "resourceId", ElasticIpEntity::id)
                .column("public-ip", "publicIp", ElasticIpEntity::publicIp)
                .filter("association-id", a -> associated(targets.get(a.id()), PublicAssociation::associationId))
                .filter("domain", a -> "vpc")
                .filter("instance-id", a -> instance(targets.get(a.id())))
                .filter("network-border-group", ElasticIpEntity::region)
                .filter("network-interface-id", a -> on(targets.get(a.id()), NetworkInterfaceEntity::id))
                .filter("network-interface-owner-id", a -> on(targets.get(a.id()), NetworkInterfaceEntity::account))
                .filter("private-ip-address", a -> of(targets.get(a.id()), InterfaceAddress::address))
                .filter("public-ipv4-pool", a -> "amazon")
                .tags()
                .build();
    }

    private static Address toWire(ElasticIpEntity address, List<Tag> tags, @Nullable InterfaceAddress target) {
        return Address.builder()
                .allocationId(address.id())
                .publicIp(address.publicIp())
                .domain("vpc")
                .publicIpv4Pool("amazon")
                .networkBorderGroup(address.region())
                .associationId(associated(target, PublicAssociation::associationId))
                .instanceId(instance(target))
                .networkInterfaceId(on(target, NetworkInterfaceEntity::id))
                .networkInterfaceOwnerId(on(target, NetworkInterfaceEntity::account))
                .privateIpAddress(of(target, InterfaceAddress::address))
                .tags(orAbsent(tags))
                .build();
    }

    private static @Nullable String of(
            @Nullable InterfaceAddress target, Function<InterfaceAddress, @Nullable String> value) {
        return target == null ? null : value.apply(target);
    }

    private static @Nullable String on(
            @Nullable InterfaceAddress target, Function<NetworkInterfaceEntity, @Nullable String> value) {
        return target == null ? null : value.apply(target.networkInterface());
    }

    private static @Nullable String associated(
            @Nullable InterfaceAddress target, Function<PublicAssociation, @Nullable String> value) {
        return Optional.ofNullable(target)
                .flatMap(InterfaceAddress::association)
                .map(value)
                .orElse(null);
    }

    private static @Nullable String instance(@Nullable InterfaceAddress target) {
        return Optional.ofNullable(target)
                .flatMap(address -> address.networkInterface().attachment())
                .map(Attachment::instanceId)
                .orElse(null);
    }
}
