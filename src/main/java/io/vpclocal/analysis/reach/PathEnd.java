package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import java.util.List;

/** Where a path begins or ends. */
public sealed interface PathEnd {

    /** The id of the component, or the address. */
    String id();

    /**
     * One or more network interfaces, or the resource that they belong to.
     *
     * @param id of the interface, instance, endpoint, endpoint service or load balancer
     * @param endpoint whether the path ends at the endpoint and not behind it
     */
    record Interfaces(String id, List<String> interfaceIds, boolean endpoint) implements PathEnd {}

    /** An internet gateway and the internet beyond it. */
    record InternetGateway(String id, String vpcId) implements PathEnd {}

    /** A gateway endpoint and the prefix list of its service. */
    record GatewayEndpoint(String id, String vpcId, String prefixListId) implements PathEnd {}

    /** A peering connection and any destination beyond it. */
    record Peering(String id) implements PathEnd {}

    /** A virtual private gateway and the network on premises. Paths end there. */
    record VpnGateway(String id) implements PathEnd {}

    /** The owner of an address, or the internet if nothing has it. */
    record Address(IpAddress address) implements PathEnd {
        @Override
        public String id() {
            return address.toString();
        }
    }
}
