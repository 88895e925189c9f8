package io.vpclocal.network.vpnconnection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.TunnelOption;

/** The condition keys of VPN connections (Service Authorization Reference). A key has the values of all tunnels. */
final class VpnConditionKeys {

    private final Map<String, List<String>> keys = new LinkedHashMap<>();

    private VpnConditionKeys() {}

    static Map<String, List<String>> of(List<TunnelOption> tunnels) {
        VpnConditionKeys all = new VpnConditionKeys();
        all.one(tunnels, "DPDTimeoutSeconds", TunnelOption::dpdTimeoutSeconds);
        all.one(tunnels, "InsideTunnelCidr", TunnelOption::tunnelInsideCidr);
        all.one(tunnels, "Phase1LifetimeSeconds", TunnelOption::phase1LifetimeSeconds);
        all.one(tunnels, "Phase2LifetimeSeconds", TunnelOption::phase2LifetimeSeconds);
        all.one(tunnels, "RekeyFuzzPercentage", TunnelOption::rekeyFuzzPercentage);
        all.one(tunnels, "RekeyMarginTimeSeconds", TunnelOption::rekeyMarginTimeSeconds);
        all.one(tunnels, "ReplayWindowSizePackets", TunnelOption::replayWindowSize);
        all.many(tunnels, "IKEVersions", t -> t.ikeVersions().stream().map(v -> v.value()));
        all.many(
                tunnels, "Phase1DHGroup", t -> t.phase1DHGroupNumbers().stream().map(v -> v.value()));
        all.many(
                tunnels, "Phase2DHGroup", t -> t.phase2DHGroupNumbers().stream().map(v -> v.value()));
        all.many(tunnels, "Phase1EncryptionAlgorithms", t -> t.phase1EncryptionAlgorithms().stream()
                .map(v -> v.value()));
        all.many(tunnels, "Phase2EncryptionAlgorithms", t -> t.phase2EncryptionAlgorithms().stream()
                .map(v -> v.value()));
        all.many(tunnels, "Phase1IntegrityAlgorithms", t -> t.phase1IntegrityAlgorithms().stream()
                .map(v -> v.value()));
        all.many(tunnels, "Phase2IntegrityAlgorithms", t -> t.phase2IntegrityAlgorithms().stream()
                .map(v -> v.value()));
        return all.keys;
    }

    /** The keys of the connection itself. */
    static Map<String, List<String>> ofConnection(boolean staticRoutes, boolean byCertificate) {
        return Map.of(
                "ec2:RoutingType", List.of(staticRoutes ? "static" : "BGP"),
                "ec2:GatewayType", List.of("VGW"),
                "ec2:AuthenticationType", List.of(byCertificate ? "certificates" : "pre-shared-key"));
    }

    private void one(List<TunnelOption> tunnels, String key, Function<TunnelOption, @Nullable Object> value) {
        many(tunnels, key, tunnel -> Stream.ofNullable(value.apply(tunnel)));
    }

    private void many(List<TunnelOption> tunnels, String key, Function<TunnelOption, Stream<?>> values) {
        List<String> found = new ArrayList<>();
        tunnels.forEach(tunnel -> values.apply(tunnel).map(String::valueOf).forEach(found::add));
        if (!found.isEmpty()) {
            keys.put("ec2:" + key, found);
        }
    }
}
