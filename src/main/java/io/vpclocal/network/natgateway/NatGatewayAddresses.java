package io.vpclocal.network.natgateway;

import io.vpclocal.network.address.ElasticIpEntity;
import io.vpclocal.network.address.ElasticIpService;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The secondary addresses of NAT gateways. They are private addresses of the gateway's network interface. */
@Component
class NatGatewayAddresses {

    /** The errors of the actions on NAT gateways about allocation ids. */
    private static final ResourceKind ELASTIC_IP =
            new ResourceKind("elastic-ip", "eipalloc", "elasticIp", "InvalidElasticIpID");

    private final NatGateways gateways;
    private final SubnetService subnets;
    private final NetworkInterfaces interfaces;
    private final ElasticIpService elasticIps;
    private final PublicAssociations associations;
    private final Quotas quotas;

    NatGatewayAddresses(
            NatGateways gateways,
            SubnetService subnets,
            NetworkInterfaces interfaces,
            ElasticIpService elasticIps,
            PublicAssociations associations,
            Quotas quotas) {
        this.gateways = gateways;
        this.subnets = subnets;
        this.interfaces = interfaces;
        this.elasticIps = elasticIps;
        this.associations = associations;
        this.quotas = quotas;
    }

    /** A gateway and those of its secondary addresses that a call changed. */
    record Changed(NatGatewayEntity gateway, List<SecondaryAddress> addresses) {}

    /** The Elastic IP address of an allocation, locked. */
    ElasticIpEntity elasticIp(Scope scope, String allocationId) {
        if (!ELASTIC_IP.wellFormed(allocationId)) {
            throw NatGatewayErrors.malformedAllocation(allocationId);
        }
        return elasticIps.lock(scope, allocationId).orElseThrow(() -> ELASTIC_IP.notFound(allocationId));
    }

    /** @throws AwsException if a request gives an Elastic IP address to two private addresses (UNVERIFIED: the code) */
    static void requireDistinct(List<String> allocationIds) {
        Set<String> seen = new HashSet<>();
        allocationIds.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw NatGatewayErrors.alreadyAssociated(id);
        });
    }

    /** Adds the secondary addresses of a gateway that has its interface. */
    void fill(NatGatewayEntity made, NatGatewayPlan plan) {
        if (made.isPublic()) {
            associate(made, plan.moreAllocationIds(), plan.morePrivateIps());
        } else if (!plan.morePrivateIps().isEmpty() || plan.morePrivateCount() > 0) {
            assign(made, plan.morePrivateIps(), plan.morePrivateCount());
        }
    }

    /** @param privateIps the private addresses for the first of the Elastic IP addresses; any for the others */
    Changed associate(Scope scope, String id, List<String> allocationIds, List<String> privateIps) {
        NatGatewayEntity gateway = lock(scope, id);
        if (!gateway.isPublic()) {
            throw NatGatewayErrors.wrongConnectivity(id, "private");
        }
        requireDistinct(allocationIds);
        for (String allocationId : allocationIds) {
            ElasticIpEntity address = elasticIp(scope, allocationId);
            elasticIps.target(address.id()).ifPresent(taken -> {
                throw NatGatewayErrors.alreadyAssociated(allocationId);
            });
        }
        return new Changed(gateway, associate(gateway, allocationIds, privateIps));
    }

    Changed disassociate(Scope scope, String id, List<String> associationIds) {
        NatGatewayEntity gateway = lock(scope, id);
        if (associationIds.contains(gateway.associationId())) {
            throw NatGatewayErrors.primaryStays(id);
        }
        List<SecondaryAddress> gone =
                chosen(gateway, associationIds, SecondaryAddress::associationId, Ec2Errors::associationNotFound);
        associationIds.forEach(association -> associations.disassociate(scope, association));
        return remove(gateway, gone);
    }

    Changed assign(Scope scope, String id, List<String> privateIps, int count) {
        NatGatewayEntity gateway = lockPrivate(scope, id);
        return new Changed(gateway, assign(gateway, privateIps, count));
    }

    Changed unassign(Scope scope, String id, List<String> privateIps) {
        NatGatewayEntity gateway = lockPrivate(scope, id);
        if (gateway.privateIp().filter(privateIps::contains).isPresent()) {
            throw NatGatewayErrors.primaryStays(id);
        }
        return remove(
                gateway,
                chosen(gateway, privateIps, SecondaryAddress::privateIp, ip -> NatGatewayErrors.notAssigned(ip, id)));
    }

    private List<SecondaryAddress> associate(
            NatGatewayEntity gateway, List<String> allocationIds, List<String> privateIps) {
        if (privateIps.size() > allocationIds.size()) {
            throw NatGatewayErrors.morePrivateThanPublic();
        }
        if (allocationIds.isEmpty()) {
            return List.of();
        }
        quotas.requireRoom(
                () -> gateway.secondaries().size() + allocationIds.size(),
                NatGatewayLimits.ELASTIC_IPS_PER_GATEWAY,
                "NatGatewayLimitExceeded",
                "The maximum number of Elastic IP addresses per NAT gateway has been reached.");
        List<InterfaceAddress> targets = add(gateway, privateIps, allocationIds.size() - privateIps.size());
        List<SecondaryAddress> added = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            ElasticIpEntity address = elasticIp(gateway.scope(), allocationIds.get(i));
            InterfaceAddress target = targets.get(i);
            added.add(new SecondaryAddress(
                    target.address(), address.id(), elasticIps.associate(address, target), address.publicIp()));
        }
        gateway.secondaries().addAll(added);
        return added;
    }

    private List<SecondaryAddress> assign(NatGatewayEntity gateway, List<String> privateIps, int count) {
        List<SecondaryAddress> added = add(gateway, privateIps, count).stream()
                .map(address -> new SecondaryAddress(address.address()))
                .toList();
        gateway.secondaries().addAll(added);
        return added;
    }

    private List<InterfaceAddress> add(NatGatewayEntity gateway, List<String> privateIps, int count) {
        if (gateway.secondaries().size() + privateIps.size() + count > NatGatewayLimits.MOST_SECONDARIES) {
            throw NatGatewayErrors.tooMany(gateway.id());
        }
        return interfaces.addIpv4(gateway.scope(), interfaceOf(gateway), privateIps, count);
    }

    private Changed remove(NatGatewayEntity gateway, List<SecondaryAddress> gone) {
        interfaces.removeIpv4(
                gateway.scope(),
                interfaceOf(gateway),
                gone.stream().map(SecondaryAddress::privateIp).toList());
        gateway.secondaries().removeAll(gone);
        return new Changed(gateway, gone);
    }

    private static List<SecondaryAddress> chosen(
            NatGatewayEntity gateway,
            List<String> wanted,
            Function<SecondaryAddress, @Nullable String> key,
            Function<String, AwsException> missing) {
        return wanted.stream()
                .distinct()
                .map(text -> gateway.secondaries().stream()
                        .filter(address -> text.equals(key.apply(address)))
                        .findFirst()
                        .orElseThrow(() -> missing.apply(text)))
                .toList();
    }

    private NatGatewayEntity lockPrivate(Scope scope, String id) {
        NatGatewayEntity gateway = lock(scope, id);
        if (gateway.isPublic()) {
            throw NatGatewayErrors.wrongConnectivity(id, "public");
        }
        return gateway;
    }

    /** Locks the gateway's subnet, then the gateway. */
    private NatGatewayEntity lock(Scope scope, String id) {
        NatGatewayEntity found = available(gateways.find(scope, id), id);
        subnets.lock(scope, found.subnetId());
        return available(gateways.lock(scope, id), id);
    }

    private static NatGatewayEntity available(Optional<NatGatewayEntity> gateway, String id) {
        return gateway.filter(NatGatewayEntity::isAvailable).orElseThrow(() -> NatGatewayErrors.missing(id));
    }

    private static String interfaceOf(NatGatewayEntity gateway) {
        String id = gateway.networkInterfaceId();
        if (id == null) {
            throw NatGatewayErrors.notFound(gateway.id());
        }
        return id;
    }
}
