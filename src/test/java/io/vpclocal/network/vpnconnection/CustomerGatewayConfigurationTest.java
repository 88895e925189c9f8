package io.vpclocal.network.vpnconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpnConnection;

/** Expected: recorded from AWS. That a static connection has no {@code bgp} elements is our guess. */
@EmulatorTest
class CustomerGatewayConfigurationTest extends VpnConnectionTestBase {

    private static final String TUNNEL = """
              <ipsec_tunnel>
                <customer_gateway>
                  <tunnel_outside_address>
                    <ip_address>203.0.113.12</ip_address>
                  </tunnel_outside_address>
                  <tunnel_inside_address>
                    <ip_address>169.254.80.146</ip_address>
                    <network_mask>255.255.255.252</network_mask>
                    <network_cidr>30</network_cidr>
                  </tunnel_inside_address>
                  <bgp>
                    <asn>65010</asn>
                    <hold_time>30</hold_time>
                  </bgp>
                </customer_gateway>
                <vpn_gateway>
                  <tunnel_outside_address>
                    <ip_address>OUTSIDE</ip_address>
                  </tunnel_outside_address>
                  <tunnel_inside_address>
                    <ip_address>169.254.80.145</ip_address>
                    <network_mask>255.255.255.252</network_mask>
                    <network_cidr>30</network_cidr>
                  </tunnel_inside_address>
                  <bgp>
                    <asn>64512</asn>
                    <hold_time>30</hold_time>
                  </bgp>
                </vpn_gateway>
                <ike>
                  <authentication_protocol>sha1</authentication_protocol>
                  <encryption_protocol>aes-128-cbc</encryption_protocol>
                  <lifetime>28800</lifetime>
                  <perfect_forward_secrecy>group2</perfect_forward_secrecy>
                  <mode>main</mode>
                  <pre_shared_key>secret_key</pre_shared_key>
                </ike>
                <ipsec>
                  <protocol>esp</protocol>
                  <authentication_protocol>hmac-sha1-96</authentication_protocol>
                  <encryption_protocol>aes-128-cbc</encryption_protocol>
                  <lifetime>3600</lifetime>
                  <perfect_forward_secrecy>group2</perfect_forward_secrecy>
                  <mode>tunnel</mode>
                  <clear_df_bit>true</clear_df_bit>
                  <fragmentation_before_encryption>true</fragmentation_before_encryption>
                  <tcp_mss_adjustment>1379</tcp_mss_adjustment>
                  <dead_peer_detection>
                    <interval>10</interval>
                    <retries>3</retries>
                  </dead_peer_detection>
                </ipsec>
              </ipsec_tunnel>
            """;

    @Test
    void dynamicConnection() {
        VpnConnection made = connect(r -> r.options(o ->
                o.tunnelOptions(t -> t.tunnelInsideCidr("169.254.80.144/30").preSharedKey("secret_key"))));
        String outside = made.options().tunnelOptions().get(0).outsideIpAddress();
        assertThat(made.customerGatewayConfiguration())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<vpn_connection id=\"" + made.vpnConnectionId()
                        + "\">\n  <customer_gateway_id>" + customer + "</customer_gateway_id>\n  <vpn_gateway_id>"
                        + gateway
                        + "</vpn_gateway_id>\n  <vpn_connection_type>ipsec.1</vpn_connection_type>\n"
                        + TUNNEL.replace("OUTSIDE", outside) + "  <ipsec_tunnel>\n")
                .endsWith("  </ipsec_tunnel>\n</vpn_connection>");
    }

    @Test
    void staticConnection() {
        assertThat(connectStatic().customerGatewayConfiguration())
                .contains("<vpn_connection_attributes>NoBGPVPNConnection</vpn_connection_attributes>")
                .doesNotContain("<bgp>");
    }
}
