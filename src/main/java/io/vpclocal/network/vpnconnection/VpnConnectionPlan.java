package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionRequest;
import software.amazon.awssdk.services.ec2.model.TunnelInsideIpVersion;
import software.amazon.awssdk.services.ec2.model.TunnelOption;
import software.amazon.awssdk.services.ec2.model.VpnConnectionOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/**
 * What a request to create a VPN connection asks for.
 *
 * @param tunnels the options that the request has for the first and the second tunnel
 */
record VpnConnectionPlan(
        String customerGatewayId,
        @Nullable String vpnGatewayId,
        boolean staticRoutesOnly,
        Cidr localCidr,
        Cidr remoteCidr,
        List<TunnelOption> tunnels) {

    private static final String EVERYWHERE = "0.0.0.0/0";
    private static final String PUBLIC = "PublicIpv4";

    /** @throws AwsException if an option is invalid, or not emulated */
    static VpnConnectionPlan of(CreateVpnConnectionRequest request, String customerGatewayId) {
        requireEmulated(request);
        VpnConnectionOptionsSpecification options = request.options() == null
                ? VpnConnectionOptionsSpecification.builder().build()
                : request.options();
        requireFit(options);
        return new VpnConnectionPlan(
                customerGatewayId,
                request.vpnGatewayId(),
                Boolean.TRUE.equals(options.staticRoutesOnly()),
                cidr("localIpv4NetworkCidr", options.localIpv4NetworkCidr(), EVERYWHERE),
                cidr("remoteIpv4NetworkCidr", options.remoteIpv4NetworkCidr(), EVERYWHERE),
                List.of(tunnel(options, 0), tunnel(options, 1)));
    }

    /** An IPv4 CIDR block of a parameter, or the present one if the parameter is missing. */
    static Cidr cidr(String parameter, @Nullable String wanted, String present) {
        String text = wanted == null || wanted.isEmpty() ? present : wanted;
        return Cidr.parse(text).filter(Cidr::v4).orElseThrow(() -> Ec2Errors.notACidr(parameter, text));
    }

    private static TunnelOption tunnel(VpnConnectionOptionsSpecification options, int position) {
        return options.tunnelOptions().size() > position
                ? TunnelSettings.of(options.tunnelOptions().get(position))
                : TunnelSettings.of(VpnTunnelOptionsSpecification.builder().build());
    }

    private static void requireEmulated(CreateVpnConnectionRequest request) {
        if (request.transitGatewayId() != null && request.vpnGatewayId() != null) {
            throw VpnConnectionErrors.twoGateways();
        }
        if (request.vpnConcentratorId() != null) {
            throw VpnConnectionErrors.noConcentrator(request.vpnConcentratorId());
        }
        if (request.preSharedKeyStorage() != null
                && !request.preSharedKeyStorage().equals("Standard")) {
            throw CommonErrors.notHere("pre-shared keys in Secrets Manager");
        }
    }

    private static void requireFit(VpnConnectionOptionsSpecification options) {
        if (options.tunnelOptions().size() > 2) {
            throw Ec2Errors.invalidValue(
                    "tunnelOptions", options.tunnelOptions().size() + " tunnels", "Expecting at most 2.");
        }
        if (Boolean.TRUE.equals(options.enableAcceleration())) {
            throw CommonErrors.notHere("accelerated VPN connections");
        }
        if (options.tunnelInsideIpVersion() == TunnelInsideIpVersion.IPV6
                || options.localIpv6NetworkCidr() != null
                || options.remoteIpv6NetworkCidr() != null) {
            throw CommonErrors.notHere("VPN connections for IPv6");
        }
        if (options.outsideIpAddressType() != null
                        && !options.outsideIpAddressType().equals(PUBLIC)
                || options.transportTransitGatewayAttachmentId() != null) {
            throw CommonErrors.notHere("VPN connections with other outside addresses than " + PUBLIC);
        }
        requireStandard(options.tunnelBandwidthAsString());
    }

    /** Only connections to transit gateways have more (EC2 API Reference, ModifyVpnConnectionOptions). */
    private static void requireStandard(@Nullable String bandwidth) {
        if (bandwidth != null && !bandwidth.equals("standard")) {
            throw Ec2Errors.invalidValue("tunnelBandwidth", bandwidth, "Expecting standard.");
        }
    }
}
