package io.vpclocal.network.carriergateway;

import io.vpclocal.network.ProvisioningProperties;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.DependencyGuard;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateCarrierGatewayRequest;

/** The rules of carrier gateways. */
@Service
public class CarrierGatewayService {

    public static final ResourceKind KIND =
            new ResourceKind("carrier-gateway", "cagw", "carrierGateway", "InvalidCarrierGatewayID");

    private final CarrierGateways gateways;
    private final VpcService vpcs;
    private final ClientTokens tokens;
    private final TagStore tags;
    private final DependencyGuard guard;
    private final Ids ids;
    private final Clock clock;
    private final Duration provisioningTime;

    CarrierGatewayService(
            CarrierGateways gateways,
            VpcService vpcs,
            ClientTokens tokens,
            TagStore tags,
            DependencyGuard guard,
            Ids ids,
            Clock clock,
            ProvisioningProperties provisioning) {
        this.gateways = gateways;
        this.vpcs = vpcs;
        this.tokens = tokens;
        this.tags = tags;
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
        this.provisioningTime = provisioning.provisioningTime();
    }

    public Optional<CarrierGatewayEntity> find(Scope scope, String id) {
        return gateways.find(scope, id);
    }

    /** The carrier gateway of a VPC. */
    Optional<CarrierGatewayEntity> of(Scope scope, String vpcId) {
        return gateways.findOf(scope.account(), scope.region(), vpcId);
    }

    /** {@code pending} or {@code available}. */
    String state(CarrierGatewayEntity gateway) {
        return clock.instant().isBefore(gateway.createdAt().plus(provisioningTime)) ? "pending" : "available";
    }

    CarrierGatewayEntity create(Call call, String vpcId, CreateCarrierGatewayRequest request) {
        Scope scope = call.scope();
        return tokens.once(
                call,
                request.clientToken(),
                request,
                id -> gateways.find(scope, id),
                () -> create(scope, vpcId, request));
    }

    private CarrierGatewayEntity create(Scope scope, String vpcId, CreateCarrierGatewayRequest request) {
        vpcs.lock(scope, vpcId);
        if (of(scope, vpcId).isPresent()) {
            throw vpcHasGateway(vpcId);
        }
        CarrierGatewayEntity made =
                gateways.save(new CarrierGatewayEntity(scope, ids.next(KIND.prefix()), clock.instant(), vpcId));
        tags.create(scope, KIND, made.id(), request.tagSpecifications());
        return made;
    }

    /** Routes to the gateway stay as black holes. Returns the deleted gateway. */
    CarrierGatewayEntity delete(Scope scope, String id) {
        CarrierGatewayEntity gateway = gateways.lock(scope, id).orElseThrow(() -> KIND.missing(id));
        guard.requireUnused(scope, KIND.label(), id);
        tags.forget(scope, id);
        gateways.delete(gateway);
        return gateway;
    }

    /** AWS allows one for each VPC (VPC User Guide, quotas). Code and text are our guess. */
    private static AwsException vpcHasGateway(String vpcId) {
        return new AwsException(
                "InvalidParameterValue", "Network " + vpcId + " already has a carrier gateway attached");
    }
}
