package io.vpclocal.network.vpnconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.ModifyVpnTunnelOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.TunnelOption;
import software.amazon.awssdk.services.ec2.model.VpnConnection;
import software.amazon.awssdk.services.ec2.model.VpnTunnelOptionsSpecification;

/** Expected values: EC2 API Reference (VpnTunnelOptionsSpecification), unless a test says otherwise. */
@EmulatorTest
class VpnTunnelTest extends VpnConnectionTestBase {

    private static final String LOG_GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:vpn";

    @Test
    void create_withOptions() {
        TunnelOption tunnel = first(r -> r.tunnelInsideCidr("169.254.10.0/30")
                .preSharedKey("a.secret_key1")
                .phase1LifetimeSeconds(3600)
                .phase2LifetimeSeconds(1800)
                .rekeyMarginTimeSeconds(900)
                .rekeyFuzzPercentage(0)
                .replayWindowSize(64)
                .dpdTimeoutSeconds(30)
                .dpdTimeoutAction("restart")
                .startupAction("start")
                .enableTunnelLifecycleControl(true)
                .ikeVersions(v -> v.value("ikev2"))
                .phase1EncryptionAlgorithms(v -> v.value("AES256"), v -> v.value("AES128"))
                .phase2EncryptionAlgorithms(v -> v.value("AES256-GCM-16"))
                .phase1IntegrityAlgorithms(v -> v.value("SHA2-256"))
                .phase2IntegrityAlgorithms(v -> v.value("SHA2-512"))
                .phase1DHGroupNumbers(v -> v.value(14))
                .phase2DHGroupNumbers(v -> v.value(5))
                .logOptions(l -> l.cloudWatchLogOptions(
                        c -> c.logEnabled(true).logGroupArn(LOG_GROUP).logOutputFormat("text"))));
        assertThat(tunnel)
                .isEqualTo(TunnelOption.builder()
                        .outsideIpAddress(tunnel.outsideIpAddress())
                        .tunnelInsideCidr("169.254.10.0/30")
                        .preSharedKey("a.secret_key1")
                        .phase1LifetimeSeconds(3600)
                        .phase2LifetimeSeconds(1800)
                        .rekeyMarginTimeSeconds(900)
                        .rekeyFuzzPercentage(0)
                        .replayWindowSize(64)
                        .dpdTimeoutSeconds(30)
                        .dpdTimeoutAction("restart")
                        .startupAction("start")
                        .enableTunnelLifecycleControl(true)
                        .ikeVersions(v -> v.value("ikev2"))
                        .phase1EncryptionAlgorithms(v -> v.value("AES256"), v -> v.value("AES128"))
                        .phase2EncryptionAlgorithms(v -> v.value("AES256-GCM-16"))
                        .phase1IntegrityAlgorithms(v -> v.value("SHA2-256"))
                        .phase2IntegrityAlgorithms(v -> v.value("SHA2-512"))
                        .phase1DHGroupNumbers(v -> v.value(14))
                        .phase2DHGroupNumbers(v -> v.value(5))
                        .logOptions(l -> l.cloudWatchLogOptions(
                                c -> c.logEnabled(true).logGroupArn(LOG_GROUP).logOutputFormat("text")))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.0.0/30",
                "169.254.5.0/30",
                "169.254.169.252/30",
                "169.254.10.0/29",
                "10.0.0.0/30",
                "none"
            })
    void insideCidr_invalid(String cidr) {
        Expect.awsError(
                "InvalidParameterValue",
                "Value (" + cidr + ") for parameter TunnelInsideCidr is invalid.",
                () -> first(r -> r.tunnelInsideCidr(cidr)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0secretkey", "short12", "with space1", "with-dash-1"})
    void preSharedKey_invalid(String key) {
        Expect.awsError(
                "InvalidParameterValue",
                "Value for parameter PreSharedKey is invalid.",
                () -> first(r -> r.preSharedKey(key)));
    }

    @ParameterizedTest
    @CsvSource({
        "899, 900, 100",
        "28801, 900, 100",
        "900, 901, 100",
        "3600, 899, 100",
        "3600, 1800, 901",
        "3600, 1800, 59"
    })
    void times_invalid(int phase1, int phase2, int margin) {
        Expect.awsError(
                "InvalidParameterValue",
                () -> first(r -> r.phase1LifetimeSeconds(phase1)
                        .phase2LifetimeSeconds(phase2)
                        .rekeyMarginTimeSeconds(margin)));
    }

    /** Recorded from AWS: phase 2 may last as long as phase 1. */
    @Test
    void times_ofBothPhasesMayBeEqual() {
        first(r -> r.phase1LifetimeSeconds(3000).phase2LifetimeSeconds(3000));
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid value specified for Phase2LifetimeSeconds.",
                () -> first(r -> r.phase1LifetimeSeconds(1000).phase2LifetimeSeconds(1001)));
        Expect.awsError(
                "InvalidParameterValue",
                "Invalid value specified for RekeyMarginTimeSeconds.",
                () -> first(r -> r.phase2LifetimeSeconds(1800).rekeyMarginTimeSeconds(901)));
    }

    @Test
    void otherOptions_invalid() {
        invalid(r -> r.phase1DHGroupNumbers(v -> v.value(5)));
        invalid(r -> r.phase2DHGroupNumbers(v -> v.value(1)));
        invalid(r -> r.phase1EncryptionAlgorithms(v -> v.value("DES")));
        invalid(r -> r.phase2IntegrityAlgorithms(v -> v.value("MD5")));
        invalid(r -> r.ikeVersions(v -> v.value("ikev2"), v -> v.value("ikev2")));
        invalid(r -> r.dpdTimeoutSeconds(29));
        invalid(r -> r.dpdTimeoutAction("wait"));
        invalid(r -> r.startupAction("stop"));
        invalid(r -> r.replayWindowSize(63));
        invalid(r -> r.rekeyFuzzPercentage(101));
        invalid(r -> r.logOptions(l -> l.cloudWatchLogOptions(c -> c.logEnabled(true))));
    }

    /** "Any specified CIDR blocks must be unique across all VPN connections that use the same virtual private gateway." */
    @Test
    void insideCidr_isUniqueInAGateway() {
        first(r -> r.tunnelInsideCidr("169.254.10.0/30"));
        customer = customer("203.0.113.13");
        Expect.awsError("InvalidCidr.InUse", () -> first(r -> r.tunnelInsideCidr("169.254.10.0/30")));
        TunnelOption other = first(r -> {});
        Expect.awsError("InvalidCidr.InUse", () -> change(other, o -> o.tunnelInsideCidr("169.254.10.0/30")));
    }

    @Test
    void modify_keepsTheOtherOptions() {
        TunnelOption before = first(r -> r.dpdTimeoutSeconds(60)
                .ikeVersions(v -> v.value("ikev2"))
                .phase1DHGroupNumbers(v -> v.value(14))
                .phase1EncryptionAlgorithms(v -> v.value("AES256")));
        VpnConnection changed = change(before, o -> o.preSharedKey("another.key"));
        assertThat(changed.options().tunnelOptions().get(0))
                .isEqualTo(before.toBuilder().preSharedKey("another.key").build());
        assertThat(changed.customerGatewayConfiguration()).contains("<pre_shared_key>another.key</pre_shared_key>");
        assertThat(describe(changed.vpnConnectionId())).isEqualTo(changed);
        Expect.awsError("InvalidParameterValue", () -> change(before, o -> o.preSharedKey("x")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> change(before.toBuilder().outsideIpAddress("203.0.113.1").build(), o -> o.dpdTimeoutSeconds(60)));
    }

    @Test
    void modifyConnectionOptions() {
        String id = connect(r -> {}).vpnConnectionId();
        VpnConnection changed = ec2.modifyVpnConnectionOptions(
                        r -> r.vpnConnectionId(id).localIpv4NetworkCidr(OFFICE))
                .vpnConnection();
        assertThat(changed.options().localIpv4NetworkCidr()).isEqualTo(OFFICE);
        assertThat(changed.options().remoteIpv4NetworkCidr()).isEqualTo("0.0.0.0/0");
        Expect.awsError(
                "InvalidParameterValue",
                () -> ec2.modifyVpnConnectionOptions(r -> r.vpnConnectionId(id).remoteIpv4NetworkCidr("everywhere")));
    }

    /** What is not emulated is refused, not ignored. */
    @Test
    void notEmulated() {
        Expect.awsError("UnsupportedOperation", () -> connect(r -> r.options(o -> o.tunnelInsideIpVersion("ipv6"))));
        Expect.awsError("UnsupportedOperation", () -> connect(r -> r.options(o -> o.enableAcceleration(true))));
        Expect.awsError(
                "UnsupportedOperation", () -> connect(r -> r.options(o -> o.outsideIpAddressType("PrivateIpv4"))));
        Expect.awsError("UnsupportedOperation", () -> connect(r -> r.preSharedKeyStorage("SecretsManager")));
    }

    private void invalid(Consumer<VpnTunnelOptionsSpecification.Builder> options) {
        Expect.awsError("InvalidParameterValue", () -> first(options));
    }

    private TunnelOption first(Consumer<VpnTunnelOptionsSpecification.Builder> options) {
        return connect(r -> r.options(o -> o.tunnelOptions(options)))
                .options()
                .tunnelOptions()
                .get(0);
    }

    private VpnConnection change(TunnelOption tunnel, Consumer<ModifyVpnTunnelOptionsSpecification.Builder> options) {
        String id = ec2.describeVpnConnections(
                        r -> r.filters(f -> f.name("customer-gateway-id").values(customer)))
                .vpnConnections()
                .get(0)
                .vpnConnectionId();
        return ec2.modifyVpnTunnelOptions(r -> r.vpnConnectionId(id)
                        .vpnTunnelOutsideIpAddress(tunnel.outsideIpAddress())
                        .tunnelOptions(options))
                .vpnConnection();
    }
}
