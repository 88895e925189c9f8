package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.TunnelOption;

/** Chooses what requests leave open in new tunnels: addresses and pre-shared keys. */
@Component
class NewTunnels {

    /** A range that AWS uses in us-east-1. The emulator takes Elastic IP addresses from another one. */
    private static final Cidr OUTSIDE = Cidr.parse("34.192.0.0/12").orElseThrow();

    private static final String KEY_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";
    private static final int KEY_LENGTH = 32;

    private final VpnConnections connections;
    private final Ids ids;

    NewTunnels(VpnConnections connections, Ids ids) {
        this.connections = connections;
        this.ids = ids;
    }

    /**
     * @param withKeys false if the customer's device is known by its certificate
     * @throws AwsException {@code InvalidCidr.InUse} if the gateway has a tunnel with the same inside addresses
     */
    List<VpnTunnel> of(Scope scope, VpnConnectionPlan plan, boolean withKeys) {
        Set<Cidr> used = insideBlocks(scope, plan.vpnGatewayId());
        plan.tunnels().stream().map(TunnelOption::tunnelInsideCidr).forEach(text -> {
            if (text != null && !used.add(Cidr.parse(text).orElseThrow())) {
                throw VpnConnectionErrors.insideCidrInUse(text);
            }
        });
        List<VpnTunnel> made = new ArrayList<>();
        Set<String> outside = new HashSet<>();
        for (TunnelOption wanted : plan.tunnels()) {
            TunnelOption.Builder options = wanted.toBuilder();
            if (wanted.tunnelInsideCidr() == null) {
                options.tunnelInsideCidr(freeBlock(used).toString());
            }
            if (withKeys && wanted.preSharedKey() == null) {
                options.preSharedKey(key());
            }
            made.add(new VpnTunnel(freeAddress(outside), TunnelSettings.write(options.build())));
        }
        return made;
    }

    /** The inside addresses of the connections of a gateway. */
    Set<Cidr> insideBlocks(Scope scope, @Nullable String vpnGatewayId) {
        Set<Cidr> used = new HashSet<>();
        if (vpnGatewayId != null) {
            connections.findOfGateway(scope.account(), scope.region(), vpnGatewayId).stream()
                    .flatMap(connection -> connection.tunnels().stream())
                    .map(tunnel -> TunnelSettings.read(tunnel).tunnelInsideCidr())
                    .forEach(text -> used.add(Cidr.parse(text).orElseThrow()));
        }
        return used;
    }

    private Cidr freeBlock(Set<Cidr> used) {
        while (true) {
            String first = VpnConnectionLimits.INSIDE.at(new BigInteger(ids.hex(4), 16));
            Cidr block = Cidr.address(first).orElseThrow().within(VpnConnectionLimits.INSIDE_PREFIX);
            if (VpnConnectionLimits.insideBlock(block) && used.add(block)) {
                return block;
            }
        }
    }

    private String freeAddress(Set<String> drawn) {
        while (true) {
            String address = OUTSIDE.at(new BigInteger(ids.hex(5), 16));
            if (connections.countWithAddress(address) == 0 && drawn.add(address)) {
                return address;
            }
        }
    }

    /** AWS's keys have 32 of these characters. The first one is a letter here, because it cannot be a zero. */
    private String key() {
        StringBuilder key = new StringBuilder();
        for (byte one : ids.bytes(KEY_LENGTH)) {
            key.append(KEY_CHARACTERS.charAt(key.isEmpty() ? one & 31 : one & 63));
        }
        return key.toString();
    }
}
