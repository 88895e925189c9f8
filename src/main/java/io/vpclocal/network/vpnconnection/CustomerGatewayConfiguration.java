package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpngateway.CustomerGatewayEntity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.TunnelOption;

/**
 * The XML document from which the customer's device is configured. Its form was recorded from AWS. That lifetimes follow the
 * tunnel's options, while algorithms do not, is our guess.
 */
final class CustomerGatewayConfiguration {

    private static final int HOLD_TIME = 30;

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final VpnConnectionEntity connection;
    private final @Nullable CustomerGatewayEntity customer;
    private final @Nullable Long amazonAsn;

    private CustomerGatewayConfiguration(
            VpnConnectionEntity connection, @Nullable CustomerGatewayEntity customer, @Nullable Long amazonAsn) {
        this.connection = connection;
        this.customer = customer;
        this.amazonAsn = amazonAsn;
    }

    /** @param amazonAsn the ASN of the virtual private gateway, or null if there is none */
    static String of(
            VpnConnectionEntity connection, @Nullable CustomerGatewayEntity customer, @Nullable Long amazonAsn) {
        return new CustomerGatewayConfiguration(connection, customer, amazonAsn).write();
    }

    private String write() {
        open(0, "vpn_connection id=\"" + connection.id() + "\"");
        element(1, "customer_gateway_id", connection.customerGatewayId());
        element(1, "vpn_gateway_id", connection.vpnGatewayId());
        element(1, "vpn_connection_type", "ipsec.1");
        if (connection.staticRoutesOnly()) {
            element(1, "vpn_connection_attributes", "NoBGPVPNConnection");
        }
        connection.tunnels().forEach(this::tunnel);
        return xml.append("</vpn_connection>").toString();
    }

    private void tunnel(VpnTunnel tunnel) {
        TunnelOption options = TunnelSettings.read(tunnel);
        Cidr inside = Cidr.parse(options.tunnelInsideCidr()).orElseThrow();
        open(1, "ipsec_tunnel");
        String address = customer == null ? null : customer.ipAddress();
        side("customer_gateway", address, inside.at(2), customer == null ? null : customer.bgpAsn());
        side("vpn_gateway", tunnel.outsideAddress(), inside.at(1), amazonAsn);
        ike(options);
        ipsec(options);
        close(1, "ipsec_tunnel");
    }

    private void side(String name, @Nullable String outside, String inside, @Nullable Long asn) {
        open(2, name);
        open(3, "tunnel_outside_address");
        element(4, "ip_address", outside);
        close(3, "tunnel_outside_address");
        open(3, "tunnel_inside_address");
        element(4, "ip_address", inside);
        element(4, "network_mask", "255.255.255.252");
        element(4, "network_cidr", String.valueOf(VpnConnectionLimits.INSIDE_PREFIX));
        close(3, "tunnel_inside_address");
        if (!connection.staticRoutesOnly() && asn != null) {
            open(3, "bgp");
            element(4, "asn", String.valueOf(asn));
            element(4, "hold_time", String.valueOf(HOLD_TIME));
            close(3, "bgp");
        }
        close(2, name);
    }

    private void ike(TunnelOption options) {
        open(2, "ike");
        element(3, "authentication_protocol", "sha1");
        element(3, "encryption_protocol", "aes-128-cbc");
        element(3, "lifetime", lifetime(options.phase1LifetimeSeconds(), 28_800));
        element(3, "perfect_forward_secrecy", "group2");
        element(3, "mode", "main");
        element(3, "pre_shared_key", options.preSharedKey());
        close(2, "ike");
    }

    private void ipsec(TunnelOption options) {
        open(2, "ipsec");
        element(3, "protocol", "esp");
        element(3, "authentication_protocol", "hmac-sha1-96");
        element(3, "encryption_protocol", "aes-128-cbc");
        element(3, "lifetime", lifetime(options.phase2LifetimeSeconds(), 3_600));
        element(3, "perfect_forward_secrecy", "group2");
        element(3, "mode", "tunnel");
        element(3, "clear_df_bit", "true");
        element(3, "fragmentation_before_encryption", "true");
        element(3, "tcp_mss_adjustment", "1379");
        open(3, "dead_peer_detection");
        element(4, "interval", "10");
        element(4, "retries", "3");
        close(3, "dead_peer_detection");
        close(2, "ipsec");
    }

    private static String lifetime(@Nullable Integer seconds, int standard) {
        return String.valueOf(seconds == null ? standard : seconds);
    }

    private void open(int depth, String name) {
        xml.append("  ".repeat(depth)).append('<').append(name).append(">\n");
    }

    private void close(int depth, String name) {
        xml.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    /** All values are numbers, ids, addresses and keys, which need no escapes. An element without a value is left out. */
    private void element(int depth, String name, @Nullable String value) {
        if (value != null) {
            xml.append("  ".repeat(depth)).append('<').append(name).append('>').append(value);
            close(0, name);
        }
    }
}
