package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.vpngateway.CustomerGatewayService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpnTunnelOptionsRequest;
import software.amazon.awssdk.services.ec2.model.VpnConnectionOptionsSpecification;

/** The options that a request wants for a VPN connection, for policies. */
@Component
class VpnConnectionAttributes implements RequestAttributes {

    private static final String CREATE = "ec2:CreateVpnConnection";
    private static final String MODIFY = "ec2:ModifyVpnTunnelOptions";

    private final CustomerGatewayService customerGateways;

    VpnConnectionAttributes(CustomerGatewayService customerGateways) {
        this.customerGateways = customerGateways;
    }

    @Override
    public Set<String> actions() {
        return Set.of(CREATE, MODIFY);
    }

    @Override
    public Map<String, List<String>> conditionKeys(Call call, SdkPojo request, String resourceType) {
        if (!resourceType.equals(VpnConnectionService.KIND.type())) {
            return Map.of();
        }
        if (request instanceof ModifyVpnTunnelOptionsRequest change && change.tunnelOptions() != null) {
            return VpnConditionKeys.of(List.of(TunnelSettings.unchecked(TunnelSettings.of(change.tunnelOptions()))));
        }
        return request instanceof CreateVpnConnectionRequest create ? ofCreate(call, create) : Map.of();
    }

    private Map<String, List<String>> ofCreate(Call call, CreateVpnConnectionRequest create) {
        VpnConnectionOptionsSpecification options = create.options();
        boolean certificate = create.customerGatewayId() != null
                && customerGateways
                        .find(call.scope(), create.customerGatewayId())
                        .filter(gateway -> gateway.certificateArn() != null)
                        .isPresent();
        Map<String, List<String>> keys = new HashMap<>(VpnConditionKeys.ofConnection(
                options != null && Boolean.TRUE.equals(options.staticRoutesOnly()), certificate));
        if (options != null) {
            keys.putAll(VpnConditionKeys.of(options.tunnelOptions().stream()
                    .map(TunnelSettings::unchecked)
                    .toList()));
        }
        return keys;
    }
}
