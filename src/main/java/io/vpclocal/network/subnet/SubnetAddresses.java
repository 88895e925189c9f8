package io.vpclocal.network.subnet;

import io.vpclocal.protocol.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts the free addresses of subnets. */
@Component
class SubnetAddresses {

    private final ObjectProvider<AddressUse> uses;

    SubnetAddresses(ObjectProvider<AddressUse> uses) {
        this.uses = uses;
    }

    /** The number of free IPv4 addresses by subnet id. */
    Map<String, Long> available(Scope scope, Collection<SubnetEntity> subnets) {
        Map<String, Long> left = new HashMap<>();
        subnets.forEach(subnet -> left.put(subnet.id(), subnet.usableAddresses()));
        if (!left.isEmpty()) {
            uses.orderedStream().forEach(use -> use.ipv4(scope, left.keySet())
                    .forEach((id, count) -> left.computeIfPresent(id, (key, before) -> before - count)));
        }
        return left;
    }

    boolean ipv6InUse(SubnetEntity subnet) {
        return uses.stream().anyMatch(use -> use.ipv6(subnet.scope(), subnet.id()));
    }
}
