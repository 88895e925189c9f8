package io.vpclocal.traffic.name;

import io.vpclocal.endpoint.EndpointNames;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Resolves host names as the Amazon DNS server of a VPC does (Amazon VPC User Guide, "DNS attributes in your VPC"): names of
 * endpoints, load balancers, network interfaces and AWS services.
 */
@Component
public class HostNames {

    private final EndpointHosts endpoints;
    private final BalancerHosts balancers;

    HostNames(EndpointHosts endpoints, BalancerHosts balancers) {
        this.endpoints = endpoints;
        this.balancers = balancers;
    }

    /**
     * The destination that a name stands for.
     *
     * @param client the interface that looks it up; null outside of VPCs
     * @throws UnresolvedNameException if it does not resolve
     */
    public Flow.Endpoint resolve(String host, Network.@Nullable NetworkInterface client, KnownNetwork network) {
        Asker asker = Asker.at(client, network);
        String name = EndpointNames.normal(host);
        if (asker.vpc() != null && !asker.vpc().dnsSupport()) {
            throw asker.unresolved(
                    name, "DNS support of the VPC (enableDnsSupport) is off, so the Amazon DNS server does not answer");
        }
        return found(name, asker, network)
                .orElseThrow(() -> asker.unresolved(
                        name,
                        "no endpoint, load balancer, network interface or AWS service of " + asker.region()
                                + " has it"));
    }

    /**
     * The source that a name stands for: the private name of an interface in any VPC.
     *
     * @throws UnresolvedNameException if it is another name
     */
    public Flow.Endpoint source(String host, KnownNetwork network) {
        Asker asker = Asker.at(null, network);
        String name = EndpointNames.normal(host);
        return InterfaceHosts.source(name, asker)
                .orElseThrow(() -> asker.unresolved(
                        name,
                        "a source is a network interface, an instance, an address, a service, or a private name such"
                                + " as ip-10-0-0-4.ec2.internal"));
    }

    private Optional<Flow.Endpoint> found(String name, Asker asker, KnownNetwork network) {
        return endpoints
                .own(name, asker, network)
                .or(() -> endpoints.privately(name, asker, network))
                .or(() -> balancers.find(name, asker))
                .or(() -> InterfaceHosts.find(name, asker, network))
                .or(() -> endpoints.service(name, asker));
    }
}
