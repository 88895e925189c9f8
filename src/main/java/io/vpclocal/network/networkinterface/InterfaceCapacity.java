package io.vpclocal.network.networkinterface;

import io.vpclocal.network.networkinterface.AttachedInstances.Capacity;
import io.vpclocal.protocol.AwsException;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many interfaces an instance can have, and how many addresses and prefixes an interface. */
@Component
class InterfaceCapacity {

    private final AttachedInstances instances;

    InterfaceCapacity(AttachedInstances instances) {
        this.instances = instances;
    }

    /**
     * Requires room for more addresses and prefixes of one address family.
     *
     * @throws AwsException {@code PrivateIpAddressLimitExceeded}
     */
    void requireRoom(NetworkInterfaceEntity of, boolean v4, int more) {
        Optional<Capacity> capacity =
                of.attachment().map(Attachment::instanceId).flatMap(id -> instances.capacity(of.scope(), id));
        requireRoom(of, v4, more, capacity);
    }

    /**
     * Requires that an instance can have one more interface.
     *
     * @param present its interfaces
     * @throws AwsException {@code AttachmentLimitExceeded}, {@code PrivateIpAddressLimitExceeded} or, for IPv6 addresses that
     *     the instance does not support, {@code UnsupportedOperation}
     */
    void requireRoom(String instanceId, Collection<NetworkInterfaceEntity> present, NetworkInterfaceEntity another) {
        Optional<Capacity> capacity = instances.capacity(another.scope(), instanceId);
        capacity.filter(of -> of.interfaces() <= present.size()).ifPresent(of -> {
            throw NetworkInterfaceErrors.tooManyInterfaces(present.size() + 1, of.type());
        });
        boolean ipv6Only = another.ipv4().isEmpty() && !another.ipv6().isEmpty();
        capacity.filter(of -> ipv6Only && !of.ipv6Only()).ifPresent(of -> {
            throw NetworkInterfaceErrors.noIpv6Support(of.type());
        });
        requireRoom(another, true, 0, capacity);
        requireRoom(another, false, 0, capacity);
    }

    /** UNVERIFIED: interfaces that are not attached have the largest limit, and IPv6 addresses the same error. */
    private static void requireRoom(NetworkInterfaceEntity of, boolean v4, int more, Optional<Capacity> capacity) {
        int present = (v4 ? of.ipv4() : of.ipv6()).size() + of.prefixes(v4).size();
        if (!v4 && present + more > 0) {
            capacity.filter(known -> known.ipv6() == 0).ifPresent(known -> {
                throw NetworkInterfaceErrors.noIpv6Support(known.type());
            });
        }
        int most = capacity.map(known -> v4 ? known.ipv4() : known.ipv6())
                .filter(limit -> limit > 0)
                .orElse(NetworkInterfaceLimits.MOST_ADDRESSES);
        if (present + more > most) {
            throw NetworkInterfaceErrors.tooManyAddresses();
        }
    }
}
