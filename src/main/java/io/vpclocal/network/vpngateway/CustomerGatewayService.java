package io.vpclocal.network.vpngateway;

import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of customer gateways. */
@Service
class CustomerGatewayService {

    static final ResourceKind KIND = new ResourceKind(
            "customer-gateway", "cgw", "customerGateway", "InvalidCustomerGatewayID", "InvalidCustomerGatewayId");

    private final CustomerGateways gateways;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;
    private final Clock clock;

    CustomerGatewayService(CustomerGateways gateways, TagStore tags, Quotas quotas, Ids ids, Clock clock) {
        this.gateways = gateways;
        this.tags = tags;
        this.quotas = quotas;
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

    void delete(Scope scope, String id) {
        CustomerGatewayEntity gateway = gateways.lock(scope, id)
                .filter(found -> found.visible(clock.instant()))
                .orElseThrow(() -> KIND.missing(id));
        if (gateway.isAvailable()) {
            gateway.delete(clock.instant());
        }
    }
}
