package io.vpclocal.network.natgateway;

import io.vpclocal.network.address.ElasticIpEntity;
import io.vpclocal.network.address.ElasticIpService;
import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.network.networkinterface.InterfacePlan;
import io.vpclocal.network.networkinterface.InterfacePlan.Families;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.network.subnet.SubnetService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * The rules of NAT gateways. A gateway is deleted at once. Deleted and failed gateways stay visible for about an hour
 * (Amazon VPC User Guide, NAT gateways).
 */
@Service
public class NatGatewayService {

    /** The error codes of actions other than those on NAT gateways. */
    public static final ResourceKind KIND = new ResourceKind("natgateway", "nat", "natGateway", "InvalidNatGatewayID");

    /** The account that AWS shows in eu-west-1. Other Regions may have another account. */
    private static final String REQUESTER = "036872051663";

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final NatGateways gateways;
    private final SubnetService subnets;
    private final NetworkInterfaces interfaces;
    private final ElasticIpService elasticIps;
    private final NatGatewayAddresses addresses;
    private final InternetGatewayService internetGateways;
    private final TagStore tags;
    private final Ids ids;
    private final Clock clock;

    NatGatewayService(
            NatGateways gateways,
            SubnetService subnets,
            NetworkInterfaces interfaces,
            ElasticIpService elasticIps,
            NatGatewayAddresses addresses,
            InternetGatewayService internetGateways,
            TagStore tags,
            Ids ids,
            Clock clock) {
        this.gateways = gateways;
        this.subnets = subnets;
        this.interfaces = interfaces;
        this.elasticIps = elasticIps;
        this.addresses = addresses;
        this.internetGateways = internetGateways;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /** A gateway, including deleted and failed ones that are still visible. */
    public Optional<NatGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id).filter(this::remembered);
    }

    /** @throws AwsException {@code InvalidNatGatewayID.NotFound} unless it is available */
    public NatGatewayEntity requireAvailable(Scope scope, String id) {
        return gateways.find(scope, id).filter(NatGatewayEntity::isAvailable).orElseThrow(() -> KIND.missing(id));
    }

    /** A VPC's available gateways in the order of their creation. */
    public List<NatGatewayEntity> availableIn(Scope scope, String vpcId) {
        return gateways.availableIn(scope.account(), scope.region(), vpcId);
    }

    /** All available gateways in the order of their creation. */
    public List<NatGatewayEntity> available(Scope scope) {
        return gateways.findAll(scope).stream()
                .filter(NatGatewayEntity::isAvailable)
                .toList();
    }

    /** The available gateways among the given ones, in one query. */
    public Set<String> available(Scope scope, Collection<String> gatewayIds) {
        return gateways.findAll(scope, gatewayIds).stream()
                .filter(NatGatewayEntity::isAvailable)
                .map(NatGatewayEntity::id)
                .collect(Collectors.toSet());
    }

    /** All visible gateways. */
    List<NatGatewayEntity> all(Scope scope) {
        return gateways.findAll(scope).stream().filter(this::remembered).toList();
    }

    NatGatewayEntity create(Scope scope, String subnetId, NatGatewayPlan plan, List<TagSpecification> specifications) {
        forgetOld(scope);
        if (!SubnetService.KIND.wellFormed(subnetId)) {
            throw NatGatewayErrors.malformedSubnet(subnetId);
        }
        SubnetEntity subnet = subnets.lock(scope, subnetId);
        List<String> allocationIds = Stream.concat(
                        Stream.ofNullable(plan.allocationId()), plan.moreAllocationIds().stream())
                .toList();
        NatGatewayAddresses.requireDistinct(allocationIds);
        List<ElasticIpEntity> elastic =
                allocationIds.stream().map(id -> addresses.elasticIp(scope, id)).toList();
        NatGatewayEntity made = gateways.save(new NatGatewayEntity(
                subnet,
                ids.next("nat"),
                clock.instant(),
                elastic.isEmpty() ? "private" : "public",
                plan.allocationId()));
        tags.create(scope, KIND, made.id(), specifications);
        Optional<Failure> failure = failure(subnet, elastic, plan);
        failure.ifPresent(why -> made.fail(why.code(), why.message(), clock.instant()));
        if (failure.isEmpty()) {
            connect(made, elastic, plan.privateIp());
            addresses.fill(made, plan);
        }
        return made;
    }

    /** Deleting a deleted gateway succeeds in AWS. A gateway that is no longer visible is not found. */
    void delete(Scope scope, String id) {
        NatGatewayEntity found = find(scope, id).orElseThrow(() -> NatGatewayErrors.notFound(id));
        String interfaceId = found.networkInterfaceId();
        if (interfaceId == null || !found.isAvailable()) {
            return;
        }
        subnets.lock(scope, found.subnetId());
        NatGatewayEntity locked = gateways.lock(scope, id).orElseThrow(() -> NatGatewayErrors.notFound(id));
        interfaces.delete(scope, interfaceId);
        locked.end(clock.instant());
    }

    private record Failure(String code, String message) {}

    /** The asynchronous failures of a gateway. AWS documents codes and messages with CreateNatGateway. */
    private Optional<Failure> failure(SubnetEntity subnet, List<ElasticIpEntity> elastic, NatGatewayPlan plan) {
        if (subnets.availableAddresses(subnet) < plan.chosen()) {
            return Optional.of(new Failure(
                    "InsufficientFreeAddressesInSubnet",
                    "Subnet has insufficient free addresses to create this NAT gateway"));
        }
        if (elastic.isEmpty()) {
            return Optional.empty();
        }
        if (internetGateways.attachedTo(subnet.scope(), subnet.vpcId()).isEmpty()) {
            return Optional.of(new Failure(
                    "Gateway.NotAttached", "Network " + subnet.vpcId() + " has no Internet gateway attached"));
        }
        return elastic.stream()
                .filter(address -> elasticIps.target(address.id()).isPresent())
                .findFirst()
                .map(address -> new Failure(
                        "Resource.AlreadyAssociated",
                        "Elastic IP address [" + address.id() + "] is already associated"));
    }

    private void connect(NatGatewayEntity made, List<ElasticIpEntity> elastic, @Nullable String privateIp) {
        NetworkInterfaceEntity on = interfaces.create(
                made.scope(),
                InterfacePlan.in(made.subnetId())
                        .type("nat_gateway")
                        .description("Interface for NAT Gateway " + made.id())
                        .managed(REQUESTER, made.id())
                        .ungrouped()
                        .forwarding()
                        .addresses(Families.IPV4, privateIp, null));
        on.primaryAddress().ifPresent(primary -> {
            made.standOn(on.id(), primary.address());
            if (!elastic.isEmpty()) {
                ElasticIpEntity address = elastic.get(0);
                made.publish(address.publicIp(), elasticIps.associate(address, primary));
            }
        });
    }

    private boolean remembered(NatGatewayEntity gateway) {
        return gateway.endedAt() == null || gateway.endedAt().plus(REMEMBERED).isAfter(clock.instant());
    }

    private void forgetOld(Scope scope) {
        gateways.endedBefore(scope.account(), scope.region(), clock.instant().minus(REMEMBERED))
                .forEach(gone -> {
                    tags.forget(scope, gone.id());
                    gateways.delete(gone);
                });
    }
}
