package io.vpclocal.network.address;

import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.network.networkinterface.InterfaceAddress;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.networkinterface.PublicAssociation;
import io.vpclocal.network.networkinterface.PublicAssociations;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of Elastic IP addresses. */
@Service
public class ElasticIpService {

    public static final ResourceKind KIND =
            new ResourceKind("elastic-ip", "eipalloc", "allocation", "InvalidAllocationID");

    /** AWS's default quota (Amazon VPC User Guide). */
    private static final int ADDRESSES_PER_REGION = 5;

    private final ElasticIps addresses;
    private final PublicAddressPool pool;
    private final PublicAssociations associations;
    private final NetworkInterfaces interfaces;
    private final InternetGatewayService internetGateways;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    ElasticIpService(
            ElasticIps addresses,
            PublicAddressPool pool,
            PublicAssociations associations,
            NetworkInterfaces interfaces,
            InternetGatewayService internetGateways,
            TagStore tags,
            Quotas quotas,
            Ids ids,
            Clock clock) {
        this.addresses = addresses;
        this.pool = pool;
        this.associations = associations;
        this.interfaces = interfaces;
        this.internetGateways = internetGateways;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<ElasticIpEntity> find(Scope scope, String allocationId) {
        return addresses.find(scope, allocationId);
    }

    /** @throws AwsException {@code InvalidAllocationID.NotFound} or {@code .Malformed} */
    public ElasticIpEntity require(Scope scope, String allocationId) {
        return addresses.find(scope, allocationId).orElseThrow(() -> KIND.missing(allocationId));
    }

    /** Finds and locks an address. Lock the network interface first if both are needed. */
    public Optional<ElasticIpEntity> lock(Scope scope, String allocationId) {
        return addresses.lock(scope, allocationId);
    }

    /** The private address that an Elastic IP address is associated with; empty if none. */
    public Optional<InterfaceAddress> target(String allocationId) {
        return Optional.ofNullable(associations.of(List.of(allocationId)).get(allocationId));
    }

    ElasticIpEntity allocate(Scope scope, List<TagSpecification> specifications) {
        quotas.requireRoom(
                () -> addresses.count(scope),
                ADDRESSES_PER_REGION,
                "AddressLimitExceeded",
                "The maximum number of addresses has been reached.");
        ElasticIpEntity made =
                addresses.save(new ElasticIpEntity(scope, ids.next("eipalloc"), clock.instant(), pool.draw()));
        tags.create(scope, KIND, made.id(), specifications);
        return made;
    }

    /**
     * Associates an address with a private one. The caller has locked both and checked that neither is associated.
     *
     * @return the association's id
     */
    public String associate(ElasticIpEntity address, InterfaceAddress target) {
        String associationId = ids.next("eipassoc");
        associations.associate(
                target, new PublicAssociation(address.publicIp(), associationId, address.id(), address.account()));
        return associationId;
    }

    /**
     * Associates an address with a private address of an account's interface.
     *
     * @param privateIp null for the primary address
     * @param reassociate true to replace its current association
     * @return the association's id
     */
    String associate(
            Scope scope, String allocationId, String interfaceId, @Nullable String privateIp, boolean reassociate) {
        NetworkInterfaceEntity to = interfaces.lock(scope, interfaceId);
        if (to.requesterManaged()) {
            throw Ec2Errors.managed();
        }
        if (internetGateways.attachedTo(scope, to.vpcId()).isEmpty()) {
            throw ElasticIpErrors.noGateway(to.vpcId());
        }
        InterfaceAddress target = target(to, privateIp);
        Optional<InterfaceAddress> present = target(allocationId);
        if (present.isPresent()) {
            String associationId = associationId(present.get());
            if (present.get().is(target)) {
                return associationId;
            }
            if (present.get().networkInterface().requesterManaged()) {
                throw Ec2Errors.managed();
            }
            if (!reassociate) {
                throw ElasticIpErrors.alreadyAssociated(allocationId, associationId);
            }
            associations.disassociate(scope, associationId);
        }
        target.association().map(PublicAssociation::associationId).ifPresent(other -> {
            throw ElasticIpErrors.alreadyAssociated(interfaceId, other);
        });
        return associate(lock(scope, allocationId).orElseThrow(() -> KIND.missing(allocationId)), target);
    }

    void disassociate(Scope scope, String associationId) {
        String interfaceId = associations
                .interfaceOf(scope, associationId)
                .orElseThrow(() -> Ec2Errors.associationNotFound(associationId));
        if (interfaces.lock(scope, interfaceId).requesterManaged()) {
            throw Ec2Errors.managed();
        }
        associations.disassociate(scope, associationId);
    }

    void release(Scope scope, String allocationId) {
        ElasticIpEntity address = lock(scope, allocationId).orElseThrow(() -> KIND.missing(allocationId));
        target(allocationId).ifPresent(target -> {
            throw target.networkInterface().requesterManaged()
                    ? Ec2Errors.managed()
                    : ElasticIpErrors.inUse(address.publicIp());
        });
        if (address.ptrRecord() != null) {
            throw ElasticIpErrors.locked(address.publicIp());
        }
        tags.forget(scope, allocationId);
        addresses.delete(address);
    }

    /** The allocation of a public address, for requests that name the address. */
    ElasticIpEntity byPublicIp(Scope scope, String publicIp) {
        return addresses
                .byPublicIp(scope.account(), scope.region(), publicIp)
                .orElseThrow(() -> ElasticIpErrors.addressNotFound(publicIp));
    }

    private static InterfaceAddress target(NetworkInterfaceEntity of, @Nullable String privateIp) {
        Optional<InterfaceAddress> target = privateIp == null
                ? of.primaryAddress()
                : of.ipv4().stream()
                        .filter(address -> address.address().equals(privateIp))
                        .findFirst();
        return target.orElseThrow(
                () -> ElasticIpErrors.noSuchPrivateAddress(privateIp == null ? "IPv4" : privateIp, of.id()));
    }

    private static String associationId(InterfaceAddress address) {
        return address.association().map(PublicAssociation::associationId).orElse("");
    }
}
