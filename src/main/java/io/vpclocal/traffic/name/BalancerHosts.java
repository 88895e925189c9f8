package io.vpclocal.traffic.name;

import io.vpclocal.loadbalancer.LoadBalancers;
import io.vpclocal.loadbalancer.LoadBalancers.LoadBalancer;
import io.vpclocal.loadbalancer.LoadBalancers.Placement;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The names of load balancers: public addresses if they are internet-facing, also inside of VPCs, and private ones if they
 * are internal (Elastic Load Balancing User Guide, "Load balancer scheme").
 */
@Component
class BalancerHosts {

    private static final Pattern OF_BALANCER = Pattern.compile(".*\\.elb\\..*amazonaws\\.com(\\.cn)?");

    private final LoadBalancers balancers;
    private final NetworkSnapshots networks;

    BalancerHosts(LoadBalancers balancers, NetworkSnapshots networks) {
        this.balancers = balancers;
        this.networks = networks;
    }

    /** AWS answers with the addresses of all zones. UNVERIFIED: a client in one of the zones takes that one. */
    Optional<Flow.Endpoint> find(String name, Asker asker) {
        if (!OF_BALANCER.matcher(name).matches()) {
            return Optional.empty();
        }
        LoadBalancer balancer =
                balancers.named(name).orElseThrow(() -> asker.unresolved(name, "no load balancer has it"));
        NetworkSnapshot network = networks.current(balancer.scope()).snapshot();
        return balancer.placements().stream()
                .sorted(Comparator.comparing(placement -> distance(placement, name, asker)))
                .map(placement -> network.networkInterface(placement.networkInterfaceId()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(found -> new Flow.AddressEndpoint(null, address(balancer, found)));
    }

    private static int distance(Placement placement, String name, Asker asker) {
        if (name.startsWith(placement.zoneName() + ".")) {
            return 0;
        }
        return placement.zoneName().equals(asker.zone()) ? 1 : 2;
    }

    private static IpAddress address(LoadBalancer balancer, Network.NetworkInterface at) {
        if (at.addresses().isEmpty()) {
            return at.ipv6Addresses().get(0);
        }
        Network.PrivateAddress first = at.addresses().get(0);
        IpAddress outer = first.publicAddress();
        return balancer.internetFacing() && outer != null ? outer : first.address();
    }
}
