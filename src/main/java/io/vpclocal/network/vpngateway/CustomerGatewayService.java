package io.vpclocal.network.vpngateway;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of customer gateways. */
@Service
public class CustomerGatewayService {

    public static final ResourceKind KIND = new ResourceKind(
            "customer-gateway", "cgw", "customerGateway", "InvalidCustomerGatewayID", "InvalidCustomerGatewayId");

    private final CustomerGateways gateways;
    private final TagStore tags;
    private final Quotas quotas;
    private final VpnUse use;
    private final Ids ids;
    private final Clock clock;

    CustomerGatewayService(CustomerGateways gateways, TagStore tags, Quotas quotas, VpnUse use, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.tags = tags;
        this.quotas = quotas;
        this.use = use;
        this.ids = ids;
        this.clock = clock;
    }

    /** All gateways, with the deleted ones that are still visible. */
    List<CustomerGatewayEntity> visible(Scope scope) {
        Instant now = clock.instant();
        return gateways.findAll(scope).stream()
                .filter(gateway -> gateway.visible(now))
                .toList();
    }

    /** A repeated call for the same device returns the existing gateway. */
    CustomerGatewayEntity create(Scope scope, CustomerDevice device, List<TagSpecification> specifications) {
        Instant now = clock.instant();
        gateways.findAll(scope).stream()
                .filter(gateway -> !gateway.visible(now))
                .forEach(gone -> {
                    tags.forget(scope, gone.id());
                    gateways.delete(gone);
                });
        List<CustomerGatewayEntity> all = visible(scope);
        return all.stream()
                .filter(gateway -> gateway.is(device))
                .findFirst()
                .orElseGet(() -> make(scope, device, specifications, all));
    }

    private CustomerGatewayEntity make(
            Scope scope,
            CustomerDevice device,
            List<TagSpecification> specifications,
            List<CustomerGatewayEntity> others) {
        quotas.requireRoom(
                () -> others.stream().filter(CustomerGatewayEntity::isAvailable).count(),
                VpnGatewayLimits.CUSTOMER_GATEWAYS_PER_REGION,
                "CustomerGatewayLimitExceeded",
                "The maximum number of customer gateways has been reached.");
        CustomerGatewayEntity made =
                gateways.save(new CustomerGatewayEntity(scope, ids.next(KIND.prefix()), clock.instant(), device));
        tags.create(scope, KIND, made.id(), specifications);
        return made;
    }

    /** A gateway, even if it is deleted. VPN connections that ended refer to such gateways. */
    public Optional<CustomerGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id);
    }

    /**
     * Finds and locks a gateway that is not deleted.
     *
     * @throws AwsException {@code InvalidCustomerGatewayID.NotFound}, or {@code InvalidCustomerGatewayState} if it was
     *     deleted
     */
    public CustomerGatewayEntity lock(Scope scope, String id) {
        CustomerGatewayEntity gateway = lockVisible(scope, id);
        if (!gateway.isAvailable()) {
            throw VpnGatewayErrors.customerGatewayNotAvailable();
        }
        return gateway;
    }

    /** @throws AwsException {@code InvalidCustomerGatewayID.NotFound} or {@code InvalidCustomerGatewayId.Malformed} */
    public void require(Scope scope, String id) {
        requireVisible(gateways.find(scope, id), id);
    }

    void delete(Scope scope, String id) {
        CustomerGatewayEntity gateway = lockVisible(scope, id);
        if (use.connected(scope, id)) {
            throw VpnGatewayErrors.customerGatewayInUse();
        }
        if (gateway.isAvailable()) {
            gateway.delete(clock.instant());
        }
    }

    private CustomerGatewayEntity lockVisible(Scope scope, String id) {
        return requireVisible(gateways.lock(scope, id), id);
    }

    private CustomerGatewayEntity requireVisible(Optional<CustomerGatewayEntity> gateway, String id) {
        return gateway.filter(found -> found.visible(clock.instant())).orElseThrow(() -> KIND.missing(id));
    }
}
