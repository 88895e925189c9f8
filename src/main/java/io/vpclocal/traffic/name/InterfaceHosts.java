package io.vpclocal.traffic.name;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.Network.PrivateAddress;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that network interfaces have by their addresses (Amazon EC2 User Guide, "EC2 instance hostnames"). */
final class InterfaceHosts {

    private static final String OCTETS = "(\\d{1,3})-(\\d{1,3})-(\\d{1,3})-(\\d{1,3})";
    private static final String PRIVATE_DOMAIN = "\\.(?:ec2|([a-z0-9-]+)\\.compute)\\.internal";
    private static final Pattern PRIVATE = Pattern.compile("ip-" + OCTETS + PRIVATE_DOMAIN);
    private static final Pattern OF_RESOURCE = Pattern.compile("i-[0-9a-f]+" + PRIVATE_DOMAIN);
    private static final Pattern PUBLIC =
            Pattern.compile("ec2-" + OCTETS + "\\.(?:compute-1|[a-z0-9-]+\\.compute)\\.amazonaws\\.com(?:\\.cn)?");

    /** The Region whose names have no Region in them. */
    private static final String FIRST_REGION = "us-east-1";

    private InterfaceHosts() {}

    static Optional<Flow.Endpoint> find(String name, Asker asker, KnownNetwork network) {
        Matcher own = PRIVATE.matcher(name);
        if (own.matches()) {
            return Optional.of(privately(name, own, asker, network));
        }
        if (OF_RESOURCE.matcher(name).matches()) {
            throw asker.unresolved(
                    name,
                    "the instance has no DNS record for its resource name (enableResourceNameDnsARecord is false)");
        }
        Matcher outer = PUBLIC.matcher(name);
        return outer.matches() ? Optional.of(publicly(name, outer, asker, network)) : Optional.empty();
    }

    /** The private name of an interface in any VPC. */
    static Optional<Flow.Endpoint> source(String name, Asker asker) {
        Matcher own = PRIVATE.matcher(name);
        return own.matches()
                ? Optional.of(new Flow.AddressEndpoint(null, privateAddress(name, own, asker)))
                : Optional.empty();
    }

    private static Flow.Endpoint privately(String name, Matcher own, Asker asker, KnownNetwork network) {
        if (asker.vpc() == null) {
            throw asker.unresolved(name, "only the DNS servers of VPCs know private names");
        }
        IpAddress address = privateAddress(name, own, asker);
        if (!network.hasAddress(asker.vpc().id(), address)) {
            throw asker.unresolved(name, "no network interface of the VPC has the address " + address);
        }
        return new Flow.AddressEndpoint(asker.vpc().id(), address);
    }

    private static IpAddress privateAddress(String name, Matcher own, Asker asker) {
        String region = own.group(5) == null ? FIRST_REGION : own.group(5);
        if (!region.equals(asker.region())) {
            throw asker.unresolved(name, "it is a name of " + region);
        }
        return address(name, own, asker);
    }

    /** In the VPC of the interface, its public name resolves to its private address. */
    private static Flow.Endpoint publicly(String name, Matcher outer, Asker asker, KnownNetwork network) {
        IpAddress address = address(name, outer, asker);
        NetworkInventory parts = network.snapshot().inventory();
        Network.Vpc vpc = asker.vpc();
        Stream<PrivateAddress> near = vpc == null
                ? Stream.of()
                : parts.interfaces().stream()
                        .filter(one -> parts.vpcOf(one).equals(vpc.id()))
                        .flatMap(one -> one.addresses().stream());
        Optional<IpAddress> inside = near.filter(one -> address.equals(one.publicAddress()))
                .map(PrivateAddress::address)
                .findFirst();
        if (inside.isPresent() && vpc != null && !vpc.dnsHostnames()) {
            throw asker.unresolved(
                    name, "DNS hostnames of the VPC (enableDnsHostnames) are off, so nothing in it has a public name");
        }
        return new Flow.AddressEndpoint(null, inside.orElse(address));
    }

    private static IpAddress address(String name, Matcher octets, Asker asker) {
        String text = octets.group(1) + "." + octets.group(2) + "." + octets.group(3) + "." + octets.group(4);
        try {
            return IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw asker.unresolved(name, text + " is not an address");
        }
    }
}
