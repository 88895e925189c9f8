package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that flow logs never capture (AWS documentation, VPC User Guide: flow log limitations). Apart from the last
 * three it is not filtered by security groups and network ACLs either. Mirrored traffic is missing at its source only.
 */
public enum NotLoggedTraffic {
    AMAZON_DNS,
    WINDOWS_ACTIVATION,
    INSTANCE_METADATA,
    TASK_METADATA,
    TIME_SYNC,
    DHCP,
    VPC_ROUTER,
    /** Between the interface of an endpoint and that of the load balancer behind it. */
    ENDPOINT_TO_LOAD_BALANCER,
    /** From an interface to itself; it never leaves the host. */
    LOOPBACK;

    private static final int LINK_LOCAL = 0xA9FE;
    private static final IpAddress RESOLVER_V6 = IpAddress.parse("fd00:ec2::253");
    private static final IpAddress METADATA_V6 = IpAddress.parse("fd00:ec2::254");
    private static final IpAddress TIME_V6 = IpAddress.parse("fd00:ec2::123");

    final Hop hop = Hop.skip(Hop.Stage.AWS_INFRASTRUCTURE, name(), name() + " traffic is neither filtered nor logged");

    /** Why traffic between the two is not captured, or null. */
    static @Nullable NotLoggedTraffic of(
            @Nullable CompiledInterface source, @Nullable CompiledInterface destination, Packet packet) {
        CompiledInterface local = source == null ? destination : source;
        if (local == null) {
            return null;
        }
        if (source != null && destination != null) {
            if (source == destination) {
                return LOOPBACK;
            }
            if (source.is("vpc_endpoint") && destination.is("network_load_balancer")
                    || source.is("network_load_balancer") && destination.is("vpc_endpoint")) {
                return ENDPOINT_TO_LOAD_BALANCER;
            }
        }
        if (isDhcp(packet)) {
            return DHCP;
        }
        NotLoggedTraffic there = infrastructure(local.subnet, packet.destination());
        return there != null ? there : infrastructure(local.subnet, packet.source());
    }

    private static boolean isDhcp(Packet packet) {
        if (packet.protocol() != Packet.UDP) {
            return false;
        }
        int from = packet.sourcePort();
        int to = packet.destinationPort();
        return from == 68 && to == 67 || from == 67 && to == 68 || from == 546 && to == 547 || from == 547 && to == 546;
    }

    private static @Nullable NotLoggedTraffic infrastructure(CompiledSubnet subnet, IpAddress address) {
        if (!address.isV6() && address.number() >>> 16 == LINK_LOCAL) {
            return linkLocal((int) address.number() & 0xFFFF);
        }
        if (address.isV6() && address.network() == RESOLVER_V6.network()) {
            return address.equals(RESOLVER_V6)
                    ? AMAZON_DNS
                    : address.equals(METADATA_V6) ? INSTANCE_METADATA : address.equals(TIME_V6) ? TIME_SYNC : null;
        }
        if (contains(subnet.vpc.resolvers, address)) {
            return AMAZON_DNS;
        }
        return contains(subnet.routers, address) ? VPC_ROUTER : null;
    }

    private static boolean contains(List<IpAddress> addresses, IpAddress address) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).equals(address)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable NotLoggedTraffic linkLocal(int lowerHalf) {
        return switch (lowerHalf) {
            case 169 << 8 | 253 -> AMAZON_DNS;
            case 169 << 8 | 254 -> INSTANCE_METADATA;
            case 169 << 8 | 123 -> TIME_SYNC;
            case 169 << 8 | 250, 169 << 8 | 251 -> WINDOWS_ACTIVATION;
            case 170 << 8 | 2, 170 << 8 | 23 -> TASK_METADATA;
            default -> null;
        };
    }
}
